import { useT } from '#i18n/i18n.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './Header.module.css';
import SearchBox from './SearchBox.tsx';

/** On narrow screens: the search box on a sheet of its own. */
export default function SearchSheet({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useT();
  return (
    <Dialog open={open} onClose={onClose} title={t('shell.search.label')} shape="full">
      <div className={styles.sheet}>
        <SearchBox autoFocus onPicked={onClose} />
      </div>
    </Dialog>
  );
}
