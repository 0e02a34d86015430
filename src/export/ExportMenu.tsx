import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { contentOfLink } from '#core/briefing-content.ts';
import type { FigureName } from '#core/figure-ref.ts';
import { useT } from '#i18n/i18n.tsx';
import { AddToBriefing } from '#ui/AddToBriefing.tsx';
import { Button, type ButtonVariant, IconButton } from '#ui/Button.tsx';
import type { ExportSubject } from './export-job.ts';

const ExportDialog = lazy(() => import('./ExportDialog.tsx').then((m) => ({ default: m.ExportDialog })));

interface Props {
  /** Asked for when the dialog opens, so that it holds what is shown then. */
  readonly subject: () => ExportSubject;
  /** Rows that have been read: while they still arrive, an open dialog follows. */
  readonly read?: number;
  /** Absolute address that reopens the view. */
  readonly link: string;
  /** Which figure of its page it is, for briefings. */
  readonly figure: FigureName;
  /** For skip links and the `e` key. */
  readonly id?: string;
  readonly variant?: ButtonVariant;
  /** What it is called where several small figures stand side by side: then the buttons are signs that name it. */
  readonly name?: string;
}

/** The one way out of every figure and list: a button that opens pictures, data and words. */
export function ExportMenu({ subject, read, link, figure, id, variant = 'link', name }: Props) {
  const t = useT();
  const [opened, setOpened] = useState<ExportSubject | null>(null);
  const latest = useRef(subject);
  useEffect(() => {
    latest.current = subject;
  });
  useEffect(() => {
    if (read !== undefined) setOpened((before) => before && latest.current());
  }, [read]);
  const opener = { 'aria-haspopup': 'dialog', onClick: () => setOpened(subject()) } as const;
  return (
    <>
      {name === undefined ? (
        <Button {...(id ? { id } : {})} {...opener} variant={variant} icon="download">
          {t('export.menu')}
        </Button>
      ) : (
        <IconButton {...opener} icon="download" label={t('export.menuOf', { name })} />
      )}
      <AddToBriefing
        variant={variant === 'link' ? 'link' : 'plain'}
        content={() => contentOfLink(figure, link)}
        {...(name === undefined ? {} : { name })}
      />
      {opened === null ? null : (
        <Suspense fallback={null}>
          <ExportDialog subject={opened} link={link} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}
