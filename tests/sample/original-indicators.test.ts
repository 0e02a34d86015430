import { expect, it } from 'vitest';
import { describeWithShared } from '#tests/shared-data.ts';
import { originalRows, sumOf } from './original-rows.ts';
import { sample, series, seriesById } from './world.ts';

const total = (id: string, period?: string): number =>
  seriesById(id)
    .values.filter((value) => period === undefined || value.period === period)
    .reduce((sum, value) => sum + (value.value ?? 0), 0);

describeWithShared('indicators against the original files', () => {
  it('coca by zone leaves the national row out, and the national series has it', () => {
    const rows = originalRows('indicators/peru-coca-cultivation-by-zone-2018-2024.csv');
    for (const year of ['2018', '2019', '2020', '2021', '2022', '2023', '2024']) {
      const ofYear = rows.filter((row) => row.year === year);
      const nation = ofYear.filter((row) => row.zone?.startsWith('PERU'));
      expect(total('coca-peru-zones', year), year).toBe(sumOf(ofYear, 'coca_ha') - sumOf(nation, 'coca_ha'));
      const national = seriesById('coca-national').values.find(
        (value) => value.country === 'PE' && value.period === year,
      );
      expect(national?.value, year).toBe(sumOf(nation, 'coca_ha'));
    }
    expect(seriesById('coca-national').observations).toBe(26);
  });

  it('coca by department counts no total row', () => {
    const rows = originalRows('indicators/peru-coca-cultivation-by-department-2017-2024.csv');
    const departments = rows.filter((row) => !/^total$/iu.test(row.department ?? ''));
    expect(rows.length - departments.length).toBe(10);
    expect(total('coca-peru-departments')).toBe(sumOf(departments, 'coca_ha'));
    expect(total('coca-peru-departments', '2024')).toBeLessThanOrEqual(89755);
  });

  it('coca by district keeps codes with a leading zero', () => {
    const rows = originalRows('indicators/peru-coca-cultivation-by-district-2012-2020.csv');
    const own = seriesById('coca-peru-districts');
    expect(own.observations).toBe(rows.length);
    expect(total('coca-peru-districts')).toBeCloseTo(sumOf(rows, 'coca_ha'), 4);
    expect(own.values.every((value) => /^\d{6}$/u.test(value.area))).toBe(true);
    expect(own.values.some((value) => value.area === '010103')).toBe(true);
  });

  it('PNP seizures are all drugs of 2019 and 2020 only', () => {
    const rows = originalRows('indicators/peru-drug-seizures-by-department-2019-2023.csv');
    for (const year of ['2019', '2020']) {
      expect(total('drugs-seized-peru-departments', year)).toBe(
        sumOf(
          rows.filter((row) => row.year === year),
          'drugs_seized_kg_all_types',
        ),
      );
    }
    expect(total('drugs-seized-peru-departments', '2019')).toBe(61424);
    expect(new Set(seriesById('drugs-seized-peru-departments').values.map((value) => value.period))).toEqual(
      new Set(['2019', '2020']),
    );
    expect(seriesById('drugs-seized-peru-departments').title).toMatch(/all drugs/u);
  });

  it('homicide by department, by country, conflict, displacement and population are complete', () => {
    const inei = originalRows('indicators/peru-homicide-rate-by-department-2019-2021.csv');
    expect(total('homicide-rate-peru-departments')).toBeCloseTo(sumOf(inei, 'Tasa de Homicidios'), 6);
    expect(seriesById('homicide-rate-peru-departments').observations).toBe(78);
    const bank = originalRows('indicators/worldbank-homicide-conflict-latam-1990-2020.csv');
    const own = series.filter((one) => one.source === 'worldbank-wdi');
    expect(own.reduce((sum, one) => sum + one.observations, 0)).toBe(bank.length);
    const rate = bank.filter((row) => row.indicator === 'Intentional homicides (per 100,000 people)');
    expect(total('homicide-rate')).toBeCloseTo(sumOf(rate, 'value'), 6);
    const people = originalRows('indicators/worldbank-population-latam.csv');
    expect(total('population')).toBe(sumOf(people, 'Value'));
    expect(seriesById('population').observations).toBe(1300);
  });

  it('conflict deaths are the file’s', () => {
    const rows = originalRows('indicators/ucdp-conflict-deaths-by-country-latam-owid.csv');
    expect(total('conflict-deaths')).toBe(
      sumOf(rows, 'Violent deaths in conflicts and one-sided violence (UCDP 2019)'),
    );
    expect(seriesById('conflict-deaths').observations).toBe(187);
  });

  it('the corruption index is two series, the later on the scale that was published', () => {
    const rows = originalRows('indicators/transparency-cpi-latam-1995-2017.csv');
    const [old, recent] = ['0-10', '0-100'].map((scale) => rows.filter((row) => row.scale === scale));
    expect(total('cpi-0-10')).toBeCloseTo(sumOf(old ?? [], 'score'), 6);
    expect(total('cpi-0-100')).toBeCloseTo(sumOf(recent ?? [], 'score') * 10, 6);
    expect(
      seriesById('cpi-0-100').values.find((value) => value.country === 'PE' && value.period === '2012')
        ?.value,
    ).toBe(38);
  });

  it('each drug series sums the lines of its drug', () => {
    const rows = originalRows('indicators/unodc-drug-seizures-americas-2019-2023.csv');
    const drug = (name: string): number =>
      sumOf(
        rows.filter((row) => row.drug === name),
        'seized_kg',
      );
    expect(total('seized-cocaine-hydrochloride')).toBeCloseTo(drug('Cocaine hydrochloride'), 1);
    expect(total('seized-crack')).toBeCloseTo(drug('"Crack" cocaine'), 1);
    expect(total('seized-cannabis-herb')).toBeCloseTo(drug('Cannabis herb (marijuana)'), 1);
    const own = series.filter((one) => one.source === 'unodc-wdr-seizures');
    expect(
      own.every((one) => one.values.every((value) => (value.note !== null) === (value.status === 'derived'))),
    ).toBe(true);
  });

  it('mined area is the file’s, area by area and period by period', () => {
    const rows = originalRows('indicators/amazon-mining-by-subnational-area-2018-2025Q3.csv');
    const period = (text: string): string =>
      text.endsWith('00') ? text.slice(0, 4) : `${text.slice(0, 4)}-Q${text.slice(5)}`;
    for (const one of new Set(rows.map((row) => row.admin_year ?? ''))) {
      const own = total('mined-area-amazon', period(one));
      const theirs = sumOf(
        rows.filter((row) => row.admin_year === one),
        'intersected_area_ha',
      );
      expect(Math.abs(own - theirs), one).toBeLessThan(3);
    }
  });

  it('every single cited figure and cost of violence is there', () => {
    const figures = originalRows('indicators/peru-single-cited-figures.csv');
    const values = series.flatMap((one) => one.values).filter((value) => value.country === 'PE');
    for (const row of figures) {
      const number = Number((row.value ?? '').replace('about ', ''));
      expect(
        values.some((value) => value.period === row.year && value.value === number),
        `${row.measure} ${row.year}`,
      ).toBe(true);
    }
    const derived = seriesById('contraband-seized-peru').values.map((value) => value.status);
    expect(derived).toEqual(['derived', 'derived', 'final']);
    expect(total('cost-of-violence-gdp') + total('cost-of-violence-rank')).toBeCloseTo(19.2 + 119 + 25, 6);
  });

  it('every UCDP organisation of the shared list has a group', () => {
    const names = originalRows('actors/ucdp-actors-mexico-colombia.csv').flatMap((row) =>
      (row.actor ?? '').split(', '),
    );
    const wanted = new Set(names.filter((name) => name !== 'Civilians'));
    const own = sample
      .groups()
      .filter((group) => group.source === 'ucdp-actors' || group.active.from !== null);
    expect(own.length).toBeGreaterThanOrEqual(wanted.size);
  });
});
