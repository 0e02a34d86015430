// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { mockServer } from '#mocks/node.ts';
import { mockWorld } from '#mocks/world.ts';
import { connectFetch, furnishWindow, leavePage, stage } from '#tests/state/stage.tsx';
import { addNearest, receiveAdds } from '#ui/briefing-adds.ts';
import GroupPage from '#views/group/GroupPage.tsx';

const server = mockServer();
beforeAll(() => server.listen());
beforeEach(() => {
  connectFetch();
  furnishWindow();
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(720);
});
afterEach(() => {
  server.reset();
  vi.restoreAllMocks();
  leavePage();
});
afterAll(() => server.close());

const open = (id: string) => stage(<GroupPage params={{ id }} />, `/groups/${id}`);

describe('Group', () => {
  it('names aliases, countries, and events by year that open exactly those events', async () => {
    open('shining-path');
    expect(await screen.findByRole('heading', { level: 1, name: 'Shining Path' })).toBeInTheDocument();
    expect(screen.getByText(/Also named Sendero Luminoso/)).toBeInTheDocument();
    const figure = await screen.findByRole('figure', { name: 'Shining Path: events by year' });
    await userEvent.click(await within(figure).findByRole('button', { name: 'Table' }));
    const rows = within(within(figure).getByRole('table')).getAllByRole('row').slice(1);
    const numbers = rows.flatMap((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent));
    // Six events, and no zero where nothing reported.
    expect(numbers.reduce((sum, text) => sum + (/^\d{1,2}$/.test(text) ? Number(text) : 0), 0)).toBe(6);
    expect(rows.find((row) => row.textContent.startsWith('2010'))).toHaveTextContent('not reported');
    // The dates are the group's own: there is nothing to step or drag.
    expect(within(figure).queryByRole('slider')).toBeNull();
    expect(within(figure).queryByRole('button', { name: 'Step the dates forward' })).toBeNull();
    const bars = within(figure).getByRole('application');
    bars.focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(location.pathname).toMatch(/^\/events\/./));
  });

  it('lets its years leave, and be added to a briefing', async () => {
    const added: unknown[] = [];
    const stop = receiveAdds((content) => added.push(content));
    open('shining-path');
    const figure = await screen.findByRole('figure', { name: 'Shining Path: events by year' });
    expect(await within(figure).findByRole('button', { name: 'Export' })).toBeInTheDocument();
    expect(addNearest()).toBe(true);
    expect(added).toEqual([{ kind: 'figure', ref: { figure: 'years', address: '/groups/shining-path' } }]);
    stop();
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
