import type { ReactNode } from 'react';
import { useI18n } from '#i18n/i18n.tsx';
import { Icon } from './Icon.tsx';
import styles from './RecordFate.module.css';

/** What became of a record that is shown as it last was (contract/record-schemas.ts). */
export interface Gone {
  readonly what: 'withdrawn' | 'merged';
  readonly successor: string | null;
  readonly dataAsOf: string;
}

/** Says at the top of a record's page that it is no longer one. `successor` leads to the record that took it in. */
export function RecordFate({ gone, successor }: { gone: Gone; successor?: ReactNode }) {
  const { t, format } = useI18n();
  const date = format.stamp(gone.dataAsOf);
  return (
    <div className={styles.fate} role="note">
      <Icon name="warning" size={18} />
      <p>
        {t(`records.gone.${gone.what}`, { date })} {successor}
      </p>
    </div>
  );
}
