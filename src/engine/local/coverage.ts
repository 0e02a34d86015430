import { emptyFilter } from '#core/filter.ts';
import type { CoverageAnswer, CoverageQuery } from '#core/query.ts';
import { type BinAxis, binAxis, daysSpanned } from './bin-axis.ts';
import type { Bitset } from './bitset.ts';
import type { EventColumns } from './columns.ts';
import { Grid, splitOf } from './grid.ts';
import { countEvents } from './histogram.ts';
import type { Selections } from './masks.ts';

/**
 * How many sources have events in each bin, and the bins where one begins or ends. Of the filter only countries and
 * sources apply: a rarely reported kind of event does not make a source absent.
 */
export function answerCoverage(selections: Selections, query: CoverageQuery): CoverageAnswer {
  const { columns } = selections;
  const { countries, sources } = query.filter;
  const rows = selections.of({ ...emptyFilter, countries, sources });
  const axis = binAxis(columns, query.bin, query.domain ?? daysSpanned(columns, rows));
  if (!axis) return { kind: 'coverage', starts: [], sources: [], changes: [] };
  const present = sourcesPerBin(columns, rows, axis);
  return {
    kind: 'coverage',
    starts: axis.starts,
    sources: present.sources,
    changes: changesOf(columns.dictionaries.source, present.first, present.last, axis.starts.length),
  };
}

/** A source at hand from the first bin did not begin there, one still at hand in the last did not end. */
export function changesOf(
  keys: readonly string[],
  first: Int32Array,
  last: Int32Array,
  bins: number,
): CoverageAnswer['changes'] {
  const changes = new Map<number, { began: string[]; ended: string[] }>();
  const changeAt = (bin: number): { began: string[]; ended: string[] } => {
    const change = changes.get(bin) ?? { began: [], ended: [] };
    changes.set(bin, change);
    return change;
  };
  for (const [code, key] of keys.entries()) {
    if (first[code]! > 0) changeAt(first[code]!).began.push(key);
    if (last[code]! >= 0 && last[code]! < bins - 1) changeAt(last[code]!).ended.push(key);
  }
  return [...changes]
    .sort(([a], [b]) => a - b)
    .map(([bin, { began, ended }]) => ({ bin, began: began.sort(), ended: ended.sort() }));
}

/** Bins in which a source has at least one event, and where it begins and ends. */
function sourcesPerBin(
  columns: EventColumns,
  rows: Bitset,
  axis: BinAxis,
): { readonly sources: number[]; readonly first: Int32Array; readonly last: Int32Array } {
  const size = columns.dictionaries.source.length;
  const bins = axis.starts.length;
  const split = splitOf(columns, 'source');
  const grid = new Grid(split, axis, 'count');
  countEvents(columns, rows, axis, grid);
  const sources = new Array<number>(bins).fill(0);
  const first = new Int32Array(size).fill(-1);
  const last = new Int32Array(size).fill(-1);
  for (let source = 0; source < size; source++) {
    for (let bin = 0; bin < bins; bin++) {
      if (grid.at(source, bin) === 0) continue;
      sources[bin]!++;
      if (first[source] === -1) first[source] = bin;
      last[source] = bin;
    }
  }
  return { sources, first, last };
}
