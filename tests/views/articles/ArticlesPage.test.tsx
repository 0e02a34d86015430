// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setFault } from '#mocks/faults.ts';
import { mockServer } from '#mocks/node.ts';
import { connectFetch, furnishWindow, leavePage, stage } from '#tests/state/stage.tsx';
import ArticlesPage from '#views/articles/ArticlesPage.tsx';

const server = mockServer();
beforeAll(() => server.listen());
beforeEach(() => {
  connectFetch();
  furnishWindow();
});
afterEach(() => {
  server.reset();
  leavePage();
});
afterAll(() => server.close());

const search = () => decodeURIComponent(location.search);
const results = () => screen.findByRole('list', { name: 'Articles found' });

describe('Articles', () => {
  it('lists all articles, newest first, headlines in their own language', async () => {
    stage(<ArticlesPage />, '/articles');
    expect(await screen.findByText('12 articles')).toBeInTheDocument();
    const rows = within(await results()).getAllByRole('article');
    expect(rows).toHaveLength(12);
    expect(screen.getByText('The Metrics of War: Peru’s Guerrilla Conflict')).toHaveAttribute('lang', 'es');
  });

  it('narrows by a topic, and the address says so', async () => {
    stage(<ArticlesPage />, '/articles');
    const topic = await screen.findByRole('checkbox', { name: /Aerial interdiction/ });
    expect(topic.closest('label')).toHaveTextContent('3');
    await userEvent.click(topic);
    expect(await screen.findByText('3 articles')).toBeInTheDocument();
    expect(search()).toBe('?v=1&topic=aerial-interdiction');
    expect(screen.getByRole('link', { name: 'CSV, 3 rows' })).toHaveAttribute(
      'href',
      '/api/v1/articles?format=csv&sort=newest&topic=aerial-interdiction',
    );
  });

  it('chooses a year as its first to its last day', async () => {
    stage(<ArticlesPage />, '/articles');
    await userEvent.click(
      await screen
        .findByRole('checkbox', { name: '2014 1' })
        .catch(() => screen.getByRole('checkbox', { name: /^2014/ })),
    );
    expect(search()).toBe('?v=1&from=2014-01-01&to=2014-12-31');
    expect(await screen.findByRole('checkbox', { name: /^2014/ })).toBeChecked();
  });

  it('marks the words that were searched, whatever their ending', async () => {
    stage(<ArticlesPage />, '/articles');
    await userEvent.type(await screen.findByRole('searchbox'), 'seizure{Enter}');
    await waitFor(() => expect(search()).toBe('?v=1&q=seizure'));
    const list = await results();
    await waitFor(() => expect(within(list).getAllByText('Seizures', { selector: 'mark' })).toHaveLength(1));
    expect(screen.getByRole('combobox', { name: 'Order' })).toHaveDisplayValue('Best match');
  });

  it('says when nothing matches, and clears', async () => {
    stage(<ArticlesPage />, '/articles?v=1&q=zzzzz');
    expect(await screen.findByText('No articles match')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(await screen.findByText('12 articles')).toBeInTheDocument();
  });

  it('names a failure and tries again', async () => {
    setFault('broken', '/articles');
    stage(<ArticlesPage />, '/articles');
    expect(await screen.findByRole('alert')).toHaveTextContent('The articles could not be loaded');
    setFault(null);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('12 articles')).toBeInTheDocument();
  });
});
