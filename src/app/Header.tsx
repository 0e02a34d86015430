import { type RefObject, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { View } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { isLang, LANG_NAMES, LANGS } from '#i18n/lang.ts';
import { useBriefingCount } from '#state/briefing-count.ts';
import { paths, type Screen } from '#state/paths.ts';
import { setTheme, type ThemeChoice, useSettings } from '#state/settings-store.ts';
import { useView } from '#state/use-view.ts';
import { IconButton } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Menu } from '#ui/Menu.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import styles from './Header.module.css';
import { Logo } from './Logo.tsx';
import { useChooseLang } from './lang-choice.tsx';
import { navigation } from './routes.tsx';
import { SearchBox } from './SearchBox.tsx';

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly ThemeChoice[];

/** Where a header link leads: the same filters, on that screen. */
function hrefOf(screen: Screen, view: View): string {
  if (screen === 'sources') return paths.sources(undefined, view);
  if (screen === 'country') return paths.countries(view);
  if (screen === 'event' || screen === 'article' || screen === 'group' || screen === 'indicator')
    return paths.explore(view);
  if (screen === 'briefing') return paths.briefings(view);
  return paths[screen](view);
}

/** The header link under which a path lives: /country/PE belongs to Countries. */
export function currentScreen(path: string): Screen | undefined {
  if (path === '/') return 'explore';
  if (path.startsWith('/country')) return 'countries';
  return navigation.map((item) => item.screen).find((screen) => path.startsWith(`/${screen}`));
}

export function Header(props: { searchRef: RefObject<HTMLInputElement | null>; onHelp(): void }) {
  const { t, lang } = useI18n();
  const { view } = useView();
  const [drawer, setDrawer] = useState(false);
  const [sheet, setSheet] = useState(false);
  const chooseLang = useChooseLang();
  const theme = useSettings((state) => state.theme);
  return (
    <header className={styles.header}>
      <span className={styles.narrow}>
        <IconButton icon="menu" label={t('shell.menu')} onClick={() => setDrawer(true)} />
      </span>
      <Link className={styles.brand} href={paths.explore(view)}>
        <span className={styles.wide}>
          <Logo />
        </span>
        {t('shell.brand')}
      </Link>
      <nav className={styles.wide} aria-label={t('shell.nav')}>
        <Links className={styles.nav} />
      </nav>
      <span className={styles.space} />
      <span className={styles.wide}>
        <search className={styles.search}>
          <SearchBox inputRef={props.searchRef} />
        </search>
        <div className={styles.tools}>
          <Menu
            label={`${t('shell.language')}: ${lang.toUpperCase()}`}
            button={lang.toUpperCase()}
            items={LANGS.map((value) => ({
              value,
              label: LANG_NAMES[value],
              lang: value,
              checked: value === lang,
            }))}
            onChoose={(value) => isLang(value) && chooseLang(value)}
          />
          <Menu
            label={t('shell.theme')}
            button={<Icon name="theme" size={18} />}
            items={THEMES.map((value) => ({
              value,
              label: t(`shell.theme.${value}`),
              checked: value === theme,
            }))}
            onChoose={(value) => setTheme(value as ThemeChoice)}
          />
          <IconButton icon="help" label={t('shell.shortcuts')} onClick={props.onHelp} />
        </div>
      </span>
      <span className={styles.narrow}>
        <IconButton icon="search" label={t('shell.search.label')} onClick={() => setSheet(true)} />
      </span>
      <span id="header-actions" className={styles.slot} />
      <Drawer open={drawer} onClose={() => setDrawer(false)} />
      <Dialog open={sheet} onClose={() => setSheet(false)} title={t('shell.search.label')} shape="full">
        <div className={styles.sheet}>
          <SearchBox autoFocus onPicked={() => setSheet(false)} />
        </div>
      </Dialog>
    </header>
  );
}

function Links({ className, onFollow }: { className: string | undefined; onFollow?: () => void }) {
  const { t } = useI18n();
  const { view } = useView();
  const [path] = useLocation();
  const current = currentScreen(path);
  return (
    <div className={className}>
      {navigation.map(({ screen, label }) => (
        <Link
          key={screen}
          className={styles.link}
          href={hrefOf(screen, view)}
          aria-current={screen === current ? 'page' : undefined}
          onClick={onFollow}
        >
          {t(label)}
          {screen === 'briefings' ? <BriefingCount /> : null}
        </Link>
      ))}
    </div>
  );
}

/** How many items the open briefing has; nothing while it has none. */
function BriefingCount() {
  const { t, format } = useI18n();
  const items = useBriefingCount((state) => state.items);
  if (!items) return null;
  return (
    <>
      {' '}
      <span className={styles.count} aria-hidden="true">
        {format.number(items)}
      </span>
      <span className="visually-hidden">{t('shell.briefing.count', { n: items })}</span>
    </>
  );
}

function Drawer({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t, lang } = useI18n();
  const chooseLang = useChooseLang();
  const theme = useSettings((state) => state.theme);
  return (
    <Dialog open={open} onClose={onClose} title={t('shell.brand')} shape="side">
      <nav aria-label={t('shell.nav')}>
        <Links className={styles.drawer} onFollow={onClose} />
      </nav>
      <div className={styles.choices}>
        <div>
          {t('shell.language')}
          <Segmented
            label={t('shell.language')}
            value={lang}
            options={LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))}
            onChange={chooseLang}
          />
        </div>
        <div>
          {t('shell.theme')}
          <Segmented
            label={t('shell.theme')}
            value={theme}
            options={THEMES.map((value) => ({ value, label: t(`shell.theme.${value}`) }))}
            onChange={setTheme}
          />
        </div>
      </div>
    </Dialog>
  );
}
