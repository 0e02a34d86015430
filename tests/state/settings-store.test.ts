// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {} }));
});

it('follows the system until a theme is chosen, and remembers the choice', async () => {
  const { setTheme, useSettings } = await import('#state/settings-store.ts');
  expect(useSettings.getState()).toMatchObject({ theme: 'system', shown: 'dark' });
  setTheme('light');
  expect(document.documentElement.dataset.theme).toBe('light');
  expect(localStorage.getItem('atalaya.theme')).toBe('light');
  setTheme('system');
  expect(useSettings.getState().shown).toBe('dark');
  expect(localStorage.getItem('atalaya.theme')).toBeNull();
});

it('works where storage is denied', async () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('denied');
  });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('denied');
  });
  const { setSingleKeys, setTheme, useSettings } = await import('#state/settings-store.ts');
  setTheme('light');
  setSingleKeys(false);
  expect(useSettings.getState()).toMatchObject({ shown: 'light', singleKeys: false });
});
