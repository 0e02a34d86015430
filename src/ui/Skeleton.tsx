import { useEffect, useState } from 'react';
import { useT } from '#i18n/i18n.tsx';
import { Button } from './Button.tsx';
import styles from './Skeleton.module.css';

/** A grey block of the final size; it shows itself only after 200 ms, so quick answers do not flicker. */
export function Skeleton({
  width = '100%',
  height = 14,
}: {
  width?: number | string;
  height?: number | string;
}) {
  return <span aria-hidden="true" className={`${styles.block} ${styles.show}`} style={{ width, height }} />;
}

/** Loading in three steps: nothing, skeleton at 200 ms, "Still loading. Cancel" at 5 s. */
export function Loading({
  label,
  lines = 3,
  onCancel,
}: {
  label?: string;
  lines?: number;
  onCancel?: () => void;
}) {
  const t = useT();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 5000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true">
      <p className="visually-hidden">{label ?? t('ui.loading')}</p>
      {late ? (
        <p className={styles.late} role="status">
          {t('ui.stillLoading')}
          {onCancel ? (
            <Button variant="link" onClick={onCancel}>
              {t('ui.cancel')}
            </Button>
          ) : null}
        </p>
      ) : null}
      <span className={styles.lines}>
        {Array.from({ length: lines }, (_, i) => `${92 - ((i * 23) % 40)}%`).map((width, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change order
          <Skeleton key={i} width={width} height={i === 0 ? 20 : 14} />
        ))}
      </span>
    </div>
  );
}
