// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { commitWindow, draftWindow } from '#state/draft-store.ts';
import { askBefore } from '#state/shown-view.ts';
import { ShownView, useView } from '#state/use-view.ts';
import { changeFilter, changeView, undoView } from '#state/view-address.ts';

function Filter({ name }: { name: string }) {
  const { countries, from } = useView().view.filter;
  return <p>{`${name}: ${countries.join() || 'all'} ${from ?? 'always'}`}</p>;
}

function open() {
  render(
    <>
      <Filter name="chosen" />
      <ShownView value={true}>
        <Filter name="shown" />
      </ShownView>
    </>,
  );
}

const texts = (): (string | null)[] => screen.getAllByText(/^(chosen|shown)/).map((part) => part.textContent);
const pass = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms));

/** Answers when told to. */
function service() {
  const asked: { readonly countries: string; answer(): void }[] = [];
  const stop = askBefore(
    ({ filter }) =>
      new Promise<void>((resolve) => {
        asked.push({ countries: filter.countries.join(), answer: resolve });
      }),
  );
  return { asked, stop };
}

let stop = (): void => {};
beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/?v=1');
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('a changed filter is seen at once where it is chosen, and elsewhere with its answers', async () => {
  const { asked, stop: end } = service();
  stop = end;
  open();
  act(() => changeFilter({ countries: ['PE'] }));
  await pass(40);
  expect(texts()).toEqual(['chosen: PE always', 'shown: all always']);
  asked[0]!.answer();
  await pass(0);
  expect(texts()).toEqual(['chosen: PE always', 'shown: PE always']);
});

it('of two changes in a row only the last is shown, Back included', async () => {
  const { asked, stop: end } = service();
  stop = end;
  open();
  act(() => changeFilter({ countries: ['PE'] }));
  act(() => changeFilter({ countries: ['BO'] }));
  expect(asked.map(({ countries }) => countries)).toEqual(['PE', 'BO']);
  asked[0]!.answer();
  await pass(40);
  expect(texts()[1]).toBe('shown: all always');
  asked[1]!.answer();
  await pass(0);
  expect(texts()[1]).toBe('shown: BO always');
  act(undoView);
  await pass(40);
  asked[2]!.answer();
  await pass(40);
  expect(texts()).toEqual(['chosen: PE always', 'shown: PE always']);
});

it('late answers are waited for no longer than a moment, and refused ones not at all', async () => {
  const { stop: end } = service();
  open();
  act(() => changeFilter({ countries: ['PE'] }));
  await pass(100);
  expect(texts()[1]).toBe('shown: all always');
  await pass(40);
  expect(texts()[1]).toBe('shown: PE always');
  end();
  stop = askBefore(() => Promise.reject(new Error('out of order')));
  act(() => changeFilter({ countries: ['BO'] }));
  await pass(40);
  expect(texts()[1]).toBe('shown: BO always');
});

it('what is no other filter is shown at once, and so is a window that was dragged', async () => {
  const { asked, stop: end } = service();
  stop = end;
  open();
  act(() => changeView({ list: 'rank' }, 'quiet'));
  expect(asked).toEqual([]);
  act(() => draftWindow(9000, 9100));
  act(() => commitWindow(9000, 9100));
  expect(texts()).toEqual(['chosen: all 9000', 'shown: all 9000']);
  act(() => commitWindow(9000, 9200));
  act(() => changeFilter({ from: 9050 }));
  expect(texts()).toEqual(['chosen: all 9050', 'shown: all 9000']);
  await pass(200);
});
