import type { CrimeEvent } from '#core/event.ts';
import type { NamedEvent } from '#core/event-row.ts';
import { openSample } from '#server/sample/load-sample.ts';

/** Events of the bundled data, every `step`th, with the names their rows show. */
export function sampleEvents(count: number, step = 100): NamedEvent[] {
  const sample = openSample();
  const sources = new Map(sample.sources().map((source) => [source.id, source]));
  const found: NamedEvent[] = [];
  for (const batch of sample.eventBatches(step)) {
    const event = batch[0];
    if (!event) continue;
    found.push({ event, source: sources.get(event.source) ?? null, adm1: event.place.adm1 });
    if (found.length === count) break;
  }
  return found;
}

/** Texts that some reader of a file could take for something else than text. */
export const hostileTexts = [
  '=HYPERLINK("http://127.0.0.1/x","pay")',
  '+51 1 555 0100',
  '-2+3+cmd|’ /C calc’!A0',
  '@SUM(1)',
  '＝1+1',
  '"quoted", with ; and,',
  'two\r\nlines and a\ttab',
  '<img src=x onerror=alert(1)>&amp;</t></is>',
  '\u202Eevil\u202C و كلمة',
  'NUL\0, bell\u0007, lone \ud800 half',
  'Ñandú, São João, Łódź, Đà Nẵng',
  "'0042",
] as const;

/** Events made only of such texts. */
export function hostileEvents(like: CrimeEvent): NamedEvent[] {
  return hostileTexts.map((text, at) => ({
    event: {
      ...like,
      id: `hostile-${at}`,
      summary: text,
      note: text,
      actors: [text],
      place: { ...like.place, name: text },
    },
    source: {
      ...{ id: `hostile-${at}`, title: text, attribution: text, publisher: text, licence: text },
      ...{ url: 'https://example.org', redistribution: 'rows' as const },
    },
    adm1: text,
  }));
}
