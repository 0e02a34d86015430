import { expect, it } from 'vitest';
import { dayOf, isoOf } from '#core/time.ts';
import { describeWithShared } from '#tests/shared-data.ts';
import { originalRows, originalText, sumOf, tally } from './original-rows.ts';
import { eventById, type events, eventsOf } from './world.ts';

const kg = (source: string): number =>
  eventsOf(source).reduce(
    (sum, event) =>
      sum + event.quantities.reduce((own, one) => own + (one.measure === 'kg' ? (one.value ?? 0) : 0), 0),
    0,
  );
const itemsOf = (list: readonly (typeof events)[number][]): number =>
  list.reduce(
    (sum, event) =>
      sum + event.quantities.reduce((own, one) => own + (one.measure === 'item' ? (one.value ?? 0) : 0), 0),
    0,
  );

describeWithShared('Peru’s seizures reported to UNODC against the original files', () => {
  const rows = originalRows('events/peru-drug-seizures-unodc-ids-2011-2015-deduplicated-geocoded.csv');
  const own = eventsOf('unodc-ids-peru');

  it('325 events and their kilograms, each counted once though the releases repeat 2013 threefold', () => {
    expect(own).toHaveLength(rows.length);
    expect(rows).toHaveLength(325);
    expect(kg('unodc-ids-peru')).toBeCloseTo(sumOf(rows, 'amount_kg'), 6);
    const raw = originalText('events/unodc-individual-drug-seizures-world-2011-2015.csv.gz')
      .split('\n')
      .filter((line) => line.split(';')[2] === 'Peru')
      .map((line) => /;\d{4}-(\d\d-\d\d);.*?;([\d.]+);Kilogram;/u.exec(line));
    expect(raw).toHaveLength(405);
    // Same month, day and grams: 324 keys, one of which is two seizures at two places.
    const raws = new Set(raw.map((found) => `${found?.[1]} ${Math.round(Number(found?.[2]) * 1000)}`));
    const mine = rows.map((row) => `${row.date?.slice(5)} ${Math.round(Number(row.amount_kg) * 1000)}`);
    expect(raws.size).toBe(324);
    expect(new Set(mine)).toEqual(raws);
    expect(mine).toHaveLength(325);
    expect(sumOf(rows, 'source_rows')).toBe(405);
  });

  it('no exact day where day and month may be exchanged or the year is uncertain', () => {
    for (const row of rows) {
      const event = eventById(row.id ?? '');
      const uncertain = row.day_month_ambiguous === 'True' || row.year_uncertain === 'True';
      expect(event.time.precision === 'day', event.id).toBe(!uncertain);
      const [year, month, day] = (row.date ?? '').split('-').map(Number) as [number, number, number];
      const readings = [dayOf(year, month, day), ...(day <= 12 ? [dayOf(year, day, month)] : [])];
      const [from, to] = [event.time.from ?? 0, event.time.to ?? 0];
      expect(
        readings.every((reading) =>
          uncertain ? from <= reading && reading <= to : reading === from || day <= 12,
        ),
        event.id,
      ).toBe(true);
      if (row.year_uncertain === 'True') expect(isoOf(to).slice(0, 4), event.id).toBe('2013');
    }
  });

  it('the raw wording of places stays outside', () => {
    const text = JSON.stringify(own);
    expect(
      rows
        .filter((row) => (row.place_raw ?? '').length > 12 && text.includes(row.place_raw ?? ''))
        .map((row) => row.id),
    ).toEqual([]);
  });
});

describeWithShared('UCDP against the original files', () => {
  const files = [
    ['ucdp-ged-mexico', originalRows('events/ucdp-ged-mexico-1989-2023.csv.gz')],
    [
      'ucdp-ged-colombia',
      originalRows('events/ucdp-ged-colombia-1989-2018-hxl.csv.gz').filter((row) =>
        /^\d+$/u.test(row.id ?? ''),
      ),
    ],
  ] as const;

  it('every row is one event; the HXL tag row is none', () => {
    expect(files.map(([, rows]) => rows.length)).toEqual([18957, 4632]);
    for (const [source, rows] of files) {
      expect(
        eventsOf(source)
          .map((event) => event.sourceRecordId)
          .sort(),
      ).toEqual(rows.map((row) => row.id).sort());
    }
  });

  it.each(files)('%s: deaths, kinds, precision of day and place', (source, rows) => {
    const own = eventsOf(source);
    const deaths = own.map((event) => event.quantities[0]);
    expect(deaths.reduce((sum, one) => sum + (one?.value ?? 0), 0)).toBe(sumOf(rows, 'best'));
    const bound = (row: (typeof rows)[number]): number[] =>
      ['low', 'best', 'high'].map((column) => Number(row[column]));
    expect(deaths.reduce((sum, one) => sum + (one?.low ?? 0), 0)).toBe(
      rows.map((row) => Math.min(...bound(row))).reduce((sum, low) => sum + low, 0),
    );
    expect(deaths.reduce((sum, one) => sum + (one?.high ?? 0), 0)).toBe(
      rows.map((row) => Math.max(...bound(row))).reduce((sum, high) => sum + high, 0),
    );
    const words: Record<string, string> = { combat: '1', 'non-state-clash': '2', 'one-sided-violence': '3' };
    expect(tally(own, (event) => words[event.kind] ?? event.kind)).toEqual(
      tally(rows, (row) => row.type_of_violence ?? ''),
    );
    expect(tally(own, (event) => String(event.place.precision))).toEqual(
      tally(rows, (row) => row.where_prec ?? ''),
    );
    expect(own.filter((event) => event.time.precision === 'day')).toHaveLength(
      rows.filter((row) => row.date_prec === '1').length,
    );
  });

  it('no headline of its sources is carried', () => {
    const rows = files[0][1].filter((row) => (row.source_headline ?? '').length > 30);
    const text = JSON.stringify(eventsOf('ucdp-ged-mexico'));
    const some = rows.filter((_, index) => index % 97 === 0);
    expect(some.length).toBeGreaterThan(50);
    expect(some.filter((row) => text.includes(row.source_headline ?? ''))).toEqual([]);
  });
});

describeWithShared('Colombian records against the original files', () => {
  it('687 police seizures in grams become kilograms, at municipalities whose codes kept their zero', () => {
    const rows = JSON.parse(
      originalText('events/colombia-police-drug-seizures-antioquia-2018-01-04.soda.json'),
    ) as Record<string, string>[];
    const own = eventsOf('colombia-police-seizures');
    expect(own).toHaveLength(687);
    expect(rows.every((row) => row.unidad_de_medida === 'GRAMO')).toBe(true);
    expect(kg('colombia-police-seizures')).toBeCloseTo(sumOf(rows as never, 'cantidad') / 1000, 6);
    const departments = tally(rows, (row) => row.departamento ?? '');
    expect(tally(own, (event) => event.place.adm1 ?? '')).toEqual({
      'CO.AN': departments.ANTIOQUIA,
      'CO.AM': departments.AMAZONAS,
      'CO.VC': departments.VALLE,
      'CO.CE': departments.CESAR,
    });
    expect(tally(own, (event) => isoOf(event.time.from ?? 0))).toEqual(
      tally(rows, (row) => (row.fecha ?? '').slice(0, 10)),
    );
  });

  it('28,801 rows of destroyed infrastructure are all inside the monthly records', () => {
    const rows = originalRows('events/colombia-mindefensa-drug-infrastructure-destroyed-2010-2022.csv.gz');
    const own = eventsOf('colombia-drug-infrastructure');
    expect(own.reduce((sum, event) => sum + event.reports, 0)).toBe(rows.length);
    expect(rows).toHaveLength(28801);
    const year = (date: string): string => date.slice(6, 10);
    for (const one of new Set(rows.map((row) => year(row['FECHA HECHO'] ?? '')))) {
      const mine = own.filter((event) => isoOf(event.time.from ?? 0).startsWith(one));
      expect(itemsOf(mine), one).toBe(
        sumOf(
          rows.filter((row) => year(row['FECHA HECHO'] ?? '') === one),
          'CANTIDAD',
        ),
      );
    }
    const cells = new Set(
      rows.map(
        (row) => `${row.COD_MUNI} ${row['FECHA HECHO']?.slice(6, 10)} ${row['FECHA HECHO']?.slice(0, 2)}`,
      ),
    );
    expect(own).toHaveLength(cells.size);
    expect(own.every((event) => event.time.precision === 'month')).toBe(true);
    const antioquia = new Set(
      rows
        .filter((row) => row.COD_DEPTO === '05')
        .map(
          (row) => `${row.COD_MUNI} ${row['FECHA HECHO']?.slice(6, 10)} ${row['FECHA HECHO']?.slice(0, 2)}`,
        ),
    );
    expect(own.filter((event) => event.sourceRecordId.startsWith('05'))).toHaveLength(antioquia.size);
  });
});

describeWithShared('airstrips and mining against the original files', () => {
  it('1,269 airstrips of the survey of 2021, none dated finer than the year', () => {
    const file = JSON.parse(originalText('events/brazil-amazon-clandestine-airstrips-2021.geojson')) as {
      features: { properties: { airstrip_id: number } }[];
    };
    const own = eventsOf('brazil-airstrips-2021');
    expect(own.map((event) => Number(event.sourceRecordId)).sort((a, b) => a - b)).toEqual(
      file.features.map((one) => one.properties.airstrip_id).sort((a, b) => a - b),
    );
    expect(
      own.every((event) => event.time.precision === 'year' && isoOf(event.time.from ?? 0) === '2021-01-01'),
    ).toBe(true);
  });

  it('mining detections of Peru and their hectares, period by period', () => {
    const rows = originalRows('events/amazon-mining-detections-centroids.csv.gz').filter(
      (row) => row.iso3 === 'PER',
    );
    const own = eventsOf('amazon-mining-watch');
    expect(own).toHaveLength(rows.length);
    for (const period of ['2018', '2020', '2022', '2024', '2025Q3']) {
      const mine = own.filter((event) => event.id.startsWith(`pemin-${period.toLowerCase()}-`));
      expect(itemsOf(mine), period).toBeCloseTo(
        sumOf(
          rows.filter((row) => row.period === period),
          'mined_area_ha',
        ),
        6,
      );
      expect(new Set(mine.map((event) => event.time.precision))).toEqual(
        new Set([period.includes('Q') ? 'quarter' : 'year']),
      );
    }
  });
});
