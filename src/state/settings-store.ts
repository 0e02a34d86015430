import { create } from 'zustand';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type Theme = 'light' | 'dark';

type Settings = {
  readonly theme: ThemeChoice;
  /** The theme in force. */
  readonly shown: Theme;
  /** Single-key shortcuts (WCAG 2.1.4: they can be turned off). */
  readonly singleKeys: boolean;
  /** The filter panel at desktop widths. */
  readonly filtersOpen: boolean;
};

const THEME = 'atalaya.theme';
const KEYS = 'atalaya.keys';
const FILTERS = 'atalaya.filters';

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage may be denied; the choice then lasts for this page only.
  }
}

const systemDark = () =>
  typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches;
const resolve = (theme: ThemeChoice): Theme =>
  theme === 'system' ? (systemDark() ? 'dark' : 'light') : theme;

function initial(): Settings {
  const saved = stored(THEME);
  const theme: ThemeChoice = saved === 'light' || saved === 'dark' ? saved : 'system';
  return {
    theme,
    shown: resolve(theme),
    singleKeys: stored(KEYS) !== 'off',
    filtersOpen: stored(FILTERS) !== 'closed',
  };
}

/** What the reader prefers in this browser; nobody would send it to a colleague. */
export const useSettings = create<Settings>(initial);

function applyTheme(): void {
  document.documentElement.dataset.theme = useSettings.getState().shown;
}

export function setTheme(theme: ThemeChoice): void {
  store(THEME, theme === 'system' ? null : theme);
  useSettings.setState({ theme, shown: resolve(theme) });
  applyTheme();
}

/** Shows a theme on this page alone, whatever the reader chose elsewhere; nothing is remembered. */
export function showTheme(theme: Theme): void {
  useSettings.setState({ theme, shown: theme });
  applyTheme();
}

export function setSingleKeys(on: boolean): void {
  store(KEYS, on ? null : 'off');
  useSettings.setState({ singleKeys: on });
}

export function setFiltersOpen(open: boolean): void {
  store(FILTERS, open ? null : 'closed');
  useSettings.setState({ filtersOpen: open });
}

/** Sets the theme now and follows the system's while nothing else is chosen. */
export function followTheme(): void {
  applyTheme();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    const { theme } = useSettings.getState();
    useSettings.setState({ shown: resolve(theme) });
    applyTheme();
  });
}
