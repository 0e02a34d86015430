// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { setFault } from '#mocks/faults.ts';
import { mockServer } from '#mocks/node.ts';
import { connectFetch, furnishWindow, leavePage, stage } from '#tests/state/stage.tsx';
import { teachDialogs } from '#tests/ui/render.tsx';
import { receiveAdds } from '#ui/briefing-adds.ts';
import CountryPage from '#views/country/CountryPage.tsx';
import type { MapProps } from '#views/map/map-props.ts';

let map: MapProps | null = null;
vi.mock('#views/map/MapView.tsx', () => ({
  MapView: (props: MapProps) => {
    map = props;
    return <p>{props.label}</p>;
  },
}));

const server = mockServer();
beforeAll(() => {
  server.listen();
  teachDialogs();
});
beforeEach(() => {
  connectFetch();
  furnishWindow();
});
afterEach(() => {
  server.reset();
  leavePage();
});
afterAll(() => server.close());

const open = (iso2: string, query = '') =>
  stage(<CountryPage params={{ iso2 }} />, `/country/${iso2}${query}`);
const search = () => decodeURIComponent(location.search);

describe('Country', () => {
  it('opens with a lead in which the figure is a link, and numbers with period, source and change', async () => {
    open('PE');
    expect(await screen.findByRole('heading', { level: 1, name: 'Peru' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '40,300 hectares in 2015' })).toHaveAttribute(
      'href',
      '/indicators/coca-cultivation',
    );
    const link = screen.getAllByRole('link', { name: '40,300 ha' })[0];
    await waitFor(() => expect(link?.closest('div')).toHaveTextContent(/2015 · −6\.1% on 2014 · UNODC/));
  });

  it('lets every headline number leave, and be added to a briefing', async () => {
    const added: unknown[] = [];
    const stop = receiveAdds((content) => added.push(content));
    open('PE');
    const button = await screen.findByRole('button', { name: /^Add Coca.*Peru to briefing$/ });
    await userEvent.click(button);
    expect(added).toEqual([
      { kind: 'figure', ref: { figure: 'indicator', address: '/country/PE#coca-cultivation' } },
    ]);
    await userEvent.click(screen.getByRole('button', { name: /^Export Coca.*Peru$/ }));
    expect(
      await screen.findByRole('dialog', { name: /40,300 ha in 2015/ }, { timeout: 5000 }),
    ).toBeInTheDocument();
    stop();
  });

  it('counts only the country, the same in every panel', async () => {
    open('PE');
    expect(await screen.findByText('33 events in Peru')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'See all 33 events' })).toHaveAttribute(
      'href',
      '/events?v=1&c=PE',
    );
    const all = await screen.findByRole('button', { name: /^All \d+$/ });
    const total = Number(all.textContent?.replace('All ', ''));
    const list = await screen.findByRole('list', { name: 'Articles, in order' });
    expect(within(list).getAllByRole('article')).toHaveLength(Math.min(10, total));
  });

  it('compares the cells of the country with chance, or says why not', async () => {
    open('PE', '?mode=hot');
    expect(await screen.findByText(/^Not tested: /)).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'Hot spots' })).toBeChecked();
    await userEvent.click(screen.getByRole('switch', { name: 'Trend' }));
    expect(search()).toContain('mode=trend');
    expect(await screen.findByText(/^No trend/)).toBeInTheDocument();
  });

  it('narrows the news by a topic to as many as the chip says', async () => {
    open('PE');
    const chip = await screen.findByRole('button', { name: /^Aerial interdiction \d+$/ });
    const n = Number(/\d+/.exec(chip.textContent ?? '')?.[0]);
    await userEvent.click(chip);
    expect(search()).toBe('?v=1&topic=aerial-interdiction');
    await waitFor(() =>
      expect(
        within(screen.getByRole('list', { name: 'Articles, in order' })).getAllByRole('article'),
      ).toHaveLength(n),
    );
  });

  it('narrows map, timeline and events together by dates, and lets go of them', async () => {
    open('PE', '?v=1&from=2014-01-01&to=2015-12-31&type=seizure,shoot-down');
    expect(await screen.findByText('5 events in Peru match')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(await screen.findByText('33 events in Peru')).toBeInTheDocument();
    expect(search()).toBe('');
  });

  it('opens a map cell as exactly its events', async () => {
    open('PE');
    await waitFor(() => expect(map?.hotspots.length).toBeGreaterThan(0));
    const cell = map?.hotspots.find((hotspot) => hotspot.target.kind === 'cell');
    if (cell?.target.kind !== 'cell') throw new Error('no cell');
    map?.onOpen(cell.target, cell);
    await waitFor(() => expect(location.pathname).toBe('/events'));
    expect(search()).toMatch(/^\?v=1&c=PE&cell=\d+\.-?\d+\.-?\d+$/);
  });

  it('says honestly that no profile is written, and shows what there is', async () => {
    open('VE');
    expect(await screen.findByText(/No profile of Venezuela is written yet/)).toBeInTheDocument();
    expect(await screen.findByText('1 event in Venezuela')).toBeInTheDocument();
    expect(await screen.findByText('This data holds no article on this country.')).toBeInTheDocument();
    expect(await screen.findByText('This data holds no figures for this country.')).toBeInTheDocument();
  });

  it('knows no other countries', async () => {
    open('ZX');
    expect(await screen.findByRole('heading', { name: 'No such country here' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All countries' })).toHaveAttribute('href', '/countries');
  });

  it('names a failure and tries again', async () => {
    setFault('broken', '/countries/');
    open('PE');
    expect(await screen.findByRole('alert')).toHaveTextContent('This country could not be loaded');
    setFault(null);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Peru' })).toBeInTheDocument();
  });
});
