// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { screenAt } from '#app/routes.tsx';
import { Shell } from '#app/Shell.tsx';
import { mockServer } from '#mocks/node.ts';
import { mockWorld } from '#mocks/world.ts';
import { patterns } from '#state/paths.ts';
import { useService } from '#state/service-store.ts';
import { setSingleKeys, useSettings } from '#state/settings-store.ts';
import { connectFetch, furnishWindow, leavePage, stage } from '#tests/state/stage.tsx';
import { teachDialogs } from '#tests/ui/render.tsx';

vi.mock('#views/explore/ExplorePage.tsx', () => ({ default: () => <h1>Explore events</h1> }));

const server = mockServer();
beforeAll(() => {
  server.listen();
  teachDialogs();
});
beforeEach(() => {
  connectFetch();
  furnishWindow();
  setSingleKeys(true);
  useService.setState({ reachable: true, online: true, nextTry: null, attempt: 0 });
});
afterEach(() => {
  server.reset();
  leavePage();
});
afterAll(() => server.close());

describe('the shell', () => {
  it('names the page, its landmarks and where one is', async () => {
    stage(<Shell />, '/?v=1&c=PE');
    expect(await screen.findByRole('heading', { level: 1, name: 'Explore events' })).toBeInTheDocument();
    expect(document.title).toBe('Explore · Atalaya');
    expect(screen.getByRole('main')).toBeInTheDocument();
    const nav = screen.getByRole('navigation', { name: 'Main' });
    expect(within(nav).getByRole('link', { current: 'page' })).toHaveTextContent('Explore');
  });

  it('takes the filters along to every screen', () => {
    stage(<Shell />, '/?v=1&c=PE&map=-9,-75,6');
    const hrefs = screen.getByRole('navigation', { name: 'Main' }).querySelectorAll('a');
    expect([...hrefs].map((link) => link.getAttribute('href'))).toEqual([
      '/?v=1&c=PE&map=-9,-75,6',
      '/countries?v=1&c=PE',
      '/events?v=1&c=PE',
      '/articles?v=1&c=PE',
      '/groups?v=1&c=PE',
      '/indicators?v=1&c=PE',
      '/sources?v=1&c=PE',
      '/briefings?v=1&c=PE',
      '/about?v=1&c=PE',
    ]);
  });

  it('names the parts of a hand-edited address that it left out', async () => {
    stage(<Shell />, '/?v=1&c=PE&from=2015-02-31');
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent('from = “2015-02-31” (not a real date');
    await userEvent.click(within(notice).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('never shows other data for a link whose own are not kept, and offers the latest', async () => {
    stage(<Shell />, '/events?v=1&asof=2020-01-01.00000001&c=PE');
    expect(
      await screen.findByRole('heading', { name: 'This server has no data of 1 Jan 2020' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/data 2020-01-01.00000001, which this server has never held/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show latest' }));
    expect(location.search).toBe('?v=1&c=PE');
    expect(await screen.findByRole('heading', { name: 'Events' })).toBeInTheDocument();
  });

  it('says nothing for a link made with the latest data', async () => {
    stage(<Shell />, `/about?v=1&asof=${mockWorld().dataVersion}`);
    expect(await screen.findByRole('heading', { level: 1 })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show latest' })).toBeNull();
  });

  it('says what changed since a link was made, and lists it', async () => {
    const { events, dataVersion, dataAsOf } = mockWorld();
    const [added, changed, gone] = events;
    const since = { dataVersion: '2026-11-16.0000000a', dataAsOf: '2026-11-16', kept: true };
    const none = { added: 0, changed: 0, withdrawn: 0, merged: 0 };
    const rows = [
      { id: added?.id, what: 'added', successor: null, event: added },
      { id: changed?.id, what: 'changed', successor: null, event: changed },
      { id: gone?.id, what: 'merged', successor: 'pe-999', event: gone },
    ];
    server.answer(
      http.get('*/api/v1/changes', ({ request }) => {
        const what = new URL(request.url).searchParams.get('what');
        return HttpResponse.json({
          since,
          now: { dataVersion, dataAsOf },
          counts: { events: { ...none, added: 12, changed: 1, merged: 1 }, articles: none, indicators: none },
          rows: rows.filter((row) => what === null || row.what === what),
          total: 3,
          next: null,
        });
      }),
    );
    stage(<Shell />, '/?v=1&asof=2026-11-16.0000000a');
    expect(
      await screen.findByText(
        'Data as of 16 Nov 2026, as when this link was made. Since then: 12 events added, 1 changed and 1 merged into another.',
      ),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'What changed' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'What changed from 16 Nov 2026 to 23 Nov 2026',
    });
    await userEvent.click(within(dialog).getByRole('tab', { name: /Changed/ }));
    expect(
      await within(dialog).findByRole('link', { name: 'As it was when the link was made' }),
    ).toHaveAttribute('href', `/events/${changed?.id}?v=1&asof=2026-11-16.0000000a`);
    await userEvent.click(within(dialog).getByRole('tab', { name: /Merged/ }));
    expect(await within(dialog).findByRole('link', { name: 'Now part of pe-999' })).toHaveAttribute(
      'href',
      '/events/pe-999',
    );
  });

  it('says that the service is away, with the date of the data that stays', async () => {
    stage(<Shell />);
    act(() => useService.setState({ reachable: false, nextTry: Date.now() + 4000 }));
    expect(
      screen.getByText(/Can’t reach the data service\. Data of 23 Nov 2026 stays; next try in [1-4] s/),
    ).toBeInTheDocument();
    act(() => useService.setState({ reachable: true, online: false, nextTry: null }));
    expect(
      screen.getByText(/No connection\. You can still explore and export data of 23 Nov 2026/),
    ).toBeInTheDocument();
  });

  it('opens the list of shortcuts by ?, and lets single keys be turned off', async () => {
    stage(<Shell />);
    await userEvent.keyboard('?');
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    await userEvent.click(within(dialog).getByRole('switch', { name: 'Single-key shortcuts' }));
    expect(useSettings.getState().singleKeys).toBe(false);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await userEvent.keyboard('?');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('searches places at home and everything else at the service', async () => {
    stage(<Shell />);
    await userEvent.keyboard('/');
    const field = screen.getByRole('combobox', { name: 'Search places, groups, headlines' });
    expect(field).toHaveFocus();
    await userEvent.type(field, 'ayacucho');
    expect(await screen.findByRole('option', { name: /Ayacucho\s*Peru/ })).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getByRole('option', { name: /Events that mention “ayacucho”/ })).toBeInTheDocument(),
    );
    await userEvent.keyboard('{Enter}');
    expect(decodeURIComponent(location.search)).toBe('?v=1&adm1=PE.AY&c=PE');
  });

  it('says that nothing lives at an unknown address', async () => {
    stage(<Shell />, '/nowhere');
    expect(await screen.findByText('Nothing lives at /nowhere.')).toBeInTheDocument();
    expect(document.title).toBe('Page not found · Atalaya');
  });

  it('undoes a filter by Ctrl+Z, but not while something is typed', async () => {
    stage(<Shell />);
    const back = vi.spyOn(history, 'back').mockImplementation(() => {});
    history.replaceState({ depth: 1 }, '', '/?v=1&c=PE');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(back).toHaveBeenCalledOnce();
    screen.getByRole('combobox').focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(back).toHaveBeenCalledOnce();
  });
});

describe('the screen at an address', () => {
  it('is found for every pattern, and for nothing else', () => {
    for (const [screen, pattern] of Object.entries(patterns)) {
      expect(screenAt(pattern.replace(/:\w+/, 'PE'))).toBe(screen);
    }
    expect(screenAt('/nowhere')).toBeUndefined();
    expect(screenAt('/country')).toBeUndefined();
    expect(screenAt('/sources/one')).toBeUndefined();
  });
});
