import { useT } from '#i18n/i18n.tsx';
import { Button } from './Button.tsx';
import styles from './Pager.module.css';

type Props = {
  /** What is paged, for the landmark's name. */
  label: string;
  offset: number;
  shown: number;
  total: number;
  size: number;
  onOffset(offset: number): void;
};

/** "51–100 of 214" with steps back and on. */
export function Pager({ label, offset, shown, total, size, onOffset }: Props) {
  const t = useT();
  if (total <= size && offset === 0) return null;
  return (
    <nav aria-label={label} className={styles.pager}>
      <Button icon="chevronLeft" disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - size))}>
        {t('records.page.previous')}
      </Button>
      <p className={styles.where}>
        {t('records.page.range', { from: offset + 1, to: offset + shown, all: total })}
      </p>
      <Button disabled={offset + shown >= total} onClick={() => onOffset(offset + size)}>
        {t('records.page.next')}
      </Button>
    </nav>
  );
}
