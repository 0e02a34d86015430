import { type Key, useT } from '#i18n/i18n.tsx';
import { setSingleKeys, useSettings } from '#state/settings-store.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { Switch } from '#ui/Switch.tsx';
import styles from './ShortcutsDialog.module.css';

const SHORTCUTS: readonly { keys: readonly string[]; what: Extract<Key, `shell.shortcuts.${string}`> }[] = [
  { keys: ['/'], what: 'shell.shortcuts.search' },
  { keys: ['?'], what: 'shell.shortcuts.help' },
  { keys: ['e'], what: 'shell.shortcuts.export' },
  { keys: ['l'], what: 'shell.shortcuts.link' },
  { keys: ['b'], what: 'shell.shortcuts.briefing' },
  { keys: ['f'], what: 'shell.shortcuts.fit' },
  { keys: [',', '.'], what: 'shell.shortcuts.step' },
  { keys: ['Space'], what: 'shell.shortcuts.play' },
  { keys: ['←', '→', 'Shift', 'PgUp', 'PgDn'], what: 'shell.shortcuts.window' },
  { keys: ['↑', '↓', '←', '→', 'Enter', 'Esc'], what: 'shell.shortcuts.map' },
  { keys: ['j', 'k'], what: 'shell.shortcuts.feed' },
  { keys: ['Enter'], what: 'shell.shortcuts.open' },
  { keys: ['Ctrl+Z', 'Ctrl+Shift+Z'], what: 'shell.shortcuts.undo' },
];

export default function ShortcutsDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useT();
  const singleKeys = useSettings((state) => state.singleKeys);
  return (
    <Dialog open={open} onClose={onClose} title={t('shell.shortcuts')}>
      <Switch checked={singleKeys} onChange={setSingleKeys}>
        {t('shell.shortcuts.on')}
      </Switch>
      <dl className={styles.list}>
        {SHORTCUTS.map(({ keys, what }) => (
          <div key={what} style={{ display: 'contents' }}>
            <dt>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
