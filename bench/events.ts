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

/** Points around which events gather, as real ones do. */
interface Cluster {
  readonly lat: number;
  readonly lon: number;
  readonly country: string;
  readonly adm1: string;
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

/** `count` events that look like the real ones: clustered places, more of them lately, some vague, some without figures. */
export function benchEvents(count: number, seed = 20150820): CrimeEvent[] {
  const random = seeded(seed);
  const clusters = clustersOf(random);
  return Array.from({ length: count }, (_, index): CrimeEvent => {
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
        lat: precision === 6 ? null : cluster.lat + random.normal() * 0.6,
        lon: precision === 6 ? null : cluster.lon + random.normal() * 0.6,
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
}
