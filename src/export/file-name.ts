/** What a file name says: `peru-seizures_2014-01_2015-12_asof-2026-11-23_16x9.png`. */
export interface FileNameParts {
  /** Words of the subject, any script: "Peru seizures". */
  readonly subject: string;
  /** ISO days of the period; null = open. */
  readonly from: string | null;
  readonly to: string | null;
  /** "2026-11-23.3f9a1c04" or an ISO day. */
  readonly dataVersion: string;
  /** Size or extent: "16x9", "displayed". */
  readonly tag: string;
  readonly extension: string;
}

const longestSubject = 60;

/** A name that every file system takes: lower-case ASCII letters, digits, hyphen and underscore. */
export function fileName(parts: FileNameParts): string {
  const period = [shortDay(parts.from, 'start'), shortDay(parts.to, 'end')].filter((day) => day !== '');
  const asof = parts.dataVersion.slice(0, 10);
  const names = [slug(parts.subject), ...period, asof === '' ? '' : `asof-${asof}`, slug(parts.tag)];
  return `${names.filter((name) => name !== '').join('_')}.${parts.extension}`;
}

/** Months where the days are a month's ends, else the day. */
function shortDay(day: string | null, end: 'start' | 'end'): string {
  if (day === null) return '';
  const [year, month] = day.split('-').map(Number);
  if (year === undefined || month === undefined) return '';
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const isEdge = day.endsWith(end === 'start' ? '-01' : `-${last}`);
  return isEdge ? day.slice(0, 7) : day;
}

function slug(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (plain === '') return 'figure';
  return plain.length <= longestSubject ? plain : plain.slice(0, longestSubject).replace(/-[^-]*$/, '');
}
