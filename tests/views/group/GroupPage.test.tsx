// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { mockServer } from '#mocks/node.ts';
import { mockWorld } from '#mocks/world.ts';
import { connectFetch, furnishWindow, stage } from '#tests/state/stage.tsx';
import GroupPage from '#views/group/GroupPage.tsx';

const server = mockServer();
beforeAll(() => server.listen());
beforeEach(() => {
  connectFetch();
  furnishWindow();
});
afterEach(() => {
  server.reset();
  vi.unstubAllGlobals();
});
afterAll(() => server.close());

const open = (id: string) => stage(<GroupPage params={{ id }} />, `/groups/${id}`);

describe('Group', () => {
  it('names aliases, countries, and events by year that open exactly those events', async () => {
    open('shining-path');
    expect(await screen.findByRole('heading', { level: 1, name: 'Shining Path' })).toBeInTheDocument();
    expect(screen.getByText(/Also named Sendero Luminoso/)).toBeInTheDocument();
    const years = await screen.findByRole('list', { name: 'Events by year' });
    const bars = within(years).getAllByRole('link');
    const sum = bars.reduce(
      (n, bar) => n + Number(/: (\d+) event/.exec(bar.getAttribute('aria-label') ?? '')?.[1]),
      0,
    );
    expect(sum).toBe(6);
    expect(bars[0]).toHaveAttribute(
      'href',
      expect.stringMatching(/group=shining-path.*from=\d{4}-01-01|from=.*group=shining-path/),
    );
  });

  it('gives a designation with its date and says that it is not a finding of guilt', async () => {
    const [first, ...rest] = mockWorld().groups;
    if (!first) throw new Error('no groups');
    const designations = [
      { authority: 'OFAC', programme: 'SDNTK', listed: '2026-08-22', url: 'https://ofac.treasury.gov/' },
    ];
    server.use(mockWorld({ groups: [{ ...first, designations }, ...rest] }));
    open(first.id);
    expect(await screen.findByRole('link', { name: /OFAC, SDNTK/ })).toBeInTheDocument();
    expect(screen.getByText('as listed on 22 Aug 2026; not a finding of guilt')).toBeInTheDocument();
  });

  it('says that a group does not exist, with a way on', async () => {
    open('nope');
    expect(await screen.findByRole('heading', { name: 'No such group' })).toBeInTheDocument();
  });
});
