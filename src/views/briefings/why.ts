import { BriefingUnreadable } from '#core/briefing-file.ts';
import { FigureRefError } from '#core/figure-ref.ts';
import { CanvasTooLarge, FontNotPainted } from '#export/paint.ts';
import type { BriefingT } from '#i18n/briefing-words.ts';
import { figureFault } from '#i18n/figure-fault.ts';
import type { T } from '#i18n/i18n.tsx';
import { type ServiceFailure, serviceFailure } from '#state/service-failure.ts';

/** A file larger than is looked at. */
export class FileTooLarge extends Error {
  readonly megabytes: number;
  readonly most: number;

  constructor(megabytes: number, most: number) {
    super(`${megabytes} MB > ${most} MB`);
    this.name = 'FileTooLarge';
    this.megabytes = megabytes;
    this.most = most;
  }
}

/** Why something did not happen, as a sentence in the reader's language. */
export function whyOf(error: unknown, say: BriefingT, t: T): string {
  if (error instanceof BriefingUnreadable) return unreadable(error, say);
  if (error instanceof FileTooLarge)
    return say('briefing.why.fileSize', { n: error.megabytes, most: error.most });
  if (error instanceof FigureRefError) return figureFault(error, t);
  const failure = serviceFailure(error);
  if (failure) return refused(failure, say, t);
  if (error instanceof CanvasTooLarge) return t('export.refused.tooLarge');
  if (error instanceof FontNotPainted) return t('export.refused.font');
  return say('briefing.why.other', { detail: error instanceof Error ? error.message : String(error) });
}

function refused({ code, status }: ServiceFailure, say: BriefingT, t: T): string {
  if (code === 'unreachable') return say('briefing.why.unreachable');
  if (code === 'unauthorized') return say('briefing.why.token');
  if (code === 'too-large') return say('briefing.why.tooLarge');
  if (code === 'too-many-requests') return say('briefing.why.tooMany');
  if (code === 'busy') return t('records.failed.busy');
  if (code === 'not-found' || code === 'gone') return say('briefing.why.gone');
  if (status === null) return say('briefing.why.data', { code });
  return say('briefing.why.refused', { status: String(status), code });
}

/** Names of parts are those of the file; only "item 3" is said in words. */
function unreadable({ part, fault, holes }: BriefingUnreadable, say: BriefingT): string {
  const words = say as (key: string, holes: Readonly<Record<string, string | number>>) => string;
  const what = words(`briefing.unreadable.${fault}`, holes);
  if (part === '') return what;
  const named = part.replace(/^item (\d+)/, (_, at: string) => say('briefing.unreadable.item', { at }));
  return say('briefing.unreadable.part', { part: named, what });
}
