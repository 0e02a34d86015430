// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readEmbedAddress } from '#core/embed-address.ts';
import { idleEngine } from '#engine/idle-engine.ts';
import { setFault } from '#mocks/faults.ts';
import { mockServer } from '#mocks/node.ts';
import { connectFetch, furnishWindow, leavePage, stage } from '#tests/state/stage.tsx';
import { EmbedPage } from '#views/embed/EmbedPage.tsx';
import type { MapProps } from '#views/map/map-props.ts';

let map: MapProps | null = null;
vi.mock('#views/map/MapView.tsx', () => ({
  MapView: (props: MapProps) => {
    map = props;
    return <p>map of {props.hotspots.length}</p>;
  },
}));

const server = mockServer();
beforeAll(() => server.listen());
beforeEach(() => {
  connectFetch();
  furnishWindow(800);
  map = null;
});
afterEach(() => {
  vi.restoreAllMocks();
  server.reset();
  leavePage();
});
afterAll(() => server.close());

const open = (address: string, allowed = true) =>
  stage(<EmbedPage figure={readEmbedAddress(address).ref} allowed={allowed} />, address);

describe('a page under /embed', () => {
  it('shows one figure with its words and no shell', async () => {
    open('/embed/map?v=1&c=PE&type=seizure');
    expect(await screen.findByRole('heading', { level: 1, name: /^Seizures/ })).toBeInTheDocument();
    expect(await screen.findByText(/^Counts reports collected here.*of 40 events/)).toBeInTheDocument();
    expect(await screen.findByText(/^Sources?: .*Licences?: .*Data as of /)).toBeInTheDocument();
    const link = screen.getByRole('link', { name: /Open in Atalaya/ });
    expect(link).toHaveAttribute('target', '_blank');
    expect(link.getAttribute('href')).toMatch(/\/\?v=1&asof=.*&c=PE&lang=en&type=seizure$/);
    expect(screen.queryByRole('banner', { name: /Atalaya/ })).not.toBeInTheDocument();
    expect(screen.queryByText(/Embedding is switched off/)).not.toBeInTheDocument();
    expect(document.title).toMatch(/^Seizures/);
  });

  it('repeats its numbers as a table', async () => {
    open('/embed/series/contraband-seized');
    await userEvent.click(await screen.findByRole('button', { name: 'Table' }));
    expect(screen.getAllByRole('row').length).toBeGreaterThan(2);
  });

  it.each([
    ['/embed/series/contraband-seized', 'application'],
    ['/embed/indicator/PE#coca-cultivation', 'img'],
  ] as const)('shows %s without an engine', async (address, role) => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(640);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300);
    stage(<EmbedPage figure={readEmbedAddress(address).ref} allowed />, address, idleEngine);
    expect(await screen.findByRole(role, {}, { timeout: 5000 })).toBeInTheDocument();
    expect(screen.getByText(/Data as of /)).toBeInTheDocument();
  });

  it('says the values of a series one by one to the keyboard', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(640);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300);
    open('/embed/series/coca-cultivation?v=1&c=PE');
    const values = await screen.findByRole(
      'application',
      { name: /^Values of the series/ },
      { timeout: 5000 },
    );
    values.focus();
    await userEvent.keyboard('{End}');
    expect(screen.getByRole('status')).toHaveTextContent(/2015, 40,300 ha/);
    await userEvent.keyboard('{ArrowLeft}');
    expect(screen.getByRole('status')).toHaveTextContent(/2014, 42,900 ha/);
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('leads from a bar of a rank to the events of its place', async () => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    open('/embed/rank?v=1&type=seizure');
    await userEvent.click(await screen.findByRole('button', { name: /^Peru: \d+$/ }));
    expect(opened).toHaveBeenCalledWith(
      expect.stringMatching(/^\/events\?v=1&c=PE&type=seizure/),
      '_blank',
      'noopener',
    );
  });

  it('leads from a place to its events, beside the page that frames it', async () => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    open('/embed/map?v=1&c=PE');
    await waitFor(() => expect(map).not.toBeNull());
    const cell = map!.hotspots.find(({ target }) => target.kind === 'cell')!;
    map!.onOpen(cell.target, cell);
    expect(opened).toHaveBeenCalledWith(
      expect.stringMatching(/^\/events\?v=1&c=PE&cell=/),
      '_blank',
      'noopener',
    );
  });

  it('counts its cells anew when the map comes to rest at another zoom', async () => {
    open('/embed/map?v=1&c=PE');
    await waitFor(() => expect(map).not.toBeNull());
    const keys = () => map!.model.cells.map(({ key }) => key);
    const before = keys();
    map!.onRest({
      camera: { lat: -12, lon: -75, zoom: 9 },
      bbox: [-78, -14, -72, -10],
      cellZoom: 9,
    });
    await waitFor(() => expect(keys()).not.toEqual(before));
  });

  it('says to whoever opens it alone that other sites may not frame it', async () => {
    open('/embed/list?v=1&c=PE', false);
    expect(await screen.findByText(/Embedding is switched off on this server/)).toBeInTheDocument();
  });

  it('says what failed, and offers to try again', async () => {
    setFault('broken', '/sources');
    open('/embed/timeline');
    expect(
      await screen.findByText('The figure could not be drawn', {}, { timeout: 15_000 }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  it('says why where the address names none', async () => {
    open('/embed/chart/PE#nothing');
    expect(await screen.findByText('There is no figure at this address')).toBeInTheDocument();
    expect(
      screen.getByText(/does not say which series is meant, or the page does not have it/),
    ).toBeInTheDocument();
  });
});
