import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Adm1Entry, adm1At, decodeAdm1 } from '#core/geo/adm1-lookup.ts';
import type { Topology } from '#core/geo/topology.ts';
import { isPlaced } from '#core/place.ts';
import { dayOf } from '#core/time.ts';
import { articles, eventById, events } from './world.ts';

const read = <T>(file: string): T => JSON.parse(readFileSync(`public/geo/${file}`, 'utf8')) as T;
const units = decodeAdm1(read<Topology<{ readonly id: string }>>('adm1.json'));
const unitIds = new Set(read<Adm1Entry[]>('adm1-index.json').map((entry) => entry.id));
const zones = new Set(read<{ zones: { id: string }[] }>('zones.json').zones.map((zone) => zone.id));

describe('places of the sample', () => {
  it('never stand at 0, 0 and always come as a pair inside the world', () => {
    const wrong = events.filter(({ place: { lat, lon } }) => {
      if (lat === null || lon === null) return lat !== lon;
      return (lat === 0 && lon === 0) || Math.abs(lat) > 60 || lon < -120 || lon > -30;
    });
    expect(wrong.map((event) => event.id)).toEqual([]);
  });

  it('have a point whenever they count as placed, and none when only the country is known', () => {
    const wrong = events.filter(({ place }) =>
      isPlaced(place.precision) ? place.lat === null : place.precision === 6 && place.lat !== null,
    );
    expect(wrong.map((event) => event.id)).toEqual([]);
  });

  it('lie in their country, or within 50 km of its simplified outline', () => {
    const byCountry = new Map(
      [...new Set(units.map((unit) => unit.id.slice(0, 2)))].map((iso2) => [
        iso2,
        units.filter((unit) => unit.id.startsWith(iso2)),
      ]),
    );
    const checked = new Map<string, boolean>();
    const outside = events.filter(({ place }) => {
      if (place.lat === null || place.lon === null || place.precision === 7 || place.country === null)
        return false;
      const key = `${place.country}|${place.lat}|${place.lon}`;
      const known =
        checked.get(key) ?? adm1At(byCountry.get(place.country) ?? [], place.lon, place.lat, 50) !== null;
      checked.set(key, known);
      return !known;
    });
    expect(outside.map((event) => event.id)).toEqual([]);
  });

  it('name first-level units and zones that our maps have', () => {
    const strange = events.filter(
      ({ place }) =>
        (place.adm1 !== null && !unitIds.has(place.adm1)) || (place.zone !== null && !zones.has(place.zone)),
    );
    expect(strange.map((event) => event.id)).toEqual([]);
    expect(
      events
        .filter(({ place }) => place.precision === 5 && place.zone === null && !place.name)
        .map((event) => event.id),
    ).toEqual([]);
  });

  it('know the unit of every municipality and region', () => {
    const lost = events.filter(({ place }) => place.precision <= 4 && place.adm1 === null);
    expect(lost.map((event) => event.id)).toEqual([]);
  });

  it('put a city’s site near it, a district in its middle, and a sea seizure in no port', () => {
    expect(eventById('so-pe-026').place).toMatchObject({ precision: 2, adm1: 'PE.CL' });
    expect(eventById('pe-008').place).toMatchObject({ precision: 3, adm1: 'PE.LP' });
    expect(eventById('so-co-007').place.precision).toBe(4);
    expect(eventById('so-sv-002').place).toMatchObject({ precision: 6, lat: null });
  });

  it('share one symbol point for all events known to the same region or zone', () => {
    const points = new Map<string, string>();
    const strays = events.filter(({ place }) => {
      const area = place.precision === 4 ? place.adm1 : place.precision === 5 ? place.zone : null;
      if (area === null) return false;
      const point = `${place.lat},${place.lon}`;
      const first = points.get(area) ?? point;
      points.set(area, first);
      return first !== point || place.lat === null;
    });
    expect(strays.map((event) => event.id)).toEqual([]);
    expect(points.size).toBeGreaterThan(30);
  });

  it('draw the VRAEM as a zone, never as its reference town', () => {
    for (const id of ['pe-010', 'pe-011', 'ai-pe-043', 'so-pe-007']) {
      expect(eventById(id).place, id).toMatchObject({ precision: 5, zone: 'VRAEM', adm1: null });
    }
  });
});

describe('dates of the sample', () => {
  it('run forward and are as vague as their precision says', () => {
    const longest = { day: 120, week: 10, month: 32, quarter: 93, year: 800, unknown: 0 };
    const wrong = events.filter(({ time }) => {
      if (time.from === null || time.to === null) return time.precision !== 'unknown';
      return time.to < time.from || time.to - time.from + 1 > longest[time.precision];
    });
    expect(wrong.map((event) => event.id)).toEqual([]);
  });

  it('never turn a month or a year into its first day', () => {
    expect(
      events
        .filter(({ time }) => time.precision !== 'day' && time.from !== null && time.from === time.to)
        .map((event) => event.id),
    ).toEqual([]);
    expect(
      articles.filter(
        ({ published }) =>
          published.precision !== 'day' && published.from !== null && published.from === published.to,
      ),
    ).toEqual([]);
  });

  it('lie between 1989 and the day the data were taken', () => {
    const days = events.flatMap(({ time }) =>
      time.from === null || time.to === null ? [] : [time.from, time.to],
    );
    expect(
      Math.min(
        ...days.slice(0, 1),
        days.reduce((a, b) => Math.min(a, b)),
      ),
    ).toBeGreaterThanOrEqual(dayOf(1989, 1, 1));
    expect(days.reduce((a, b) => Math.max(a, b))).toBeLessThanOrEqual(dayOf(2026, 11, 23));
  });

  it('give events of several days their real end', () => {
    expect(eventById('pe-019').time).toEqual({
      from: dayOf(2022, 8, 11),
      to: dayOf(2022, 8, 17),
      precision: 'day',
    });
    expect(eventById('so-pe-086').time).toEqual({
      from: dayOf(2025, 10, 11),
      to: dayOf(2025, 10, 19),
      precision: 'day',
    });
  });
});
