// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Briefing, newItem } from '#core/briefing.ts';
import { briefingVersion, readBriefing, writeBriefing } from '#core/briefing-file.ts';
import { mockServer } from '#mocks/node.ts';
import { saveOnServer, useBriefingServer } from '#state/briefing-server.ts';
import {
  changeBriefing,
  deleteBriefing,
  keepBriefing,
  keptBriefing,
  useBriefings,
} from '#state/briefing-store.ts';
import { freshBrowser, notes, openBriefing, openShelf } from './briefing-stage.tsx';

const server = mockServer();
beforeAll(() => server.listen());
beforeEach(freshBrowser);
afterEach(() => {
  server.reset();
  useBriefingServer.setState({ token: null, rows: null });
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
afterAll(() => server.close());

const upload = (name: string, text: string) =>
  userEvent.upload(
    screen.getByLabelText<HTMLInputElement>('Open a file', { selector: 'input' }),
    new File([text], name, { type: 'application/json' }),
  );

const textOf = (blob: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });

/** Text of the files that the page saves. */
function catchFiles(): { name: string; text(): Promise<string> }[] {
  const saved: { name: string; text(): Promise<string> }[] = [];
  let last = new Blob();
  URL.createObjectURL = (blob: Blob) => {
    last = blob;
    return 'blob:1';
  };
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    const blob = last;
    saved.push({ name: this.download, text: () => textOf(blob) });
  });
  return saved;
}

describe('a briefing as a file', () => {
  it('leaves and comes back equal', async () => {
    const full: Briefing = {
      ...notes,
      audience: 'Редакция, “São Paulo”',
      items: [
        ...notes.items,
        {
          ...newItem('map', { kind: 'figure', ref: { figure: 'map', address: '/?v=1&c=PE' } }),
          message: '=1+1',
        },
        newItem('list', { kind: 'list', address: '/events?v=1', rows: 7 }),
        newItem('event', { kind: 'event', event: 'ai-pe-012' }),
      ],
    };
    await keepBriefing(full);
    await openShelf();
    const files = catchFiles();
    await userEvent.click(await screen.findByRole('button', { name: 'Save as a file' }));
    expect(files[0]?.name).toMatch(/^three-notes.*\.json$/);
    const text = (await files[0]?.text()) ?? '';
    expect(readBriefing(text)).toEqual(full);
    await deleteBriefing(full.id);
    await upload('three-notes.json', text);
    await waitFor(() => expect(keptBriefing(full.id)?.briefing).toEqual(full));
    expect(location.pathname).toBe(`/briefings/${full.id}`);
  });

  it('of one that is here already comes as another, and the one here stays', async () => {
    await keepBriefing({ ...notes, title: 'Mine, changed' });
    await openShelf();
    await upload('b.json', writeBriefing(notes));
    await waitFor(() => expect(useBriefings.getState().kept).toHaveLength(2));
    expect(keptBriefing('three')?.briefing.title).toBe('Mine, changed');
  });

  it('of a newer version is refused whole, and said', async () => {
    await openShelf();
    const newer = { ...JSON.parse(writeBriefing(notes)), version: briefingVersion + 1 };
    await upload('newer.json', JSON.stringify(newer));
    expect(
      await screen.findByText(/^newer\.json was not opened\. It was written by a newer version of Atalaya/),
    ).toHaveTextContent('Nothing was read.');
    expect(useBriefings.getState().kept).toEqual([]);
    expect(location.pathname).toBe('/briefings');
  });

  it('with a part that cannot be used is refused with its name', async () => {
    await openShelf();
    await upload('bad.json', writeBriefing({ ...notes, lang: 'fr' as never }));
    expect(await screen.findByText(/Its part “lang” cannot be used: .*en, es, pt/)).toBeInTheDocument();
    expect(useBriefings.getState().kept).toEqual([]);
  });

  it('that is deleted comes back when that is undone', async () => {
    await keepBriefing(notes);
    await openShelf();
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(screen.getByText('No briefings yet')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(keptBriefing('three')?.briefing).toEqual(notes));
  });
});

/** A server that keeps briefings as the contract says: a write names the state it replaces. */
function keepingServer() {
  const states = new Map<string, { doc: string; etag: string }>();
  const real = globalThis.fetch;
  let count = 0;
  const put = (id: string, doc: string): string => {
    count += 1;
    states.set(id, { doc, etag: `"s${count}"` });
    return `"s${count}"`;
  };
  const problem = (status: number, code: string) =>
    new Response(JSON.stringify({ status, code }), { status });
  const answer = (id: string, options: RequestInit): Response => {
    const headers = new Headers(options.headers);
    if (headers.get('authorization') !== 'Bearer right') return problem(401, 'unauthorized');
    const state = states.get(id);
    if (id === '') return Response.json({ rows: [] });
    if (options.method === 'GET')
      return state ? new Response(state.doc, { headers: { etag: state.etag } }) : problem(404, 'not-found');
    const replaces =
      headers.get('if-match') ?? (headers.get('if-none-match') === '*' ? null : 'nothing named');
    if (replaces !== (state?.etag ?? null)) return problem(412, 'conflict');
    return new Response('{}', { headers: { etag: put(id, String(options.body)) } });
  };
  vi.stubGlobal('fetch', async (address: string, options: RequestInit = {}) => {
    const { pathname } = new URL(address, 'http://mock.test');
    const [, id] = /^\/api\/v1\/briefings\/?(.*)$/.exec(pathname) ?? [];
    if (id !== undefined) return answer(id, options);
    const reply = await real(address, options);
    return pathname === '/api/v1/meta' ? Response.json({ ...(await reply.json()), writable: true }) : reply;
  });
  return { states, put, read: (id: string) => readBriefing(states.get(id)?.doc ?? '') };
}

describe('a briefing on the server', () => {
  it('asks for the token, and says in words that it is not the right one', async () => {
    keepingServer();
    await openShelf();
    await userEvent.type(await screen.findByLabelText('Write token'), 'wrong{Enter}');
    expect(
      await screen.findByText(
        'The server did not do it: The write token is missing or is not the right one.',
      ),
    ).toBeInTheDocument();
    expect(useBriefingServer.getState().token).toBeNull();
  });

  /** Mine and theirs have both changed since they were the same. */
  async function conflict() {
    const kept = keepingServer();
    useBriefingServer.setState({ token: 'right' });
    await openBriefing(notes);
    await saveOnServer(notes.id);
    kept.put(notes.id, writeBriefing({ ...notes, title: 'Theirs' }));
    await changeBriefing(notes.id, (before) => ({ ...before, title: 'Mine' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Save on the server' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Somebody changed this briefing on the server',
    });
    expect(kept.read(notes.id).title).toBe('Theirs');
    expect(keptBriefing(notes.id)?.briefing.title).toBe('Mine');
    return { ...kept, dialog };
  }

  it('that somebody else changed is not overwritten: both states are shown', async () => {
    const { dialog, read } = await conflict();
    expect(within(dialog).getByText('Nothing was overwritten.', { exact: false })).toBeInTheDocument();
    for (const title of ['Mine', 'Theirs']) {
      const side = within(dialog).getByRole('heading', { name: title }).closest('section');
      expect(within(side!).getByText(title, { selector: 'strong' })).toBeInTheDocument();
      expect(within(side!).getAllByText(/the same/)).toHaveLength(3);
    }
    await userEvent.keyboard('{Escape}');
    expect([read(notes.id).title, keptBriefing(notes.id)?.briefing.title]).toEqual(['Theirs', 'Mine']);
  });

  it('is kept as a copy beside theirs', async () => {
    const { dialog, read } = await conflict();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep mine as a copy' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const titles = useBriefings.getState().kept.map(({ briefing }) => briefing.title);
    expect(titles.sort()).toEqual(['Mine (copy)', 'Theirs']);
    expect(read(notes.id).title).toBe('Theirs');
  });

  it('is exchanged for theirs, and then saves again', async () => {
    const { dialog, read } = await conflict();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Take theirs' }));
    await waitFor(() => expect(keptBriefing(notes.id)?.briefing.title).toBe('Theirs'));
    await changeBriefing(notes.id, (before) => ({ ...before, title: 'Theirs and mine' }));
    expect(await saveOnServer(notes.id)).toEqual({ kind: 'saved' });
    expect(read(notes.id).title).toBe('Theirs and mine');
  });

  it('that was deleted there is kept anew', async () => {
    const { states, read } = keepingServer();
    useBriefingServer.setState({ token: 'right' });
    await openBriefing(notes);
    await saveOnServer(notes.id);
    states.delete(notes.id);
    await userEvent.click(await screen.findByRole('button', { name: 'Save on the server' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/deleted on the server meanwhile/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save mine anew' }));
    await waitFor(() => expect(states.has(notes.id)).toBe(true));
    expect(read(notes.id)).toEqual(notes);
  });
});
