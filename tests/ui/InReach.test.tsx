// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderEnglish } from '#tests/ui/render.tsx';
import { InReach } from '#ui/InReach.tsx';

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const far = (
  <InReach height={200}>
    <p>Drawn</p>
  </InReach>
);

it('draws nothing far away, and has words for the paper meanwhile', () => {
  renderEnglish(far);
  expect(screen.queryByText('Drawn')).toBeNull();
  expect(screen.getByText(/Not drawn yet when the page was printed/)).toBeInTheDocument();
});

it('is drawn before the printing event returns, since the picture is taken then', () => {
  renderEnglish(far);
  dispatchEvent(new Event('beforeprint'));
  expect(screen.getByText('Drawn')).toBeInTheDocument();
});

it('is drawn when a browser command is keyed, so that it is there to be found or printed', () => {
  renderEnglish(far);
  fireEvent.keyDown(document.body, { key: 'a' });
  expect(screen.queryByText('Drawn')).toBeNull();
  fireEvent.keyDown(document.body, { key: 'Control', ctrlKey: true });
  expect(screen.getByText('Drawn')).toBeInTheDocument();
});
