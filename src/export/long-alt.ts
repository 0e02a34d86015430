import type { Drawing } from '#figures/figure.ts';
import type { I18n } from '#i18n/i18n.tsx';

/** Rows that the long text spells out; the data file has them all. */
const SPELLED_ROWS = 100;

/** The long text alternative: all the figure's words, then its numbers row by row. */
export function longAlt({ words, table }: Drawing, { t, format }: I18n): string {
  const { columns, rows } = table;
  const spelled = rows.slice(0, SPELLED_ROWS).map((row) =>
    columns
      .map(({ label }, at) => {
        const cell = row[at] ?? null;
        if (cell === null) return `${label}: ${t('figures.table.notReported')}`;
        return `${label}: ${typeof cell === 'number' ? format.number(cell) : cell}`;
      })
      .join('; '),
  );
  const rest = rows.length - spelled.length;
  return [
    words.alt,
    '',
    words.title,
    words.subtitle,
    words.filters,
    words.period,
    words.counts,
    words.caveat,
    words.sources,
    words.licence,
    words.dataAsOf,
    words.generated,
    words.link,
    '',
    ...spelled,
    ...(rest > 0 ? [t('figures.table.moreRows', { n: rest })] : []),
    '',
  ].join('\n');
}
