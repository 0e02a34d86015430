import { useCallback, useState } from 'react';
import type { T } from '#i18n/i18n.tsx';
import { saveFile } from '#ui/save-file.ts';
import { ClipboardDenied, copyAs, tableForPasting } from './clipboard.ts';
import {
  type ExportNote,
  type ExportOptions,
  ExportRefused,
  type ExportSubject,
  type Format,
  type RefusalReason,
  type WrittenFile,
} from './export-job.ts';
import { pngFormat } from './format-png.ts';
import { checkLimit } from './formats.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working' }
  | { readonly kind: 'saved'; readonly file: WrittenFile; readonly text: string }
  | { readonly kind: 'copied'; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string };

/** Writes a format and saves the file, or puts picture or table on the clipboard; keeps what there is to say about it. */
export function useExport(subject: ExportSubject, t: T) {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const attempt = useCallback(
    async (work: () => Promise<ExportState>) => {
      setState({ kind: 'working' });
      try {
        setState(await work());
      } catch (error) {
        setState({ kind: 'refused', text: refusalText(error, t) });
      }
    },
    [t],
  );
  const save = useCallback(
    (format: Format, options: ExportOptions) =>
      attempt(async () => {
        checkLimit(format, subject);
        const file = await format.write(subject, options);
        saveFile(file);
        const saved = t('export.saved', { name: file.name });
        return { kind: 'saved', file, text: file.note ? `${saved} ${noteText(file.note, t)}` : saved };
      }),
    [attempt, subject, t],
  );
  const copy = useCallback(
    (what: 'image' | 'table', options: ExportOptions) =>
      attempt(async () => {
        if (what === 'image') await copyImage(subject, options);
        else await copyTable(subject, options);
        return { kind: 'copied', text: t(what === 'image' ? 'export.copiedImage' : 'export.copiedTable') };
      }),
    [attempt, subject, t],
  );
  return { state, save, copy };
}

function copyImage(subject: ExportSubject, options: ExportOptions): Promise<void> {
  return copyAs({ 'image/png': pngFormat.write(subject, options).then(({ blob }) => blob) });
}

function copyTable(subject: ExportSubject, { i18n }: ExportOptions): Promise<void> {
  const { tsv, html } = tableForPasting(subject.drawing().table, i18n);
  const of = (text: string, type: string) => Promise.resolve(new Blob([text], { type }));
  return copyAs({ 'text/plain': of(tsv, 'text/plain'), 'text/html': of(html, 'text/html') });
}

export function noteText(note: ExportNote, t: T): string {
  if (note.key === 'smaller') return t('export.note.smaller', note);
  if (note.key === 'withoutRows') return t('export.note.withoutRows', note);
  if (note.key === 'letters') return t('export.note.letters', note);
  return t(`export.note.${note.key}`, note);
}

export function refusalText(error: unknown, t: T): string {
  if (error instanceof ClipboardDenied) return t('export.refused.clipboard');
  if (!(error instanceof ExportRefused))
    return t('export.failed', { detail: error instanceof Error ? error.message : String(error) });
  return reasonText(error.reason, t);
}

function reasonText(reason: RefusalReason, t: T): string {
  if (reason.key === 'unreachable') return t('export.refused.unreachable', reason);
  if (reason.key === 'service')
    return t('export.refused.service', { status: String(reason.status), code: reason.code });
  if (reason.key === 'count') return t('export.refused.count', { n: Math.max(0, reason.n), all: reason.all });
  if (reason.key === 'tooManyRows')
    return reason.instead === null
      ? t('export.refused.tooManyRows', reason)
      : t('export.refused.tooManyRowsHere', { ...reason, instead: reason.instead });
  return t(`export.refused.${reason.key}`);
}
