import fc from 'fast-check';
import { type Briefing, briefingLimits, type PinnedContent } from '#core/briefing.ts';
import { figureFields } from '#core/figure-fields.ts';

const words = (most = 60) => fc.string({ unit: 'grapheme', maxLength: most });
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);
const address = fc.constantFrom(
  '/',
  '/?v=1&c=PE&type=seizure',
  '/country/PE?v=1',
  '/indicators/coca-national',
);

const picture = fc.record({
  svg: fc.constant('<svg xmlns="http://www.w3.org/2000/svg"><text x="1">Perú &amp; «x»</text></svg>'),
  width: fc.integer({ min: 1, max: 4000 }),
  height: fc.integer({ min: 1, max: 4000 }),
});

const table = fc.integer({ min: 1, max: 4 }).chain((columns) =>
  fc.record({
    caption: words(),
    columns: fc.array(fc.record({ key: words(), label: words(), numeric: fc.boolean() }), {
      minLength: columns,
      maxLength: columns,
    }),
    rows: fc.array(
      fc.array(fc.oneof(words(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)), {
        minLength: columns,
        maxLength: columns,
      }),
      { maxLength: 5 },
    ),
  }),
);

const pinned: fc.Arbitrary<PinnedContent> = fc.record({
  dataVersion: fc.constantFrom('2026-11-23.3f9a1c04', ''),
  at: fc.constant('2026-11-23T06:20:00.000Z'),
  words: fc.record(
    Object.fromEntries(figureFields.map((key) => [key, words(200)])),
  ) as unknown as fc.Arbitrary<PinnedContent['words']>,
  table,
  pictures: fc.option(fc.record({ slide: picture, page: picture })),
});

const own = { id, title: words(), message: words(200), annotation: words(200) };
const item = fc.oneof(
  fc.record({ ...own, kind: fc.constant('note' as const) }),
  fc.record({
    ...own,
    kind: fc.constant('figure' as const),
    ref: fc.record({ figure: fc.constantFrom('map', 'timeline', 'series'), address }),
    pinned: fc.option(pinned),
  }),
  fc.record({
    ...own,
    kind: fc.constant('list' as const),
    address,
    rows: fc.integer({ min: 1, max: briefingLimits.listRows }),
    pinned: fc.option(pinned),
  }),
  fc.record({ ...own, kind: fc.constant('event' as const), event: id, pinned: fc.option(pinned) }),
  fc.record({ ...own, kind: fc.constant('article' as const), article: id, pinned: fc.option(pinned) }),
);

/** Any briefing that can be kept. */
export const arbitraryBriefing: fc.Arbitrary<Briefing> = fc.record({
  id,
  title: words(),
  audience: words(),
  lang: fc.constantFrom('en' as const, 'es' as const, 'pt' as const),
  items: fc.uniqueArray(item, { maxLength: 6, selector: ({ id: key }) => key }),
});
