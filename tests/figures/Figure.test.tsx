// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Figure, type FigureState } from '#figures/Figure.tsx';
import type { FigureTable, FigureWords } from '#figures/figure.ts';
import { I18nProvider, loadMessages } from '#i18n/i18n.tsx';

const messages = await loadMessages('en');

const words: FigureWords = {
  title: 'Seizures, Peru',
  subtitle: 'Events a month',
  filters: 'Filters: Peru',
  period: '2014–2015',
  caveat: 'Counts reports.',
  counts: '183 of 325 events',
  sources: 'Source: UNODC',
  licence: 'Licence: CC BY 4.0',
  dataAsOf: 'Data as of 22 Nov 2026',
  generated: 'Generated',
  link: 'https://x',
  alt: 'alt',
};
const table: FigureTable = {
  caption: 'Seizures, Peru',
  columns: [
    { key: 'm', label: 'Month', numeric: false },
    { key: 'n', label: 'Events', numeric: true },
  ],
  rows: [
    ['2014-01', 3],
    ['2014-02', null],
    ['2014-03', 12],
  ],
};

function show(state: FigureState) {
  render(
    <I18nProvider lang="en" messages={messages}>
      <Figure
        words={words}
        state={state}
        bodyHeight={200}
        table={table}
        summary="Highest in March."
        notes={['One note.']}
      >
        <svg role="img" aria-label="the drawing" />
      </Figure>
    </I18nProvider>,
  );
}

it('is a figure named by its title, with caveat, source and data under it', () => {
  show({ kind: 'ready' });
  const figure = screen.getByRole('figure', { name: 'Seizures, Peru' });
  expect(within(figure).getByRole('img', { name: 'the drawing' })).toBeVisible();
  expect(figure).toHaveTextContent('Counts reports. Source: UNODC. Data as of 22 Nov 2026.');
  expect(figure).toHaveTextContent('One note.');
});

it('opens the same numbers as a sortable table and as a paragraph', async () => {
  show({ kind: 'ready' });
  await userEvent.click(screen.getByRole('button', { name: 'Table' }));
  const shown = screen.getByRole('table', { name: 'Seizures, Peru' });
  const rows = () =>
    within(shown)
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);
  expect(rows()[1]).toContain('not reported');
  const header = within(shown).getByRole('columnheader', { name: /Events/ });
  expect(header).toHaveAttribute('aria-sort', 'none');
  await userEvent.click(within(header).getByRole('button'));
  expect(header).toHaveAttribute('aria-sort', 'descending');
  expect(rows().map((row) => row?.slice(0, 7))).toEqual(['2014-03', '2014-01', '2014-02']);
  await userEvent.click(screen.getByRole('button', { name: 'Summary' }));
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByText('Highest in March.')).toBeVisible();
});

it('draws failure inside its frame, with a way out', async () => {
  const onRetry = vi.fn();
  show({ kind: 'failed', title: 'Could not be counted', onRetry });
  expect(screen.queryByRole('img')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

it('draws emptiness inside its frame, with the next step', () => {
  show({ kind: 'empty', title: 'No events match', actions: <button type="button">Widen the dates</button> });
  expect(screen.getByText('No events match')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Widen the dates' })).toBeVisible();
});
