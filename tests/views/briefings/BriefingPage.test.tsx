// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { mockServer } from '#mocks/node.ts';
import { forgetBriefings, keptBriefing, useBriefings } from '#state/briefing-store.ts';
import { useToasts } from '#ui/toast-store.ts';
import { figure, freshBrowser, itemIds, notes, openBriefing } from './briefing-stage.tsx';

vi.mock('#export/fonts.ts', async (original) => ({
  ...(await original<typeof import('#export/fonts.ts')>()),
  embeddedFaces: async () => [],
}));

const server = mockServer();
beforeAll(() => server.listen());
beforeEach(freshBrowser);
afterEach(() => {
  server.reset();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
afterAll(() => server.close());

const item = (at: number, of = 3) =>
  screen.findByRole('listitem', { name: new RegExp(`^Item ${at} of ${of}`) });
const titled = async (at: number, of = 3) =>
  within(await item(at, of)).getByLabelText<HTMLInputElement>('Title on the slide');
const announced = (text: string) => waitFor(() => expect(useToasts.getState().polite).toBe(text));

describe('the order of items', () => {
  it('changes by button: focus stays on the moved item, and its new place is said', async () => {
    await openBriefing(notes);
    await userEvent.click(within(await item(1)).getByRole('button', { name: 'Move down' }));
    expect(itemIds('three')).toEqual(['b', 'a', 'c']);
    await waitFor(async () =>
      expect(within(await item(2)).getByRole('button', { name: 'Move down' })).toHaveFocus(),
    );
    await announced('Moved to place 2 of 3.');
    await userEvent.keyboard('{Enter}');
    expect(itemIds('three')).toEqual(['b', 'c', 'a']);
    // The button has come to its end; the item's next one takes the focus.
    await waitFor(async () =>
      expect(within(await item(3)).getByRole('button', { name: 'Move up' })).toHaveFocus(),
    );
    await announced('Moved to place 3 of 3.');
  });

  it('changes by key from within an item, and not beyond the ends', async () => {
    await openBriefing(notes);
    const field = await titled(3);
    field.focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(itemIds('three')).toEqual(['a', 'c', 'b']);
    await waitFor(async () => expect(await titled(2)).toHaveFocus());
    expect(await titled(2)).toHaveValue('Note c');
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{ArrowUp}{/Alt}');
    expect(itemIds('three')).toEqual(['c', 'a', 'b']);
    await announced('Moved to place 1 of 3.');
  });

  it('changes by drag: a held item takes the place of the one it is dropped on', async () => {
    await openBriefing(notes);
    const [first, third] = [await item(1), await item(3)];
    expect(third).toHaveAttribute('draggable', 'false');
    fireEvent.pointerDown(third.querySelector('[title^="Drag to move"]')!);
    expect(third).toHaveAttribute('draggable', 'true');
    const held = new Map<string, string>();
    const dataTransfer = {
      setData: (type: string, value: string) => held.set(type, value),
      getData: (type: string) => held.get(type) ?? '',
      get types() {
        return [...held.keys()];
      },
    };
    fireEvent.dragStart(third, { dataTransfer });
    fireEvent.dragOver(first, { dataTransfer });
    expect(first).toHaveAttribute('data-over', 'true');
    fireEvent.drop(first, { dataTransfer });
    expect(itemIds('three')).toEqual(['c', 'a', 'b']);
    fireEvent.dragEnd(third, { dataTransfer });
    expect(await item(1)).toHaveAttribute('draggable', 'false');
    await announced('Moved to place 1 of 3.');
  });

  it('takes nothing that is dropped from elsewhere', async () => {
    await openBriefing(notes);
    const first = await item(1);
    const dataTransfer = { types: ['text/plain'], getData: () => '' };
    fireEvent.dragOver(first, { dataTransfer });
    fireEvent.drop(first, { dataTransfer });
    expect(first).toHaveAttribute('data-over', 'false');
    expect(itemIds('three')).toEqual(['a', 'b', 'c']);
  });
});

describe('an item', () => {
  it('is removed and comes back to its place when that is undone', async () => {
    await openBriefing(notes);
    await userEvent.click(within(await item(2)).getByRole('button', { name: 'Remove' }));
    expect(itemIds('three')).toEqual(['a', 'c']);
    expect(screen.getByText('“Note b” removed.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(itemIds('three')).toEqual(['a', 'b', 'c']);
    expect(await titled(2)).toHaveValue('Note b');
  });

  it('is pinned to what it shows, and follows the data again', async () => {
    await openBriefing({ ...notes, items: [figure('f', '/?v=1&c=PE&type=seizure')] });
    const pin = async () => within(await item(1, 1)).getByRole('radio', { name: 'Pinned' });
    await waitFor(async () => expect(await pin()).toBeEnabled());
    await userEvent.click(await pin());
    const [kept] = keptBriefing('three')?.briefing.items ?? [];
    expect(kept?.kind === 'figure' && kept.pinned?.words.title).toMatch(/Peru/);
    expect(kept?.kind === 'figure' && kept.pinned?.pictures?.slide.svg).toMatch(/^<svg/);
    expect(await pin()).toHaveAttribute('aria-checked', 'true');
    expect(within(await item(1, 1)).getByText(/^As it was on .*, data version/)).toBeInTheDocument();
    await userEvent.click(within(await item(1, 1)).getByRole('radio', { name: 'Live' }));
    expect(keptBriefing('three')?.briefing.items[0]).toMatchObject({ pinned: null });
    expect(within(await item(1, 1)).getByText('Follows the data.')).toBeInTheDocument();
  });

  it('that shows another period or older data than the others is pointed out', async () => {
    const items = [
      figure('f', '/?v=1&c=PE&from=2014-01-01&to=2014-12-31'),
      figure('g', '/?v=1&c=PE&from=2015-01-01&to=2015-12-31'),
    ];
    await openBriefing({ ...notes, items: [items[0]!, { ...items[0]!, id: 'h' }] });
    await waitFor(async () =>
      expect(within(await item(2, 2)).getByRole('radio', { name: 'Pinned' })).toBeEnabled(),
    );
    expect(screen.queryByText(/different periods/)).not.toBeInTheDocument();
    await userEvent.click(within(await item(2, 2)).getByRole('radio', { name: 'Pinned' }));
    const pinned = keptBriefing('three')!.briefing.items[1]!;
    if (pinned.kind === 'note' || !pinned.pinned) throw new Error('It was not pinned.');
    const old = { ...pinned, pinned: { ...pinned.pinned, dataVersion: '2020-01-01.000000' } };
    await openBriefing({ ...notes, id: 'other', items: [...items, old] });
    const said = await screen.findByText(/^The items show different periods: .*2014.*; .*2015.*Say so/);
    expect(said.closest('[role="status"]')).not.toBeNull();
    expect(
      screen.getByText(/^The items come from different versions of the data: .*2020-01-01/),
    ).toBeInTheDocument();
  });

  it('that cannot be shown says why in words, and the others stay', async () => {
    await openBriefing({ ...notes, items: [figure('f', '/no/page'), ...notes.items.slice(1)] });
    const alert = await within(await item(1)).findByRole('alert');
    expect(alert).toHaveTextContent('This item cannot be shown: The page /no/page has no figures.');
    expect(await titled(2)).toHaveValue('Note b');
  });
});

describe('the document', () => {
  it('opens with title, audience and state of the data, and ends with who says what, as its file does', async () => {
    await openBriefing({
      ...notes,
      title: 'Shoot-downs',
      audience: 'For the desk',
      items: [figure('f', '/?v=1&c=PE&type=seizure'), ...notes.items.slice(1)],
    });
    await userEvent.click(screen.getByRole('radio', { name: 'Document' }));
    expect(await screen.findByText('For the desk')).toBeInTheDocument();
    expect(screen.getAllByText(/^Data as of .* · Generated /)[0]).toBeInTheDocument();
    const sources = await screen.findByRole('heading', { name: 'Sources and links' });
    const section = within(sources.closest('section')!);
    expect(await section.findByText(/^Sources?: .*Licences?: /)).toBeInTheDocument();
    expect(section.getByText(/^http.*asof=/)).toHaveTextContent(/^Link: http/);
    expect(section.queryByRole('heading', { name: 'Note b' })).not.toBeInTheDocument();
  });
});

describe('a browser that keeps nothing', () => {
  it('denies storage: it is said, and everything else works', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    forgetBriefings();
    await openBriefing(notes);
    expect(await screen.findByRole('alert')).toHaveTextContent(/does not let Atalaya keep anything/);
    await userEvent.type(await titled(1), '!');
    await userEvent.click(within(await item(1)).getByRole('button', { name: 'Move down' }));
    expect(await titled(2)).toHaveValue('Note a!');
  });

  it('is full: it is said until there is room again', async () => {
    await openBriefing(notes);
    const field = await titled(1);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await userEvent.type(field, '!');
    expect(await screen.findByRole('alert')).toHaveTextContent(/has no room left/);
    expect(await titled(1)).toHaveValue('Note a!');
    put.mockRestore();
    await userEvent.type(field, '?');
    await waitFor(() => expect(useBriefings.getState().unkept).toBeNull());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
