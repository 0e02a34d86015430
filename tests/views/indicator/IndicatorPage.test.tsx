// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linesOf } from '#drawings/series/series-lines.ts';
import { mockServer } from '#mocks/node.ts';
import { mockWorld } from '#mocks/world.ts';
import { connectFetch, furnishWindow, leavePage, stage } from '#tests/state/stage.tsx';
import IndicatorPage from '#views/indicator/IndicatorPage.tsx';

const server = mockServer();
beforeAll(() => server.listen());
beforeEach(() => {
  connectFetch();
  furnishWindow();
});
afterEach(() => {
  server.reset();
  leavePage();
});
afterAll(() => server.close());

const open = (id: string) => stage(<IndicatorPage params={{ id }} />, `/indicators/${id}`);
const series = (id: string) => {
  const found = mockWorld().indicators.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('Indicator', () => {
  it('defines the series, lists every value with status and source, and gives the file', async () => {
    open('contraband-seized');
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Contraband and pirated goods seized',
    );
    const table = screen.getByRole('table', { name: 'Values' });
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(within(table).getAllByText('derived')).toHaveLength(2);
    expect(screen.getByRole('link', { name: 'CSV of the whole series' })).toHaveAttribute(
      'href',
      '/api/v1/indicators/contraband-seized?format=csv',
    );
  });

  it('says that an indicator does not exist, with a way on', async () => {
    open('nope');
    expect(await screen.findByRole('heading', { name: 'No such indicator' })).toBeInTheDocument();
  });
});

describe('lines of a series', () => {
  const name = (iso2: string) => iso2;
  const one = series('coca-cultivation');
  const value = one.values[0];
  if (!value) throw new Error('no values');

  it('is the country alone where there is one', () => {
    expect(linesOf(one, null, name)).toEqual({
      lines: [{ country: 'PE', area: '', label: 'PE' }],
      of: 1,
      by: 'country',
    });
  });

  it('sets countries side by side, the largest latest value first, six at most', () => {
    const values = ['AR', 'BO', 'BR', 'CL', 'CO', 'EC', 'MX'].map((country, at) => ({
      ...value,
      country,
      value: at,
    }));
    const { lines, of } = linesOf({ ...one, values }, null, name);
    expect(lines.map((line) => line.country)).toEqual(['MX', 'EC', 'CO', 'CL', 'BR', 'BO']);
    expect(of).toBe(7);
  });

  it('shows the areas of a country, or their sum where countries stand side by side', () => {
    const values = [
      { ...value, area: 'A', areaName: 'North', value: 1 },
      { ...value, area: 'B', areaName: 'South', value: 3 },
    ];
    expect(linesOf({ ...one, values }, 'PE', name).lines.map((line) => line.label)).toEqual([
      'South',
      'North',
    ]);
    const two = [...values, { ...value, country: 'CO', area: 'C', areaName: 'East', value: 9 }];
    expect(linesOf({ ...one, values: two }, null, name).lines).toEqual([
      { country: 'CO', area: null, label: 'CO' },
      { country: 'PE', area: null, label: 'PE' },
    ]);
  });
});
