// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it } from 'vitest';
import { ShareMenu } from '#export/ShareMenu.tsx';
import { seizure } from '#tests/core/references.ts';
import { renderEnglish, teachDialogs } from '#tests/ui/render.tsx';

beforeAll(teachDialogs);

it('hands a view on as link, citation, code and feed', async () => {
  const csv = 'https://atalaya.example.org/api/v1/events?asof=2026-11-23.abcd1234&c=PE&format=csv';
  const feeds = { atom: 'https://x.test/feed.atom?c=PE', json: 'https://x.test/feed.json?c=PE' };
  renderEnglish(<ShareMenu link="/?v=1&c=PE" subject={() => ({ reference: seizure, csv, feeds })} />);
  await userEvent.click(screen.getByRole('button', { name: 'Share' }));
  const dialog = await screen.findByRole('dialog', { name: /^Share: Incautación/ }, { timeout: 15_000 });
  const tab = (name: string) => within(dialog).getByRole('radio', { name });
  expect(tab('Cite')).toBeChecked();
  expect(within(dialog).getByText(/Reported by InSight Crime/)).toBeInTheDocument();
  await userEvent.click(tab('Use in R, Python, curl'));
  expect(within(dialog).getByRole('region', { name: 'Python' })).toHaveTextContent(csv);
  await userEvent.click(within(dialog).getByRole('radio', { name: 'R' }));
  expect(within(dialog).getByRole('region', { name: 'R' })).toHaveTextContent(`read.csv(address`);
  await userEvent.click(tab('Follow'));
  expect(within(dialog).getByRole('link', { name: 'Atom feed' })).toHaveAttribute('href', feeds.atom);
});

it('offers neither code nor feed where there are none', async () => {
  renderEnglish(<ShareMenu link="/" subject={() => ({ reference: seizure, csv: null, feeds: null })} />);
  await userEvent.click(screen.getByRole('button', { name: 'Share' }));
  await screen.findByRole('dialog', {}, { timeout: 15_000 });
  expect(screen.queryByRole('radio', { name: 'Follow' })).toBeNull();
  expect(screen.queryByRole('radio', { name: 'Use in R, Python, curl' })).toBeNull();
});
