import fc from 'fast-check';
import type { CitationWords } from '#core/citation.ts';
import { type Reference, referenceKinds } from '#core/reference.ts';
import { vagueIso } from '#core/time.ts';

/** An event's reference as the page makes it, to be changed by a test. */
export const seizure: Reference = {
  kind: 'event',
  id: 'pe-007',
  title: 'Incautación de 7.600 kg de cocaína en Huanchaco',
  lang: 'es',
  authors: ['Compiled by this project'],
  publisher: 'Compiled by this project',
  date: { from: 16308, to: 16308, precision: 'day' },
  url: 'https://example.org/events/pe-007?v=1&asof=2026-11-23.abcd1234',
  accessed: '2026-11-26',
  version: '2026-11-23.abcd1234',
  licence: null,
  originals: ['InSight Crime', 'El Comercio'],
  datasets: [
    { title: 'Curated events', publisher: 'Compiled by this project', licence: 'CC BY 4.0', url: null },
  ],
  tool: { name: 'Atalaya', version: '1.0.0' },
};

export const englishWords: CitationWords = {
  date: (time) => vagueIso(time) || 'n.d.',
  undated: 'n.d.',
  quoted: (title) => `“${title}”`,
  kind: (kind, id) => `${kind} ${id}`,
  list: (names) => names.join(', '),
  reported: (names) => `Reported by ${names}`,
  dataset: ({ title, publisher, licence }) => `Dataset: ${title}, ${publisher} (${licence})`,
  datasets: (names) => `Data: ${names}`,
  version: (version) => `Data version ${version}`,
  licence: (licence) => `Licence: ${licence}`,
  accessed: (day) => `accessed ${day}`,
  retrieved: (day, url) => `Retrieved ${day}, from ${url}`,
  noAddress: 'No web address is known',
};

/** Text as it may come from anywhere: signs of TeX and RIS, line ends, marks of direction, broken surrogates. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(...'ab{}\\$&%#_~^"@,*-\r\n\t éñçãüÁÑ¿¡–“”«»\u2028\u202e🛩ijıßЖ\u0301\ud800'),
    maxLength: 60,
  }),
);
const names = fc.array(anyText, { maxLength: 4 });

export const anyReference: fc.Arbitrary<Reference> = fc.record({
  kind: fc.constantFrom(...referenceKinds),
  id: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,30}$/),
  title: anyText,
  lang: fc.constantFrom('en', 'es', 'pt'),
  authors: names,
  publisher: anyText,
  date: fc.option(
    fc.record({
      from: fc.integer({ min: -20_000, max: 30_000 }),
      to: fc.integer({ min: 30_001, max: 40_000 }),
      precision: fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
    }),
  ),
  url: fc.option(anyText),
  accessed: fc.constant('2026-11-26'),
  version: fc.option(anyText),
  licence: fc.option(anyText),
  originals: names,
  datasets: fc.array(
    fc.record({ title: anyText, publisher: anyText, licence: anyText, url: fc.option(anyText) }),
    { maxLength: 4 },
  ),
  tool: fc.option(fc.record({ name: fc.constant('Atalaya'), version: fc.constant('1.0.0') })),
}) as fc.Arbitrary<Reference>;
