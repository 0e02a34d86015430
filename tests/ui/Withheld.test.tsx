// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { emptyFilter } from '#core/filter.ts';
import { sourceOf } from '#tests/server/data-set.ts';
import { WithheldNote } from '#ui/Withheld.tsx';
import { renderEnglish } from './render.tsx';

it('says whose rows are missing and why, and leads to the owner', () => {
  const counted = {
    ...sourceOf('counted', 'aggregates'),
    counts: { events: 12, articles: 0, indicators: 0 },
  };
  renderEnglish(
    <WithheldNote sources={[sourceOf('open'), counted, sourceOf('closed', 'none')]} filter={emptyFilter} />,
  );
  const [some, unknown] = screen.getAllByRole('listitem');
  expect(some).toHaveTextContent(
    'Not shown: the 12 events that Publisher of counted holds (CC BY 4.0). Their single rows may not be passed on.',
  );
  expect(unknown).toHaveTextContent('Neither its rows nor their number may be passed on.');
  expect(screen.getAllByRole('link')[0]).toHaveAttribute('href', 'https://example.org/counted');
});

it('says nothing where every source lets its rows out', () => {
  renderEnglish(<WithheldNote sources={[sourceOf('open')]} filter={emptyFilter} />);
  expect(screen.queryByRole('list')).toBeNull();
});
