import type { ReactNode } from 'react';
import { Icon } from '#ui/Icon.tsx';
import styles from './Banners.module.css';

/** A notice under the header: a sentence, and what can be done about it. */
export function Banner({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.banner} role="status">
      <span className={styles.mark}>
        <Icon name="warning" size={18} />
      </span>
      <span className={styles.text}>{children}</span>
      {actions}
    </div>
  );
}
