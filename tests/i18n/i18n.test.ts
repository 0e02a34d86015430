import { describe, expect, it } from 'vitest';
import { dayOf } from '#core/time.ts';
import { en } from '#i18n/en.ts';
import { es } from '#i18n/es.ts';
import { makeI18n } from '#i18n/i18n.tsx';
import { dateLabel } from '#i18n/labels.ts';
import { chooseLang, localeFor } from '#i18n/lang.ts';
import { pt } from '#i18n/pt.ts';

const english = makeI18n('en', en);
const spanish = makeI18n('es', es);
const portuguese = makeI18n('pt', pt);
const day = dayOf(2015, 8, 20);

describe('plurals', () => {
  it('counts zero as one in Brazilian Portuguese only', () => {
    expect(portuguese.t('explore.show', { n: 0 })).toBe('Mostrar 0 evento');
    expect(spanish.t('explore.show', { n: 0 })).toBe('Mostrar 0 eventos');
    expect(english.t('explore.show', { n: 0 })).toBe('Show 0 events');
  });

  it('uses the million form', () => {
    expect(spanish.t('explore.show', { n: 1_000_000 })).toMatch(/de eventos$/);
    expect(portuguese.t('explore.show', { n: 2_000_000 })).toMatch(/de eventos$/);
  });
});

describe('numbers', () => {
  it('sets them as the region does', () => {
    expect(makeI18n('es', es, ['es-CO']).format.number(12345.6)).toBe('12.345,6');
    expect(makeI18n('es', es, ['es-PE']).format.number(12345.6)).toBe('12,345.6');
    expect(portuguese.format.number(12345.6)).toBe('12.345,6');
  });

  it('writes heavy weights in tonnes', () => {
    expect(english.format.kg(7600)).toBe('7,600 kg');
    expect(english.format.kg(12_400)).toBe('12.4 t');
  });
});

describe('dates', () => {
  it('prints the civil day, whatever the clock of the machine', () => {
    expect(english.format.day(day)).toBe('20 Aug 2015');
    expect(portuguese.format.day(day)).toBe('20 ago. 2015');
    expect(english.format.day(dayOf(2015, 9, 1))).toBe('1 Sep 2015');
  });

  it('never says more than is known', () => {
    const month = { from: dayOf(2015, 8, 1), to: dayOf(2015, 8, 31), precision: 'month' } as const;
    expect(english.format.time(month, 'undated')).toBe('Aug 2015');
    expect(english.format.time({ from: null, to: null, precision: 'unknown' }, 'undated')).toBe('undated');
    const year = { from: dayOf(2015, 1, 1), to: dayOf(2015, 12, 31), precision: 'year' } as const;
    expect(english.format.time(year, '')).toBe('2015');
    const quarter = { from: dayOf(2015, 1, 1), to: dayOf(2015, 3, 31), precision: 'quarter' } as const;
    expect(spanish.format.time(quarter, '')).toBe('T1 2015');
  });

  it('says a window in the fewest honest words', () => {
    const plain = (text: string) => text.replace(/\s/g, ' ');
    expect(plain(english.format.range(dayOf(2014, 1, 1), dayOf(2015, 12, 31)))).toBe('2014 – 2015');
    expect(plain(english.format.range(dayOf(2014, 1, 1), dayOf(2014, 3, 31)))).toBe('Jan – Mar 2014');
    expect(english.format.range(day, day)).toBe('20 Aug 2015');
  });
});

describe('the language of the page', () => {
  it('is the link’s, else the choice, else the browser’s, else English', () => {
    expect(chooseLang('pt', 'es', ['en'])).toBe('pt');
    expect(chooseLang('xx', 'es', ['en'])).toBe('es');
    expect(chooseLang(null, null, ['de-DE', 'pt-PT'])).toBe('pt');
    expect(chooseLang(null, null, ['de'])).toBe('en');
  });

  it('keeps the browser’s region of the same language', () => {
    expect(localeFor('es', ['en-US', 'es-MX'])).toBe('es-MX');
    expect(localeFor('es', ['es'])).toBe('es-419');
    expect(localeFor('en', ['en-US'])).toBe('en-GB');
  });
});

describe('how well a date is known', () => {
  const said = (from: number, to: number, precision: 'day' | 'week' | 'month' | 'year') =>
    dateLabel(english.t, { from, to, precision });

  it('names a calendar period only where the days are one', () => {
    expect(said(day, day, 'day')).toBe('exact day');
    expect(said(day, day + 6, 'day')).toBe('these days');
    expect(said(dayOf(2015, 8, 1), dayOf(2015, 8, 31), 'month')).toBe('month only');
    expect(said(dayOf(2015, 11, 12), dayOf(2015, 12, 11), 'month')).toBe('between these days');
    expect(dateLabel(spanish.t, { from: null, to: null, precision: 'unknown' })).toBe('fecha desconocida');
  });
});
