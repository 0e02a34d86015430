import { describe, expect, it } from 'vitest';
import { readBriefing, writeBriefing } from '#core/briefing-file.ts';
import { openFigureRef } from '#core/figure-ref.ts';
import { langs, readView } from '#core/view.ts';
import { loadBriefingWords } from '#i18n/briefing-words.ts';
import { exampleBriefing, exampleFigures, exampleKeys } from '#views/briefings/examples.ts';
import { events, seriesById } from './world.ts';

function observed(id: string, country: string, area: string, period: number): number {
  const found = seriesById(id).values.filter(
    (one) => one.country === country && one.area === area && one.period === String(period),
  );
  expect(found).toHaveLength(1);
  return found[0]?.value ?? Number.NaN;
}

describe.each(langs.flatMap((lang) => exampleKeys.map((key) => [key, lang] as const)))(
  'the example %s in %s',
  (key, lang) => {
    it('is a whole briefing whose every reference can be opened', async () => {
      const briefing = exampleBriefing(key, lang, await loadBriefingWords(lang));
      expect(readBriefing(writeBriefing(briefing))).toEqual(briefing);
      for (const item of briefing.items) {
        expect(item.title).not.toMatch(/\{\w+\}/);
        expect(item.message).not.toMatch(/\{\w+\}/);
        if (item.kind === 'figure') expect(openFigureRef(item.ref as never).problems).toEqual([]);
        if (item.kind === 'list') expect(readView(item.address.slice('/events'.length)).problems).toEqual([]);
      }
    });
  },
);

describe('what the examples say', () => {
  it('of shoot-downs and forced landings in Peru', () => {
    const found = events.filter(
      ({ kind, place }) => place.country === 'PE' && ['shoot-down', 'forced-landing'].includes(kind),
    );
    const year = (day: number | null) => (day === null ? null : new Date(day * 86_400_000).getUTCFullYear());
    const in1995 = found.filter(({ time }) => year(time.from) === 1995 && year(time.to) === 1995);
    expect({ in1995: in1995.length, all: found.length }).toEqual(exampleFigures.air);
  });

  it('of coca in Peru and in the VRAEM', () => {
    const { nation, zone } = exampleFigures.vraem;
    for (const [year, value] of Object.entries(nation))
      expect(observed('coca-national', 'PE', '', Number(year))).toBe(value);
    for (const [year, value] of Object.entries(zone))
      expect(observed('coca-peru-zones', 'PE', 'VRAEM', Number(year))).toBe(value);
    const all = seriesById('coca-national').values.filter((one) => one.country === 'PE');
    expect(Math.max(...all.map((one) => one.value ?? 0))).toBe(nation[2022]);
    const periods = seriesById('coca-peru-zones')
      .values.filter((one) => one.area === 'VRAEM')
      .map((one) => one.period);
    expect(periods).not.toContain('2016');
    expect(periods).not.toContain('2017');
  });

  it('of homicide', () => {
    const { salvador, mexico, peru } = exampleFigures.homicide;
    const rounded = (country: string, year: number) =>
      Math.round(observed('homicide-rate', country, '', year) * 10) / 10;
    for (const [country, years] of [
      ['SV', salvador],
      ['MX', mexico],
      ['PE', peru],
    ] as const) {
      for (const [year, value] of Object.entries(years)) expect(rounded(country, Number(year))).toBe(value);
    }
    const { values } = seriesById('homicide-rate');
    const of2018 = values.filter((one) => one.period === '2018' && one.value !== null);
    expect(of2018.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0]?.country).toBe('SV');
    expect(values.every((one) => one.period <= '2018')).toBe(true);
    expect(values.some((one) => one.country === 'PE' && one.period > '2017' && one.value !== null)).toBe(
      false,
    );
  });
});
