import { bySnapshotOrder } from '#contract/part-columns.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { PlacePrecision } from '#core/place.ts';
import { kinds, substances } from '#core/taxonomy.ts';
import { binEnd, binStart, dayOf, type EventTime } from '#core/time.ts';
import { type Random, seeded } from './random.ts';

const firstDay = dayOf(1989, 1, 1);
const lastDay = dayOf(2026, 11, 1);
const countries = [
  'MX',
  'CO',
  'PE',
  'BR',
  'VE',
  'EC',
  'HN',
  'GT',
  'BO',
  'SV',
  'PY',
  'AR',
  'CL',
  'CR',
  'PA',
  'UY',
];
const groups = Array.from({ length: 120 }, (_, index) => `group-${index}`);
const sources = ['bench-a', 'bench-b', 'bench-c', 'bench-d'];

/**
 * Where events lie in a cluster: anywhere about it (noise: no two share a point, the worst case of all that compresses), or at
 * places of a gazetteer, as most sources give them.
 */
export type BenchPlaces = 'noise' | 'gazetteer';

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Points around which events gather, as real ones do. */
interface Cluster extends Point {
  readonly country: string;
  readonly adm1: string;
}

const gazetteerPlaces = 120;

function pointsOf(
  random: Random,
  clusters: readonly Cluster[],
  places: BenchPlaces,
): (cluster: Cluster) => Point {
  const near = ({ lat, lon }: Cluster): Point => ({
    lat: lat + random.normal() * 0.6,
    lon: lon + random.normal() * 0.6,
  });
  if (places === 'noise') return near;
  const known = new Map(
    clusters.map((cluster) => [cluster, Array.from({ length: gazetteerPlaces }, () => near(cluster))]),
  );
  return (cluster) => random.pick(known.get(cluster)!, 3);
}

function clustersOf(random: Random): Cluster[] {
  return Array.from({ length: 160 }, (_, index) => {
    const country = random.pick(countries, 2);
    return {
      lat: -35 + random.next() * 60,
      lon: -110 + random.next() * 70,
      country,
      adm1: `${country}.${String(index % 25).padStart(2, '0')}`,
    };
  });
}

function timeOf(random: Random): EventTime {
  const from = firstDay + Math.floor(random.next() ** 0.6 * (lastDay - firstDay));
  const draw = random.next();
  if (draw < 0.9) return { from, to: from + (draw < 0.05 ? random.below(6) : 0), precision: 'day' };
  const precision = draw < 0.98 ? 'month' : 'year';
  return { from: binStart(from, precision), to: binEnd(from, precision), precision };
}

const precisions: readonly PlacePrecision[] = [1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7];

function quantitiesOf(
  random: Random,
  substance: CrimeEvent['substances'][number] | null,
): CrimeEvent['quantities'] {
  const draw = random.next();
  const value = Math.round(Math.exp(random.normal() * 1.6 + 3) * 10) / 10;
  const spread = { low: null, high: draw < 0.1 ? value * 2 : null };
  if (substance && draw < 0.7) return [{ measure: 'kg', substance, value, ...spread, unit: 'kg' }];
  if (draw < 0.85)
    return [{ measure: 'people', substance: null, value: random.below(8), ...spread, unit: 'deaths' }];
  return [];
}

/**
 * `count` events that look like the real ones: clustered places, more of them lately, some vague, some without figures. In the
 * order of a snapshot and numbered in it, as scripts/build-sample.ts numbers real ones.
 */
export function benchEvents(count: number, seed = 20150820, places: BenchPlaces = 'noise'): CrimeEvent[] {
  const random = seeded(seed);
  const clusters = clustersOf(random);
  const pointIn = pointsOf(random, clusters, places);
  const events = Array.from({ length: count }, (_, index): CrimeEvent => {
    const cluster = random.pick(clusters, 2);
    const kind = random.pick(kinds, 1.4).key;
    const substance = random.next() < 0.4 ? random.pick(substances, 2) : null;
    const precision = random.pick(precisions);
    return {
      id: `bench-${index}`,
      n: index + 1,
      kind,
      time: timeOf(random),
      place: {
        country: cluster.country,
        adm1: precision <= 4 ? cluster.adm1 : null,
        adm2: null,
        name: null,
        zone: null,
        ...(precision === 6 ? { lat: null, lon: null } : pointIn(cluster)),
        precision,
      },
      quantities: quantitiesOf(random, substance),
      substances: substance ? [substance] : [],
      groups: random.next() < 0.3 ? [random.pick(groups, 3)] : [],
      actors: [],
      summary: null,
      note: null,
      milestone: false,
      source: random.pick(sources),
      sourceRecordId: String(index),
      citations: [],
      disputes: [],
      reports: 1,
      articles: [],
    };
  });
  return events.sort(bySnapshotOrder).map((event, index) => ({ ...event, n: index + 1 }));
}
