import { binEnd, dayOf, type EventTime } from '#core/time.ts';
import { citation, draftEvent, type EventDraft, quantity } from './draft.ts';
import { adm1ByPoint } from './gazetteer.ts';
import { type Row, sharedRows, sharedText } from './shared-data.ts';

export const airstripsFile = 'events/brazil-amazon-clandestine-airstrips-2021.geojson';
export const miningFile = 'events/amazon-mining-detections-centroids.csv.gz';

interface Airstrip {
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: {
    readonly airstrip_id: number;
    readonly location_source: string;
    readonly mining_within_20km: boolean;
  };
}

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
const citeAirstrips = citation(
  'The Intercept Brasil, The New York Times, Pulitzer Center and Earth Genome',
  'https://github.com/earthrise-media/mining-detector',
  null,
);
const citeMining = citation('Earth Genome, Amazon Mining Watch', 'https://amazonminingwatch.org/', null);

/** Clandestine airstrips of the Brazilian Amazon in the survey of 2021: found there in that year, not built in it. */
export function airstripEvents(): readonly EventDraft[] {
  const { features } = JSON.parse(sharedText(airstripsFile)) as { features: readonly Airstrip[] };
  return features.map(({ geometry, properties }) => {
    const [lon, lat] = [round(geometry.coordinates[0]), round(geometry.coordinates[1])];
    return draftEvent(
      {
        id: `brair-${String(properties.airstrip_id).padStart(4, '0')}`,
        kind: 'airstrip-detection',
        time: { from: dayOf(2021, 1, 1), to: dayOf(2021, 12, 31), precision: 'year' },
        place: {
          country: 'BR',
          adm1: adm1ByPoint('BR', lat, lon),
          adm2: null,
          name: null,
          zone: null,
          lat,
          lon,
          precision: 1,
        },
        source: 'brazil-airstrips-2021',
        sourceRecordId: String(properties.airstrip_id),
        citations: [citeAirstrips],
      },
      {
        quantities: [quantity('item', 'clandestine airstrips', null, 1)],
        note: `Location from ${properties.location_source.replace('Open Street Maps', 'OpenStreetMap').replace('/', ' and ')}.${properties.mining_within_20km ? ' Mining was seen within 20 km.' : ''}`,
      },
    );
  });
}

/** "2018" is a year, "2025Q3" a quarter: the period of the images, never a day. */
export function miningTime(period: string): EventTime {
  const match = /^(\d{4})(?:Q([1-4]))?$/u.exec(period);
  if (!match) throw new Error(`Period "${period}"`);
  const year = Number(match[1]);
  if (!match[2]) return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31), precision: 'year' };
  const from = dayOf(year, Number(match[2]) * 3 - 2, 1);
  return { from, to: binEnd(from, 'quarter'), precision: 'quarter' };
}

/** Places in Peru that a model reads as mining in the images of each period. */
export function miningEvents(): readonly EventDraft[] {
  const counts = new Map<string, number>();
  return sharedRows(miningFile)
    .filter((row) => row('iso3') === 'PER')
    .map((row) => {
      const period = row('period');
      const count = (counts.get(period) ?? 0) + 1;
      counts.set(period, count);
      return miningEvent(row, `pemin-${period.toLowerCase()}-${String(count).padStart(4, '0')}`);
    });
}

function miningEvent(row: Row, id: string): EventDraft {
  const [lat, lon] = [Number(row('lat')), Number(row('lon'))];
  return draftEvent(
    {
      id,
      kind: 'mining-detection',
      time: miningTime(row('period')),
      place: {
        country: 'PE',
        adm1: adm1ByPoint('PE', lat, lon),
        adm2: null,
        name: null,
        zone: null,
        lat,
        lon,
        precision: 1,
      },
      source: 'amazon-mining-watch',
      sourceRecordId: id,
      citations: [citeMining],
    },
    {
      quantities: [quantity('item', 'ha read as mining', 'minerals', Number(row('mined_area_ha')))],
      substances: ['minerals'],
    },
  );
}
