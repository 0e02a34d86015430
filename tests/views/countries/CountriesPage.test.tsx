// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mockServer } from '#mocks/node.ts';
import { connectFetch, furnishWindow, leavePage, stage } from '#tests/state/stage.tsx';
import CountriesPage from '#views/countries/CountriesPage.tsx';

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

describe('Countries', () => {
  it('lists countries by region with their counts and whether a profile is written', async () => {
    stage(<CountriesPage />, '/countries');
    const south = await screen.findByRole('table', { name: 'South America' });
    const peru = within(south).getByRole('row', { name: /Peru/ });
    expect(peru).toHaveTextContent('Peru339written');
    expect(within(peru).getByRole('link')).toHaveAttribute('href', '/country/PE');
    expect(within(south).getByRole('row', { name: /Bolivia/ })).toHaveTextContent('not yet');
    expect(screen.getByRole('table', { name: 'Central America' })).toBeInTheDocument();
  });
});
