// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { setFault } from '#mocks/faults.ts';
import { mockServer } from '#mocks/node.ts';
import { connectFetch, furnishWindow, leavePage, stage } from '#tests/state/stage.tsx';
import EventsPage from '#views/events/EventsPage.tsx';

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

const bodyRows = (table: HTMLElement) => within(table).getAllByRole('row').slice(1);
/** Names of the files that the page saves. */
function catchDownloads(): string[] {
  const saved: string[] = [];
  URL.createObjectURL = () => 'blob:1';
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
  return saved;
}

const search = () => decodeURIComponent(location.search);

describe('Events', () => {
  it('lists what the address filters by, with how many of all, and a file of exactly that', async () => {
    stage(<EventsPage />, '/events?v=1&c=PE&from=2014-01-01&to=2015-12-31&type=seizure,shoot-down');
    const table = await screen.findByRole('table', { name: 'Events that match the filters' });
    expect(bodyRows(table)).toHaveLength(5);
    expect(screen.getByText('5 of 40 events')).toBeInTheDocument();
    const real = globalThis.fetch;
    const asking = vi.spyOn(globalThis, 'fetch').mockImplementation(async (address, options) => {
      if (!String(address).includes('format=csv')) return real(address, options);
      return new Response(`id\r\n${'an event\r\n'.repeat(5)}`);
    });
    const saved = catchDownloads();
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/5 events, one a row/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Events, CSV' }));
    await waitFor(() => expect(within(dialog).getByRole('status').textContent).toContain('5 of 5 rows.'));
    expect(saved).toEqual([expect.stringMatching(/^peru-.*_2014-01_2015-12_asof-.*_full\.csv$/)]);
    const asked = asking.mock.calls.map(([url]) => String(url));
    const address = new URL(asked.find((url) => url.includes('format=csv')) ?? '', 'http://x.test');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      c: 'PE',
      format: 'csv',
      from: '2014-01-01',
      sort: 'newest',
      to: '2015-12-31',
      type: 'seizure,shoot-down',
    });
  });

  it('sorts by its headers and says so', async () => {
    stage(<EventsPage />, '/events?v=1&c=PE');
    const weight = await screen.findByRole('columnheader', { name: /Drugs, kg/ });
    expect(weight).toHaveAttribute('aria-sort', 'none');
    await userEvent.click(within(weight).getByRole('button'));
    expect(search()).toBe('?v=1&c=PE&sort=kg');
    expect(weight).toHaveAttribute('aria-sort', 'descending');
    const date = screen.getByRole('columnheader', { name: /Date/ });
    await userEvent.click(within(date).getByRole('button'));
    await userEvent.click(within(date).getByRole('button'));
    expect(search()).toBe('?v=1&c=PE&sort=oldest');
    expect(date).toHaveAttribute('aria-sort', 'ascending');
  });

  it('writes a file of the rows chosen, and of those only', async () => {
    stage(<EventsPage />, '/events?v=1&c=PE&type=shoot-down');
    const table = await screen.findByRole('table');
    const rows = bodyRows(table);
    await userEvent.click(within(rows[0]!).getByRole('checkbox'));
    const file = screen.getByRole('link', { name: 'GeoJSON of 1 chosen' });
    expect(file.getAttribute('href')).toMatch(/n=\d+$/);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Choose all rows of this page' }));
    expect(screen.getByRole('link', { name: `CSV of ${rows.length} chosen` })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Choose none' }));
    expect(screen.getByRole('button', { name: 'Export' })).toBeInTheDocument();
  });

  it('shows a missing quantity as a dash that is spoken as not reported', async () => {
    stage(<EventsPage />, '/events?v=1&c=PE&type=policy');
    const table = await screen.findByRole('table');
    expect(within(bodyRows(table)[0]!).getAllByText('not reported')).toHaveLength(3);
  });

  it('takes a filter away by its chip', async () => {
    stage(<EventsPage />, '/events?v=1&c=PE&type=air');
    await screen.findByRole('table');
    await userEvent.click(screen.getByRole('button', { name: 'Remove Peru' }));
    expect(await screen.findByText('19 of 40 events')).toBeInTheDocument();
    expect(search()).toBe('?v=1&type=air');
  });

  it('offers ways out of nothing, with what each would bring', async () => {
    stage(<EventsPage />, '/events?v=1&c=MX&type=air');
    await userEvent.click(await screen.findByRole('button', { name: 'Without country (+19)' }));
    expect(await screen.findByText('19 of 40 events')).toBeInTheDocument();
  });

  it('says that texts are missing when the service is gone, keeps the count, and tries again', async () => {
    setFault('offline', '/events');
    stage(<EventsPage />, '/events?v=1&c=PE');
    expect(await screen.findByRole('alert')).toHaveTextContent('33 events match, but their texts could not');
    expect(screen.getByText('33 of 40 events')).toBeInTheDocument();
    setFault(null);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('table')).toBeInTheDocument();
  });

  it('becomes cards where a table has no room', async () => {
    furnishWindow(390);
    stage(<EventsPage />, '/events?v=1&c=PE&type=shoot-down');
    const list = await screen.findByRole('list', { name: 'Events' });
    await waitFor(() => expect(within(list).getAllByRole('article').length).toBeGreaterThan(0));
    expect(screen.queryByRole('table')).toBeNull();
  });
});
