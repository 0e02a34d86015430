import { useI18n } from '#i18n/i18n.tsx';
import { LANG_NAMES, LANGS } from '#i18n/lang.ts';
import { setTheme, useSettings } from '#state/settings-store.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import styles from './Header.module.css';
import { Links } from './Links.tsx';
import { useChooseLang } from './lang-choice.tsx';
import { THEMES } from './themes.ts';

/** On narrow screens: the screens, the language and the theme. */
export default function Drawer({ open, onClose }: { open: boolean; onClose(): void }) {
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
