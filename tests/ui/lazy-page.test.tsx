// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { loadPatiently } from '#i18n/load-patiently.ts';
import { renderEnglish } from '#tests/ui/render.tsx';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';

const failing = (times: number) => {
  let left = times;
  return vi.fn(async () => {
    if (left-- > 0) throw new TypeError('Failed to fetch dynamically imported module');
    return 'module';
  });
};

describe('a chunk that does not come', () => {
  it('is asked for twice, then given up where the server answers: it has a newer build', async () => {
    const load = failing(9);
    const world = { answers: async () => true, pause: async () => {} };
    await expect(loadPatiently(load, world)).rejects.toThrow(/dynamically imported/);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('is waited for while nobody answers', async () => {
    const load = failing(5);
    const pauses: number[] = [];
    const world = {
      answers: async () => false,
      pause: async (ms: number) => {
        pauses.push(ms);
      },
    };
    await expect(loadPatiently(load, world)).resolves.toBe('module');
    expect(pauses).toEqual([800, 2000, 4000, 8000, 15_000]);
  });
});

describe('a panel that throws', () => {
  it('says so and can be reset, and the others live on', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    let broken = true;
    function Panel() {
      if (broken) throw new Error('no legend');
      return <p>whole again</p>;
    }
    renderEnglish(
      <>
        <ErrorBoundary>
          <Panel />
        </ErrorBoundary>
        <p>the other panel</p>
      </>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('This panel stopped working');
    expect(screen.getByText('Error: no legend')).toBeInTheDocument();
    expect(screen.getByText('the other panel')).toBeInTheDocument();
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Reset this panel' }));
    expect(screen.getByText('whole again')).toBeInTheDocument();
  });

  it('offers a reload when a chunk is gone', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    function Gone(): never {
      throw new TypeError('Failed to fetch dynamically imported module: /assets/a.js');
    }
    renderEnglish(
      <ErrorBoundary>
        <Gone />
      </ErrorBoundary>,
    );
    expect(screen.getByRole('button', { name: 'Reload' })).toBeInTheDocument();
  });
});
