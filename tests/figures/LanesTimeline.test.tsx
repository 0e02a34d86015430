// @vitest-environment jsdom
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dayOf } from '#core/time.ts';
import { LanesTimeline } from '#figures/lanes/LanesTimeline.tsx';
import { layoutLanes, naturalHeight } from '#figures/lanes/lanes-layout.ts';
import { buildLanes } from '#figures/lanes/lanes-model.ts';
import type { LanesTimelineProps } from '#figures/lanes/lanes-props.ts';
import { I18nProvider, loadMessages } from '#i18n/i18n.tsx';
import { axis, i18nOf, lanesInput } from './lanes-fixture.ts';

const messages = await loadMessages('en');
const i18n = await i18nOf('en');
let width = 800;

beforeEach(() => {
  width = 800;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => width);
  HTMLElement.prototype.setPointerCapture = () => {};
});

function show(more: Partial<LanesTimelineProps> = {}) {
  const calls = {
    onWindow: vi.fn(),
    onDraft: vi.fn(),
    onAxis: vi.fn(),
    onPickBar: vi.fn(),
    onPickMark: vi.fn(),
    onMark: vi.fn(),
  };
  const props: LanesTimelineProps = {
    ...lanesInput,
    bin: 'month',
    extent: axis,
    window: { from: dayOf(2014, 7, 1), to: dayOf(2015, 6, 30) },
    ...calls,
    ...more,
  };
  const view = render(
    <I18nProvider lang="en" messages={messages}>
      <LanesTimeline {...props} theme="light" />
    </I18nProvider>,
  );
  const model = buildLanes(lanesInput);
  const layout = layoutLanes(model, { width, height: naturalHeight(model, 12, width, i18n) }, 12, i18n);
  return { ...view, ...calls, layout, model };
}

const surface = () => screen.getByRole('application');

describe('the handles', () => {
  it('are sliders that say their month', () => {
    show();
    const [start, end] = screen.getAllByRole('slider');
    expect(start).toHaveAccessibleName('Start of the dates');
    expect(start).toHaveAttribute('aria-valuetext', 'July 2014');
    expect(start).toHaveAttribute('aria-valuenow', '6');
    expect(end).toHaveAttribute('aria-valuetext', 'June 2015');
    expect(end).toHaveAttribute('aria-valuemax', '23');
  });

  it.each([
    ['{ArrowRight}', dayOf(2014, 8, 1)],
    ['{Shift>}{ArrowLeft}{/Shift}', dayOf(2014, 1, 1)],
    ['{PageDown}', dayOf(2014, 1, 1)],
    ['{Home}', axis.from],
  ])('move by %s', async (keys, from) => {
    const { onWindow } = show();
    screen.getAllByRole('slider')[0]!.focus();
    await userEvent.keyboard(keys);
    expect(onWindow).toHaveBeenLastCalledWith({ from, to: dayOf(2015, 6, 30) });
  });

  it('give all dates back as no dates', async () => {
    const { onWindow } = show({ window: { from: dayOf(2014, 7, 1), to: axis.to } });
    screen.getAllByRole('slider')[0]!.focus();
    await userEvent.keyboard('{Home}');
    expect(onWindow).toHaveBeenLastCalledWith(null);
  });

  it('are left out on a phone, where the strip is tapped', () => {
    width = 340;
    show();
    expect(screen.queryAllByRole('slider')).toEqual([]);
    expect(screen.getByRole('button', { name: 'Step the dates forward' })).toBeVisible();
  });
});

/** jsdom has no PointerEvent coordinates of its own; a MouseEvent with the same name carries them. */
function pointer(target: Element, type: string, at: { x: number; y: number }) {
  const event = new MouseEvent(type, { bubbles: true, clientX: at.x, clientY: at.y, button: 0 });
  Object.defineProperty(event, 'pointerType', { value: 'mouse' });
  Object.defineProperty(event, 'pointerId', { value: 1 });
  act(() => {
    target.dispatchEvent(event);
  });
}

describe('the pointer', () => {
  it('opens exactly the bin under it, with its lane', () => {
    const { onPickBar, layout } = show();
    const row = layout.rows[0]!;
    const at = { x: layout.x(dayOf(2015, 3, 10)), y: row.base - 3 };
    pointer(surface(), 'pointerdown', at);
    pointer(surface(), 'pointerup', at);
    expect(onPickBar).toHaveBeenCalledExactlyOnceWith({
      from: dayOf(2015, 3, 1),
      to: dayOf(2015, 3, 31),
      type: 'seizure',
    });
  });

  it('opens the single event of a mark', () => {
    const { onPickMark, layout } = show();
    const row = layout.rows[1]!;
    const at = { x: layout.x(dayOf(2015, 2, 26) + 0.5), y: row.base - row.height / 2 };
    pointer(surface(), 'pointerdown', at);
    pointer(surface(), 'pointerup', at);
    expect(onPickMark).toHaveBeenCalledExactlyOnceWith(11);
  });

  it('draws a new window in whole bins and commits it once, on release', () => {
    const { onWindow, onDraft, layout } = show({ window: { from: null, to: null } });
    const y = layout.rows[0]!.base - 3;
    pointer(surface(), 'pointerdown', { x: layout.x(dayOf(2014, 3, 9)), y });
    pointer(surface(), 'pointermove', { x: layout.x(dayOf(2014, 6, 9)), y });
    expect(onWindow).not.toHaveBeenCalled();
    pointer(surface(), 'pointerup', { x: layout.x(dayOf(2014, 6, 9)), y });
    expect(onWindow).toHaveBeenCalledExactlyOnceWith({ from: dayOf(2014, 3, 1), to: dayOf(2014, 6, 30) });
    expect(onDraft).toHaveBeenLastCalledWith(null);
  });

  it('moves the window by its body and keeps its length', () => {
    const { onWindow, layout } = show();
    const y = layout.rows[0]!.base - 3;
    pointer(surface(), 'pointerdown', { x: layout.x(dayOf(2014, 10, 9)), y });
    pointer(surface(), 'pointermove', { x: layout.x(dayOf(2014, 12, 9)), y });
    pointer(surface(), 'pointerup', { x: layout.x(dayOf(2014, 12, 9)), y });
    expect(onWindow).toHaveBeenCalledExactlyOnceWith({ from: dayOf(2014, 9, 1), to: dayOf(2015, 8, 31) });
  });

  it('follows a hand that rested when the browser first tells of its move, and from then on frame by frame', () => {
    const { onDraft, layout } = show();
    const handle = screen.getByRole('slider', { name: 'End of the dates' });
    const at = (year: number, month: number) => ({ x: layout.x(dayOf(year, month, 9)), y: 20 });
    pointer(handle, 'pointerrawupdate', at(2015, 9));
    expect(onDraft).not.toHaveBeenCalled();
    pointer(handle, 'pointerdown', { x: layout.x(dayOf(2015, 7, 1)), y: 20 });
    pointer(handle, 'pointerrawupdate', at(2015, 9));
    const held = (month: number, last: number) => ({
      from: dayOf(2014, 7, 1),
      to: dayOf(2015, month, last),
    });
    expect(onDraft).toHaveBeenLastCalledWith(held(9, 30));
    pointer(handle, 'pointermove', at(2015, 9));
    pointer(handle, 'pointerrawupdate', at(2015, 10));
    expect(onDraft).toHaveBeenCalledTimes(1);
    pointer(handle, 'pointermove', at(2015, 10));
    expect(onDraft).toHaveBeenLastCalledWith(held(10, 31));
    pointer(handle, 'pointerup', at(2015, 10));
    onDraft.mockClear();
    pointer(handle, 'pointerrawupdate', at(2015, 8));
    expect(onDraft).not.toHaveBeenCalled();
  });

  it('drops a drag at Esc wherever the focus is, and nothing is committed on release', async () => {
    const { onWindow, onDraft, layout } = show();
    const handle = screen.getByRole('slider', { name: 'End of the dates' });
    const x = layout.x(dayOf(2015, 7, 1));
    handle.focus();
    pointer(handle, 'pointerdown', { x, y: 20 });
    pointer(handle, 'pointermove', { x: layout.x(dayOf(2015, 10, 9)), y: 20 });
    await waitFor(() => expect(screen.getByText(/Showing .*Oct 2015/)).toBeInTheDocument());
    await userEvent.keyboard('{Escape}');
    expect(onDraft).toHaveBeenLastCalledWith(null);
    expect(screen.queryByText(/Showing .*Oct 2015/)).toBeNull();
    pointer(handle, 'pointerup', { x: layout.x(dayOf(2015, 10, 9)), y: 20 });
    expect(onWindow).not.toHaveBeenCalled();
  });

  it('shows words that stay while pointed at and go with Esc', async () => {
    const { layout, onMark } = show();
    const row = layout.rows[1]!;
    pointer(surface(), 'pointermove', {
      x: layout.x(dayOf(2015, 2, 26) + 0.5),
      y: row.base - row.height / 2,
    });
    expect(screen.getByRole('tooltip')).toHaveTextContent('26 Feb 2015');
    expect(onMark).toHaveBeenLastCalledWith(11);
    surface().focus();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('tooltip')).toBeNull();
  });
});

describe('the keyboard on the bars', () => {
  it('walks bars and marks, says them and opens them', async () => {
    const { onPickBar, onPickMark } = show();
    surface().focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(screen.getByRole('status')).toHaveTextContent('Seizures, February 2014. 2 events');
    await userEvent.keyboard('{Enter}');
    expect(onPickBar).toHaveBeenCalledWith({
      from: dayOf(2014, 2, 1),
      to: dayOf(2014, 2, 28),
      type: 'seizure',
    });
    await userEvent.keyboard('{ArrowDown}{End}{Enter}');
    expect(onPickMark).toHaveBeenCalledWith(12);
    expect(screen.getByRole('status')).toHaveTextContent('some day in');
  });

  it('zooms and pans the axis', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { onAxis } = show();
    surface().focus();
    fireEvent.keyDown(surface(), { key: '+' });
    await vi.advanceTimersByTimeAsync(300);
    const zoomed = onAxis.mock.lastCall?.[0] as { from: number; to: number };
    expect(zoomed.to - zoomed.from).toBeLessThan((axis.to - axis.from) * 0.6);
    fireEvent.keyDown(surface(), { key: '0' });
    await vi.advanceTimersByTimeAsync(300);
    expect(onAxis).toHaveBeenLastCalledWith(null);
    vi.useRealTimers();
  });
});

describe('steps and play', () => {
  it('steps by the window’s own length', async () => {
    const { onWindow } = show({ window: { from: dayOf(2014, 1, 1), to: dayOf(2014, 6, 30) } });
    await userEvent.click(screen.getByRole('button', { name: 'Step the dates forward' }));
    expect(onWindow).toHaveBeenCalledWith({ from: dayOf(2014, 7, 1), to: dayOf(2014, 12, 31) });
    await userEvent.click(screen.getByRole('button', { name: 'All dates' }));
    expect(onWindow).toHaveBeenLastCalledWith(null);
  });

  it('plays until anything is pressed, then commits where it stopped', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { onDraft, onWindow } = show({ window: { from: dayOf(2014, 1, 1), to: dayOf(2014, 3, 31) } });
    fireEvent.click(screen.getByRole('button', { name: 'Play the dates' }));
    await act(() => vi.advanceTimersByTimeAsync(1500));
    expect(onDraft).toHaveBeenLastCalledWith({ from: dayOf(2014, 3, 1), to: dayOf(2014, 5, 31) });
    expect(onWindow).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'x' });
    await act(() => vi.advanceTimersByTimeAsync(10));
    expect(onWindow).toHaveBeenCalledExactlyOnceWith({ from: dayOf(2014, 3, 1), to: dayOf(2014, 5, 31) });
    vi.useRealTimers();
  });

  it('stops by its own button', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { onWindow } = show({ window: { from: dayOf(2014, 1, 1), to: dayOf(2014, 3, 31) } });
    fireEvent.click(screen.getByRole('button', { name: 'Play the dates' }));
    await act(() => vi.advanceTimersByTimeAsync(800));
    const stop = screen.getByRole('button', { name: 'Stop' });
    fireEvent.pointerDown(stop);
    fireEvent.click(stop);
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(onWindow).toHaveBeenCalledExactlyOnceWith({ from: dayOf(2014, 2, 1), to: dayOf(2014, 4, 30) });
    vi.useRealTimers();
  });

  it('does not offer to play to those who ask for less motion', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    show();
    expect(screen.queryByRole('button', { name: 'Play the dates' })).toBeNull();
    vi.unstubAllGlobals();
  });
});
