import { lazy, Suspense, useState } from 'react';
import { contentOfLink } from '#core/briefing-content.ts';
import type { FigureName } from '#core/figure-ref.ts';
import { useT } from '#i18n/i18n.tsx';
import { AddToBriefing } from '#ui/AddToBriefing.tsx';
import { Button, type ButtonVariant } from '#ui/Button.tsx';
import type { ExportSubject } from './export-job.ts';

const ExportDialog = lazy(() => import('./ExportDialog.tsx').then((m) => ({ default: m.ExportDialog })));

interface Props {
  /** Asked for when the dialog opens, so that it holds what is shown then. */
  readonly subject: () => ExportSubject;
  /** Absolute address that reopens the view. */
  readonly link: string;
  /** Which figure of its page it is, for briefings. */
  readonly figure: FigureName;
  /** For skip links and the `e` key. */
  readonly id?: string;
  readonly variant?: ButtonVariant;
}

/** The one way out of every figure and list: a button that opens pictures, data and words. */
export function ExportMenu({ subject, link, figure, id, variant = 'link' }: Props) {
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
      <AddToBriefing
        variant={variant === 'link' ? 'link' : 'plain'}
        content={() => contentOfLink(figure, link)}
      />
      {opened === null ? null : (
        <Suspense fallback={null}>
          <ExportDialog subject={opened} link={link} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}
