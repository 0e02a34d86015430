import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useI18n } from '#i18n/i18n.tsx';
import { arrivedShare, transferOf, useEngine, useEngineStatus } from '#state/engine-context.tsx';
import { tryNow, useService } from '#state/service-store.ts';
import { useView } from '#state/use-view.ts';
import { Button, IconButton } from '#ui/Button.tsx';
import { useFocusHeir } from '#ui/focus-heir.ts';
import { Icon } from '#ui/Icon.tsx';
import { Banner } from './Banner.tsx';
import styles from './Banners.module.css';
import { PinBanner } from './PinBanner.tsx';

/** Notices under the header: no service, no network, a link made with other data, an address with bad parts. */
export default function Banners() {
  return (
    <>
      <ServiceBanner />
      <HeldBanner />
      <PinBanner />
      <FaultBanner />
    </>
  );
}

/** Whole seconds until a moment, counted down once a second. */
function useCountdown(until: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}

/** Where the reader has stopped the single events, every other screen that waits for them says so; Explore has it beside its count. */
function HeldBanner() {
  const { t, format } = useI18n();
  const [path] = useLocation();
  const status = useEngineStatus();
  if (path === '/' || transferOf(status) !== 'held') return null;
  return (
    <Banner actions={<GoOn />}>{t('shell.held', { share: format.percent(arrivedShare(status)) })}</Banner>
  );
}

function GoOn() {
  const { t, format } = useI18n();
  const engine = useEngine();
  const share = format.percent(arrivedShare(useEngineStatus()));
  return (
    <Button ref={useFocusHeir('main')} variant="link" onClick={() => engine.hold?.(false)}>
      {t('explore.load.goOn', { share })}
    </Button>
  );
}

function ServiceBanner() {
  const { t, format } = useI18n();
  const { reachable, online, nextTry } = useService();
  const status = useEngineStatus();
  const seconds = useCountdown(nextTry);
  if (reachable && online) return null;
  const date = status.state === 'ready' ? format.stamp(status.dataAsOf) : null;
  if (!online && date !== null) return <Banner>{t('shell.offline', { date })}</Banner>;
  return (
    <Banner
      actions={
        <Button variant="link" onClick={() => void tryNow()}>
          {t('ui.retry')}
        </Button>
      }
    >
      {/* The seconds tick for the eye only: a live region that counts would never be silent. */}
      <span className="visually-hidden">{t('shell.apiDown.short')}</span>
      <span aria-hidden="true">
        {date === null ? t('shell.apiDownNoData', { n: seconds }) : t('shell.apiDown', { date, n: seconds })}
      </span>
    </Banner>
  );
}

/** Stays until it is closed, also when the next step has already written the address anew without the bad parts. */
function FaultBanner() {
  const { t } = useI18n();
  const { problems: found } = useView();
  const [problems, setProblems] = useState(found);
  useEffect(() => {
    if (found.length > 0) setProblems(found);
  }, [found]);
  if (problems.length === 0) return null;
  return (
    <div className={styles.banner} role="alert">
      <span className={styles.mark}>
        <Icon name="warning" size={18} />
      </span>
      <span className={styles.text}>
        {t('shell.fault.lead')}{' '}
        {problems.map(({ parameter, value, code }) => (
          <span key={`${parameter}${value}`} className={styles.parts}>
            <strong>{t('shell.fault.item', { part: parameter, value })}</strong> {t(
              `shell.fault.${code}`,
            )}{' '}
          </span>
        ))}
      </span>
      <IconButton icon="close" label={t('ui.close')} onClick={() => setProblems([])} />
    </div>
  );
}
