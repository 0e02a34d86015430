import { lazy, Suspense, useState } from 'react';
import { useT } from '#i18n/i18n.tsx';
import { Button, type ButtonVariant } from '#ui/Button.tsx';
import type { ExportSubject } from './export-job.ts';

const ExportDialog = lazy(() => import('./ExportDialog.tsx').then((m) => ({ default: m.ExportDialog })));

interface Props {
  /** Asked for when the dialog opens, so that it holds what is shown then. */
  readonly subject: () => ExportSubject;
  /** Absolute address that reopens the view. */
  readonly link: string;
  /** For skip links and the `e` key. */
  readonly id?: string;
  readonly variant?: ButtonVariant;
}

/** The one way out of every figure and list: a button that opens pictures, data and words. */
export function ExportMenu({ subject, link, id, variant = 'link' }: Props) {
  const t = useT();
  const [opened, setOpened] = useState<ExportSubject | null>(null);
  return (
    <>
      <Button
        {...(id ? { id } : {})}
        variant={variant}
        icon="download"
        aria-haspopup="dialog"
        onClick={() => setOpened(subject())}
      >
        {t('export.menu')}
      </Button>
      {opened === null ? null : (
        <Suspense fallback={null}>
          <ExportDialog subject={opened} link={link} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}
