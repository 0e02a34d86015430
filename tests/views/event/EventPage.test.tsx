// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { setFault } from '#mocks/faults.ts';
import { mockServer } from '#mocks/node.ts';
import { mockWorld } from '#mocks/world.ts';
import { connectFetch, furnishWindow, leavePage, stage } from '#tests/state/stage.tsx';
import EventPage from '#views/event/EventPage.tsx';
import type { MapProps } from '#views/map/map-props.ts';

vi.mock('#views/map/MapView.tsx', () => ({
  MapView: ({ label, model }: MapProps) => (
    <p>
      {label}: {model.symbols.map((symbol) => symbol.style).join()}
    </p>
  ),
}));

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

const open = (id: string) => stage(<EventPage params={{ id }} />, `/events/${id}`);

describe('Event', () => {
  it('states date, place and how exactly each is known, and draws the place so', async () => {
    open('pe-011');
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(/drug plane/i);
    expect(screen.getByText('zone only')).toBeInTheDocument();
    expect(await screen.findByText('Where: zone')).toBeInTheDocument();
    expect(screen.getByText(/Only a zone, river or route is known/)).toBeInTheDocument();
    const figure = screen.getByRole('figure', { name: 'Where' });
    expect(within(figure).getByRole('button', { name: 'Export' })).toBeInTheDocument();
    expect(within(figure).getByRole('button', { name: 'Add to briefing' })).toBeInTheDocument();
  });

  it('names its publications with their real host, and sends no referrer', async () => {
    open('pe-011');
    const link = await screen.findByRole('link', { name: /InSight Crime/ });
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(link).toHaveAttribute('target', '_blank');
    expect(screen.getByText('insightcrime.org')).toBeInTheDocument();
  });

  it('links the articles that report it and the dataset it comes from', async () => {
    open('pe-011');
    const article = await screen.findByRole('link', {
      name: 'Peru Shoots Down Narco Plane Heading to Bolivia',
    });
    expect(article).toHaveAttribute('href', '/articles/seed-04');
    expect(await screen.findByRole('link', { name: 'Peru: events from public pages' })).toHaveAttribute(
      'href',
      '/sources#peru-curated',
    );
  });

  it('shows both versions where sources disagree', async () => {
    open('pe-016');
    const title = await screen.findByRole('heading', { name: 'Sources disagree' });
    const event = mockWorld().events.find((one) => one.id === 'pe-016');
    expect(title.parentElement).toHaveTextContent(event?.disputes[0]?.text ?? 'no dispute in the fixture');
  });

  it('marks a weak source, and draws nothing where only the country is known', async () => {
    open('ai-pe-033');
    expect(await screen.findByText(/confirm before quoting/)).toBeInTheDocument();
    expect(await screen.findByText(/a point would claim more than is known/)).toBeInTheDocument();
    expect(screen.queryByText(/^Where:/)).toBeNull();
  });

  it('says that no quantity is reported rather than 0', async () => {
    open('pe-001');
    expect(await screen.findByText('No quantity is reported.')).toBeInTheDocument();
  });

  it('leads to what happened around it', async () => {
    open('pe-017');
    const link = await screen.findByRole('link', { name: 'See them in Explore' });
    const address = new URL(link.getAttribute('href') ?? '', 'http://x.test');
    expect(address.pathname).toBe('/');
    expect([...address.searchParams.keys()]).toEqual(expect.arrayContaining(['bbox', 'from', 'to', 'sel']));
  });

  it('cites the event, who reported it, the dataset and the state of the data apart', async () => {
    open('pe-011');
    const cite = await screen.findByRole('region', { name: 'Cite this event' });
    const text = await within(cite).findByText(
      /Reported by InSight Crime\. Dataset: .*Data version 2026-11-23/,
    );
    expect(text).toHaveTextContent(
      /Event record pe-011\..* Atalaya .*\/events\/pe-011\?v=1&asof=2026-11-23.40e0e0e0/,
    );
  });

  it('opens a record that was merged as it last was, says so and leads on', async () => {
    const event = mockWorld().events.find(({ id }) => id === 'pe-011');
    const went = { dataVersion: '2026-11-30.00000001', dataAsOf: '2026-11-30' };
    server.answer(
      http.get('*/api/v1/events/pe-011', () =>
        HttpResponse.json({
          ...event,
          gone: { what: 'merged', successor: 'pe-017', ...went },
          history: [{ what: 'merged', ...went }],
        }),
      ),
    );
    open('pe-011');
    const note = await screen.findByRole('note');
    expect(note).toHaveTextContent('This record was merged into another with the data of 30 Nov 2026.');
    expect(within(note).getByRole('link', { name: 'Open pe-017' })).toHaveAttribute('href', '/events/pe-017');
    expect(screen.getByText('Merged with the data of 30 Nov 2026')).toBeInTheDocument();
  });

  it('says that an event does not exist, with a way on', async () => {
    open('no-such-event');
    expect(await screen.findByRole('heading', { name: 'No such event' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All events' })).toHaveAttribute('href', '/events');
  });

  it('names a failure and offers to try again', async () => {
    setFault('broken', '/events/');
    open('pe-011');
    expect(await screen.findByRole('alert')).toHaveTextContent('This event could not be loaded');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});
