// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useNamedPart } from '#app/use-named-part.ts';
import { furnishWindow, leavePage } from '#tests/state/stage.tsx';

const shown: string[] = [];

beforeEach(() => {
  furnishWindow();
  shown.length = 0;
  Element.prototype.scrollIntoView = function () {
    shown.push(this.id);
  };
  history.replaceState(null, '', '/country/PE#coca@VRAEM');
});
afterEach(leavePage);

function PageOf({ parts }: { parts: readonly string[] }) {
  const page = useRef<HTMLElement>(null);
  useNamedPart('/country/PE', page);
  return (
    <main ref={page}>
      {parts.map((part) => (
        <section key={part} id={part} />
      ))}
    </main>
  );
}

/** Draws the page without the part, then with it. */
async function arrive(meanwhile: () => void = () => {}): Promise<void> {
  const { rerender } = render(<PageOf parts={['map']} />);
  meanwhile();
  rerender(<PageOf parts={['map', 'coca@VRAEM']} />);
  await act(async () => {});
}

it('an address that names a part shows it once it is drawn', async () => {
  await arrive();
  expect(shown).toEqual(['coca@VRAEM']);
});

it('a reader who has begun to read is not moved', async () => {
  await arrive(() => fireEvent.wheel(document.body));
  expect(shown).toEqual([]);
});

it('an address that names none, or names it badly, moves nothing', async () => {
  for (const hash of ['', '#%E0%A4%A']) {
    history.replaceState(null, '', `/country/PE${hash}`);
    await arrive();
    cleanup();
  }
  expect(shown).toEqual([]);
});
