import type { ReactNode } from 'react';
import { useI18n } from '#i18n/i18n.tsx';
import { damageOf, useEngineStatus } from '#state/engine-context.tsx';
import { tryNow } from '#state/service-store.ts';
import { useDataWords } from '#state/use-data-words.ts';
import { ErrorState } from '#ui/ErrorState.tsx';
import { Loading, Skeleton } from '#ui/Skeleton.tsx';
import styles from './DataGate.module.css';

/** Stands in for the figures until it is known which data they show: no figure is drawn without its date. */
export function DataGate({ children }: { children: ReactNode }) {
  const { t } = useI18n();
  const status = useEngineStatus();
  const words = useDataWords();
  const damage = damageOf(status);
  if (status.state === 'failed') {
    // Only a service that does not answer is asked again without being told to.
    const text = status.error.code === 'unreachable' ? 'shell.boot.failedText' : 'shell.boot.brokenText';
    return (
      <div className={styles.card}>
        <ErrorState
          title={t('shell.boot.failed')}
          text={t(text)}
          detail={`${status.error.code}: ${status.error.message}`}
          onRetry={() => void tryNow(true)}
        />
      </div>
    );
  }
  if (status.state !== 'starting') {
    return (
      <>
        {words?.by === 'server' ? <p className={styles.note}>{words.text}</p> : null}
        {status.overviewDamage ? (
          <p className={styles.note}>
            {t('shell.overviewDamage', { detail: `bad-snapshot: ${status.overviewDamage.message}` })}
          </p>
        ) : null}
        {damage ? (
          <div className={styles.card}>
            <ErrorState
              title={t('shell.damage')}
              text={t('shell.damageText')}
              detail={`bad-snapshot: ${damage.message}`}
              onRetry={() => void tryNow(true)}
            />
          </div>
        ) : null}
        {children}
      </>
    );
  }
  return <FiguresToCome />;
}

/** Boxes of the figures' size. A component of its own, so that no box is kept and moved to become a figure. */
function FiguresToCome() {
  const { t } = useI18n();
  return (
    <>
      <div className={`${styles.card} ${styles.tall}`}>
        <Loading label={t('shell.boot.loading')} lines={2} />
        <Skeleton height="100%" />
      </div>
      <div className={styles.card}>
        <Skeleton width="40%" height={20} />
        <Skeleton height={220} />
      </div>
    </>
  );
}
