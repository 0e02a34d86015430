// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useParts } from '#state/use-parts.ts';

const frames: FrameRequestCallback[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (call: FrameRequestCallback) => frames.push(call));
  vi.stubGlobal('cancelAnimationFrame', (number: number) => frames.splice(number - 1, 1, () => {}));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function Parts({ all }: { all: number }) {
  return <p>{useParts(all)} drawn</p>;
}

/** One frame of the browser, and what was to come after it. */
const frame = () =>
  act(() => {
    for (const call of frames.splice(0)) call(0);
    vi.runAllTimers();
  });

it('draws all parts in a tab that nobody sees, which has no frames', () => {
  const { unmount } = render(<Parts all={4} />);
  expect(screen.getByText('1 drawn')).toBeInTheDocument();
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  fireEvent(document, new Event('visibilitychange'));
  expect(screen.getByText('4 drawn')).toBeInTheDocument();
  unmount();
  const opened = render(<Parts all={3} />);
  expect(screen.getByText('3 drawn')).toBeInTheDocument();
  opened.unmount();
  vi.restoreAllMocks();
});

it('draws one part more after each frame, and all at the first touch', () => {
  render(<Parts all={4} />);
  expect(screen.getByText('1 drawn')).toBeInTheDocument();
  frame();
  expect(screen.getByText('2 drawn')).toBeInTheDocument();
  fireEvent.pointerDown(document.body);
  expect(screen.getByText('4 drawn')).toBeInTheDocument();
  frame();
  expect(screen.getByText('4 drawn')).toBeInTheDocument();
  // The reader is at work: what is opened from now on is there at once.
  render(<Parts all={3} />);
  expect(screen.getByText('3 drawn')).toBeInTheDocument();
});
