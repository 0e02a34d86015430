// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '#core/time.ts';
import { commitTypedWindow, commitWindow, draftWindow, useDraft, withDraft } from '#state/draft-store.ts';
import { useView, useViewPart } from '#state/use-view.ts';

beforeEach(() => history.replaceState(null, '', '/'));

const search = () => decodeURIComponent(location.search);
/** The browser tells of a Back later; the screen follows then. */
const back = () =>
  new Promise<void>((done) => {
    window.addEventListener('popstate', () => done(), { once: true });
    history.back();
  });

describe('the address is the state', () => {
  it('writes a changed filter into it, one history entry a step', () => {
    const { result } = renderHook(() => useView());
    const before = history.length;
    act(() => result.current.changeFilter({ countries: ['PE'] }));
    expect(search()).toBe('?v=1&c=PE');
    expect(history.length).toBe(before + 1);
    expect(result.current.view.filter.countries).toEqual(['PE']);
    expect(result.current.canUndo).toBe(true);
  });

  it('changes quiet things in place, and keeps what can be undone', () => {
    const { result } = renderHook(() => useView());
    act(() => result.current.changeFilter({ countries: ['PE'] }));
    const before = history.length;
    act(() => result.current.change({ measure: 'kg' }, 'quiet'));
    expect(search()).toBe('?v=1&c=PE&unit=kg');
    expect(history.length).toBe(before);
    expect(result.current.canUndo).toBe(true);
  });

  it('undoes by Back', async () => {
    const { result } = renderHook(() => useView());
    act(() => result.current.changeFilter({ countries: ['PE'] }));
    act(() => result.current.changeFilter({ types: ['seizure'] }));
    await act(back);
    expect(result.current.view.filter.types).toEqual([]);
    expect(result.current.view.filter.countries).toEqual(['PE']);
  });

  it('does not leave the screen by undoing', () => {
    const { result } = renderHook(() => useView());
    expect(result.current.canUndo).toBe(false);
    const before = location.href;
    act(() => result.current.undo());
    expect(location.href).toBe(before);
  });

  it('never loses one of two changes made at once', () => {
    const { result } = renderHook(() => useView());
    const { changeFilter } = result.current;
    act(() => {
      changeFilter({ countries: ['PE'] });
      changeFilter({ types: ['air'] });
    });
    expect(search()).toBe('?v=1&c=PE&type=air');
  });

  it('adds no entry for a change that changes nothing', () => {
    const { result } = renderHook(() => useView());
    const before = history.length;
    act(() => result.current.changeFilter({ countries: [] }));
    expect(history.length).toBe(before);
  });

  it('drops the bad part of a hand-edited address and names it', () => {
    history.replaceState(null, '', '/?v=1&c=PE&from=2015-02-31&prec=9');
    const { result } = renderHook(() => useView());
    expect(result.current.view.filter.countries).toEqual(['PE']);
    expect(result.current.problems.map(({ parameter, value }) => [parameter, value])).toEqual([
      ['from', '2015-02-31'],
      ['prec', '9'],
    ]);
  });
});

describe('a dragged window', () => {
  const [from, to] = [dayOf(2014, 1, 1), dayOf(2014, 12, 31)];

  it('is shown before it is in the address, and is one entry when released', () => {
    const { result } = renderHook(() => useView());
    const before = history.length;
    act(() => {
      for (let day = from; day < from + 30; day++) draftWindow(day, to);
    });
    expect(search()).toBe('');
    const shown = withDraft(result.current.view.filter, useDraft.getState().window);
    expect(shown.from).toBe(from + 29);
    act(() => commitWindow(from, to));
    expect(search()).toBe('?v=1&from=2014-01-01&to=2014-12-31');
    expect(history.length).toBe(before + 1);
    expect(useDraft.getState().window).toBeNull();
  });

  it('dragged, keeps the part of the axis it was dragged on; typed, lets it go', () => {
    renderHook(() => useView());
    act(() => commitWindow(from, to, { from: '2013-01-01', to: '2015-12-31' }));
    expect(search()).toBe('?v=1&axis=2013-01-01_2015-12-31&from=2014-01-01&to=2014-12-31');
    act(() => commitTypedWindow(from, to));
    expect(search()).toBe('?v=1&from=2014-01-01&to=2014-12-31');
    act(() => commitTypedWindow(null, null));
    expect(search()).toBe('');
  });
});

describe('a part of the address', () => {
  it('draws what reads it only when it changes', async () => {
    let drawings = 0;
    const { result } = renderHook(() => {
      drawings++;
      return useViewPart(({ view }) => view.measure);
    });
    const { result: whole } = renderHook(() => useView());
    act(() => whole.current.changeFilter({ countries: ['PE'] }));
    expect(drawings).toBe(1);
    act(() => whole.current.change({ measure: 'kg' }));
    expect(result.current).toBe('kg');
    await act(back);
    expect(result.current).toBe('count');
    expect(drawings).toBe(3);
  });
});
