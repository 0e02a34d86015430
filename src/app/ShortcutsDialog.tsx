import { useT } from '#i18n/i18n.tsx';
import { type ShortcutKey, useShortcutT } from '#i18n/shortcut-words.ts';
import { setSingleKeys, useSettings } from '#state/settings-store.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { Switch } from '#ui/Switch.tsx';
import styles from './ShortcutsDialog.module.css';

const SHORTCUTS: readonly { keys: readonly string[]; what: ShortcutKey }[] = [
  { keys: ['/'], what: 'shortcuts.search' },
  { keys: ['?'], what: 'shortcuts.help' },
  { keys: ['e'], what: 'shortcuts.export' },
  { keys: ['l'], what: 'shortcuts.link' },
  { keys: ['b'], what: 'shortcuts.briefing' },
  { keys: ['f'], what: 'shortcuts.fit' },
  { keys: [',', '.'], what: 'shortcuts.step' },
  { keys: ['Space'], what: 'shortcuts.play' },
  { keys: ['←', '→', 'Shift', 'PgUp', 'PgDn'], what: 'shortcuts.window' },
  { keys: ['↑', '↓', '←', '→', 'Enter', 'Esc'], what: 'shortcuts.map' },
  { keys: ['j', 'k'], what: 'shortcuts.feed' },
  { keys: ['Enter'], what: 'shortcuts.open' },
  { keys: ['Ctrl+Z', 'Ctrl+Shift+Z'], what: 'shortcuts.undo' },
];

export default function ShortcutsDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useT();
  const say = useShortcutT();
  const singleKeys = useSettings((state) => state.singleKeys);
  return (
    <Dialog open={open} onClose={onClose} title={t('shell.shortcuts')}>
      <Switch checked={singleKeys} onChange={setSingleKeys}>
        {say('shortcuts.on')}
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
            <dd>{say(what)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
