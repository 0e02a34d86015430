import { type RefObject, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { useI18n } from '#i18n/i18n.tsx';
import { isLang, LANG_NAMES, LANGS } from '#i18n/lang.ts';
import { paths } from '#state/paths.ts';
import { setTheme, type ThemeChoice, useSettings } from '#state/settings-store.ts';
import { useView } from '#state/use-view.ts';
import { IconButton } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { lazyPage } from '#ui/lazy-page.ts';
import { Menu } from '#ui/Menu.tsx';
import styles from './Header.module.css';
import { Links } from './Links.tsx';
import { Logo } from './Logo.tsx';
import { useChooseLang } from './lang-choice.tsx';
import type { SearchBoxProps } from './SearchBox.tsx';
import { THEMES } from './themes.ts';

const SearchBox = lazyPage<SearchBoxProps>(() => import('./SearchBox.tsx'));
const SearchSheet = lazyPage(() => import('./SearchSheet.tsx'));
const Drawer = lazyPage(() => import('./Drawer.tsx'));

export function Header(props: { searchRef: RefObject<HTMLInputElement | null>; onHelp(): void }) {
  const { t, lang } = useI18n();
  const { view } = useView();
  // Null until first opened: only then is the dialog fetched.
  const [drawer, setDrawer] = useState<boolean | null>(null);
  const [sheet, setSheet] = useState<boolean | null>(null);
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
          <Suspense fallback={<div className={styles.searchSpace} />}>
            <SearchBox inputRef={props.searchRef} />
          </Suspense>
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
      <Suspense>
        {drawer === null ? null : <Drawer open={drawer} onClose={() => setDrawer(false)} />}
        {sheet === null ? null : <SearchSheet open={sheet} onClose={() => setSheet(false)} />}
      </Suspense>
    </header>
  );
}
