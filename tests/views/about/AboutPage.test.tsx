// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mockServer } from '#mocks/node.ts';
import { mockWorld } from '#mocks/world.ts';
import { connectFetch, furnishWindow, leavePage, stageWaiting } from '#tests/state/stage.tsx';
import AboutPage from '#views/about/AboutPage.tsx';

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

describe('About', () => {
  it('explains the seven levels of place, and which of them are counted on the map', async () => {
    await stageWaiting(<AboutPage />, '/about');
    const table = await screen.findByRole('table', { name: 'How exactly a place is known' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(7);
    const counted = rows.filter((row) => within(row).queryByText('counted'));
    expect(counted).toHaveLength(4);
  });

  it('names the licence that is not open source, and the state of the data to cite', async () => {
    await stageWaiting(<AboutPage />, '/about');
    expect(
      await screen.findByText(/react-leaflet, which is under the Hippocratic License 2.1/),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(new RegExp(`Data version ${mockWorld().dataVersion}`)),
    ).toBeInTheDocument();
  });

  it('links each of its sections', async () => {
    await stageWaiting(<AboutPage />, '/about');
    const contents = await screen.findByRole('navigation', { name: 'On this page' });
    for (const link of within(contents).getAllByRole('link')) {
      const id = (link.getAttribute('href') ?? '').slice(1);
      expect(document.getElementById(id)).not.toBeNull();
    }
  });
});
