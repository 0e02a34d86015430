import { useCallback, useState } from 'react';
import type { T } from '#i18n/i18n.tsx';
import { saveFile } from '#ui/save-file.ts';
import {
  type ExportNote,
  type ExportOptions,
  ExportRefused,
  type ExportSubject,
  type Format,
  type RefusalReason,
  type WrittenFile,
} from './export-job.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly format: string }
  | { readonly kind: 'saved'; readonly file: WrittenFile; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string };

/** Writes a format, saves the file and keeps what there is to say about it. */
export function useExport(subject: ExportSubject, t: T) {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const run = useCallback(
    async (format: Format, options: ExportOptions) => {
      setState({ kind: 'working', format: format.id });
      try {
        const file = await format.write(subject, options);
        saveFile(file);
        const saved = t('export.saved', { name: file.name });
        setState({ kind: 'saved', file, text: file.note ? `${saved} ${noteText(file.note, t)}` : saved });
      } catch (error) {
        setState({ kind: 'refused', text: refusalText(error, t) });
      }
    },
    [subject, t],
  );
  return { state, run };
}

export function noteText(note: ExportNote, t: T): string {
  if (note.key === 'smaller') return t('export.note.smaller', note);
  return t(`export.note.${note.key}`, note);
}

export function refusalText(error: unknown, t: T): string {
  if (!(error instanceof ExportRefused))
    return t('export.failed', { detail: error instanceof Error ? error.message : String(error) });
  return reasonText(error.reason, t);
}

function reasonText(reason: RefusalReason, t: T): string {
  if (reason.key === 'unreachable') return t('export.refused.unreachable', reason);
  if (reason.key === 'service')
    return t('export.refused.service', { status: String(reason.status), detail: reason.detail });
  if (reason.key === 'count') return t('export.refused.count', { n: Math.max(0, reason.n), all: reason.all });
  return t(`export.refused.${reason.key}`);
}
