import { lazy, Suspense, useState } from 'react';
import { type I18n, useI18n } from '#i18n/i18n.tsx';
import { type Changes, type Pin, usePin } from '#state/use-changes.ts';
import { useTitle } from '#state/use-title.ts';
import { useView } from '#state/use-view.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Banner } from './Banner.tsx';
import styles from './Shell.module.css';

const ChangesDialog = lazy(() =>
  import('./ChangesDialog.tsx').then((module) => ({ default: module.ChangesDialog })),
);

/** "12 events added, 3 changed and 1 withdrawn"; other records where only they differ. */
export function changeWords({ counts }: Changes, { t, format }: I18n): string {
  const { added, changed, withdrawn, merged } = counts.events;
  const parts = [
    added > 0 ? t('shell.pin.added', { n: added }) : '',
    changed > 0 ? t('shell.pin.changed', { n: changed }) : '',
    withdrawn > 0 ? t('shell.pin.withdrawn', { n: withdrawn }) : '',
    merged > 0 ? t('shell.pin.merged', { n: merged }) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? t('shell.pin.noEvents') : format.list(parts);
}

/** Says that an earlier state of the data is shown, what changed since, and the way to the latest. */
export function PinBanner() {
  const i18n = useI18n();
  const { t, format } = i18n;
  const pin = usePin();
  if (pin.state !== 'older') return null;
  return (
    <Banner actions={<PinActions changes={pin.changes} variant="link" />}>
      {t('shell.pin.older', {
        date: format.stamp(pin.changes.since.dataAsOf),
        changes: changeWords(pin.changes, i18n),
      })}
    </Banner>
  );
}

function PinActions({ changes, variant }: { changes: Changes | null; variant: 'link' | 'plain' }) {
  const { t } = useI18n();
  const { change } = useView();
  const [open, setOpen] = useState(false);
  return (
    <span className={styles.actions}>
      {changes !== null && changes.total > 0 ? (
        <Button variant={variant} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t('shell.pin.list')}
        </Button>
      ) : null}
      <Button variant={variant === 'plain' ? 'primary' : variant} onClick={() => change({ asof: null })}>
        {t('shell.pin.latest')}
      </Button>
      {open && changes !== null ? (
        <Suspense fallback={null}>
          <ChangesDialog changes={changes} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </span>
  );
}

/** Stands in for a screen whose data are not kept: never shows other data in their place. */
export function GonePage({ pin }: { pin: Extract<Pin, { state: 'gone' }> }) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { asof, changes } = pin;
  const title = t(changes === null ? 'shell.pin.unknownTitle' : 'shell.pin.goneTitle', {
    date: format.stamp(changes?.since.dataAsOf ?? asof.slice(0, 10)),
  });
  useTitle(title);
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{title}</h1>
      <EmptyState title={title} actions={<PinActions changes={changes} variant="plain" />}>
        {changes === null
          ? t('shell.pin.unknown', { version: asof })
          : t('shell.pin.gone', { version: asof, changes: changeWords(changes, i18n) })}
      </EmptyState>
    </div>
  );
}
