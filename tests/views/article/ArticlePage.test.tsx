// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mockServer } from '#mocks/node.ts';
import { connectFetch, furnishWindow, leavePage, stage } from '#tests/state/stage.tsx';
import ArticlePage from '#views/article/ArticlePage.tsx';

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

const open = (id: string) => stage(<ArticlePage params={{ id }} />, `/articles/${id}`);

describe('Article', () => {
  it('gives headline, outlet, date as exact as known, our summary, and the way to the original', async () => {
    open('seed-04');
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'Peru Shoots Down Narco Plane Heading to Bolivia',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('Mar 2015 (month only)')).toBeInTheDocument();
    expect(screen.getByText('(our summary)')).toBeInTheDocument();
    const original = screen.getByRole('link', { name: /Read at insightcrime.org/ });
    expect(original).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('links the events it reports', async () => {
    open('seed-04');
    const panel = await screen.findByRole('region', { name: 'Events it reports' });
    expect(await within(panel).findByRole('link')).toHaveAttribute('href', '/events/pe-011');
  });

  it('offers no link where no address was found', async () => {
    open('seed-10');
    expect(await screen.findByText(/No address of this article could be found/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /Read at/ })).toBeNull();
  });

  it('says that an article does not exist, with a way on', async () => {
    open('nope');
    expect(await screen.findByRole('heading', { name: 'No such article' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All articles' })).toHaveAttribute('href', '/articles');
  });
});
