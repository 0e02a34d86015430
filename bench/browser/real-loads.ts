import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hasSharedData } from '#scripts/sample/shared-data.ts';
import { ms, timingOf } from '../report.ts';
import type { SectionResult, Size, Verdict } from '../sections.ts';
import { makeIn } from '../stores/kept.ts';
import { sharedCounts, sharedTotal } from '../stores/shared.ts';
import { fpsOf } from './frames.ts';
import { allPainted } from './gestures.ts';
import { count, type Measured, measureStore, type Screen, storeTables } from './store-page.ts';

const screen: Screen = {
  name: 'real events, hexagons',
  search: 'from=2012-01-01&to=2014-12-31&mode=cells',
  width: 1440,
};
const title = 'Real loads: UNODC’s seizures and UCDP’s events';

function verdictsOf({ rows, manifest, seen }: Measured): Verdict[] {
  const runs = [...seen.values()].flat();
  const moves = timingOf(allPainted(runs.flatMap((run) => run.moves)));
  const fps = fpsOf(runs.map(({ frames }) => frames['timeline drag']));
  const perEvent = manifest.wireBytes / rows;
  const of = `${count(rows)} real events`;
  return [
    {
      what: `rows, ${of}`,
      must: '≤ 10 B/event',
      measured: `${perEvent.toFixed(1)} B/event`,
      met: perEvent <= 10,
    },
    {
      what: `brush move, pointer to all views painted, ${of}`,
      must: 'median ≤ 17 ms, p95 ≤ 25 ms',
      measured: `${ms(moves.median)} / ${ms(moves.p95)} ms`,
      met: moves.median <= 17 && moves.p95 <= 25,
    },
    { what: `timeline drag, ${of}`, must: '≥ 58 fps', measured: `${fps.toFixed(0)} fps`, met: fps >= 58 },
  ];
}

/** The original files read by our ingest into a store of their own, which is removed again: their terms let none of it be kept. */
export async function realLoadsSection({ quick }: Size): Promise<SectionResult> {
  const why = quick
    ? 'Real loads: reading the original files takes too long for --quick'
    : hasSharedData()
      ? null
      : 'Real loads: the original files are not here (ATALAYA_SHARED, or ../shared beside the repository)';
  if (why !== null) return { title, verdicts: [], text: '', checks: 0, notRun: [why] };
  const folder = mkdtempSync(path.join(tmpdir(), 'atalaya-real-'));
  try {
    const made = makeIn(folder, 'shared', sharedTotal);
    const measured = await measureStore(folder, sharedTotal, [screen], quick);
    const text = [
      `${count(sharedCounts.unodc)} individual drug seizures (UNODC, 2011–2015, the world) and ${count(sharedCounts.ucdp)} lethal events (UCDP GED, Mexico and Colombia), every row of the files an event: read by our`,
      `ingest in ${made.read.toFixed(0)} s, loaded into a store and cut into a snapshot in ${made.filled.toFixed(0)} s. Seizures have no points in the file; they stand at the region it names, or at none. The store is removed after the measuring.`,
      'Gestures as in the section on big stores.',
      '',
      storeTables([measured]),
    ].join('\n');
    return { title, verdicts: verdictsOf(measured), text, checks: 3, notRun: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
