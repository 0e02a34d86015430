import fc from 'fast-check';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import { parseCellKey } from '#core/geo/hexagon.ts';
import { quantityMeasures } from '#core/measure.ts';
import { placePrecisions } from '#core/place.ts';
import { families, kinds, substances, typeOfKind } from '#core/taxonomy.ts';
import { dayOf } from '#core/time.ts';

/** Values as an address carries them: lists sorted and without repeats, degrees at four decimals, texts trimmed. */
const sortedList = <T extends string>(value: fc.Arbitrary<T>) =>
  fc.uniqueArray(value, { maxLength: 6 }).map((list) => [...list].sort());
const day = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2099, 12, 31) });
const degree = (limit: number) =>
  fc.integer({ min: -limit * 10_000, max: limit * 10_000 }).map((n) => n / 10_000);
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);
const country = fc.stringMatching(/^[A-Z]{2}$/);

const dates = fc
  .tuple(fc.option(day), fc.option(day))
  .map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }));
const bbox = fc
  .tuple(degree(180), degree(90), degree(180), degree(90))
  .map(([west, a, east, b]) => [west, Math.min(a, b), east, Math.max(a, b)] as const);
const corner = fc.record({ lat: degree(90), lon: degree(180) });
const cell = fc
  .tuple(fc.nat(16), fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9999, max: 9999 }))
  .map(([zoom, q, r]) => parseCellKey(`${zoom}.${q}.${r}`));
const quantity = fc.record({
  measure: fc.constantFrom(...quantityMeasures),
  min: fc.option(fc.nat(100_000)),
  max: fc.option(fc.nat(100_000)),
});

/** Any filter that an address can carry. */
export const arbitraryFilter: fc.Arbitrary<EventFilter> = fc
  .tuple(
    fc.record({
      countries: sortedList(country),
      adm1: sortedList(fc.tuple(country, fc.stringMatching(/^[A-Z0-9]{1,4}$/)).map(([a, b]) => `${a}.${b}`)),
      types: sortedList(
        fc.constantFrom(...families.map(({ key }) => key), ...kinds.map(({ key }) => typeOfKind(key))),
      ),
      groups: sortedList(slug),
      substances: sortedList(fc.constantFrom(...substances)),
      sources: sortedList(slug),
      precisions: fc
        .uniqueArray(fc.constantFrom(...placePrecisions.map(({ level }) => level)))
        .map((levels) => [...levels].sort()),
      text: fc.string({ maxLength: 60 }).map((text) => text.trim()),
      bbox: fc.option(bbox),
      area: fc.option(fc.array(corner, { minLength: 3, maxLength: 8 })),
      cell: fc.option(cell),
      quantity: fc.option(quantity),
    }),
    dates,
  )
  .map(([rest, { from, to }]) => ({ ...emptyFilter, ...rest, from, to }));
