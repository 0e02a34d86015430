// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setFault } from '#mocks/faults.ts';
import { mockServer } from '#mocks/node.ts';
import { mockWorld } from '#mocks/world.ts';
import { connectFetch, furnishWindow, leavePage, stageWaiting } from '#tests/state/stage.tsx';
import { coverageOf } from '#views/sources/coverage.ts';
import SourcesPage from '#views/sources/SourcesPage.tsx';

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

describe('Sources', () => {
  it('names each source with licence, credit, retrieval, coverage and limits', async () => {
    await stageWaiting(<SourcesPage />, '/sources');
    const panel = await screen.findByRole('region', { name: 'Peru: events from public pages' });
    expect(within(panel).getByText('rows may be shared')).toBeInTheDocument();
    expect(within(panel).getByRole('link', { name: /CC BY 4.0/ })).toHaveAttribute(
      'href',
      'https://creativecommons.org/licenses/by/4.0/',
    );
    expect(within(panel).getByText('A small selection for tests and demonstrations.')).toBeInTheDocument();
    expect(within(panel).getByRole('link', { name: '18 events' })).toHaveAttribute(
      'href',
      '/events?v=1&source=peru-curated',
    );
    expect(within(panel).getByText('23 Nov 2026')).toBeInTheDocument();
    expect(
      await within(panel).findByRole('img', { name: /Covers 2000 to 2024; most events in/ }),
    ).toBeInTheDocument();
  });

  it('lists all of them at a glance', async () => {
    await stageWaiting(<SourcesPage />, '/sources');
    const table = await screen.findByRole('table', { name: 'All sources at a glance' });
    expect(within(table).getAllByRole('row')).toHaveLength(mockWorld().sources.length + 1);
  });

  it('says when there are none, and when they could not be loaded', async () => {
    server.use(mockWorld({ sources: [] }));
    const first = await stageWaiting(<SourcesPage />, '/sources');
    expect(await screen.findByText('This data names no sources')).toBeInTheDocument();
    first.unmount();
    setFault('broken', '/sources');
    await stageWaiting(<SourcesPage />, '/sources');
    expect(await screen.findByRole('alert')).toHaveTextContent('The sources could not be loaded');
  });
});

describe('coverage by year', () => {
  it('keeps a year for each bin that holds events', () => {
    const series = [{ key: 'a', events: [2, 0, 1], values: [2, 0, 1], unreported: [0, 0, 0] }];
    const starts = [0, 365, 730];
    const answer = {
      kind: 'series',
      bin: 'year',
      starts,
      series,
      tooVague: 0,
      undated: 0,
      spanning: 0,
    } as const;
    const years = coverageOf(answer);
    expect([years?.first, years?.last]).toEqual([1970, 1972]);
    expect([...(years?.bySource.get('a') ?? [])]).toEqual([
      [1970, 2],
      [1972, 1],
    ]);
    expect(coverageOf({ ...answer, starts: [], series: [] })).toBeNull();
  });
});
