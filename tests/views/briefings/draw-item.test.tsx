// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ContentItem, newItem, type PinnedContent } from '#core/briefing.ts';
import { drawContext } from '#drawings/draw-context.ts';
import { pictureIn } from '#export/briefing/body-picture.tsx';
import { loadBriefingWords } from '#i18n/briefing-words.ts';
import { en } from '#i18n/en.ts';
import { makeI18n } from '#i18n/i18n.tsx';
import { mockServer } from '#mocks/node.ts';
import { mockEngine } from '#tests/state/mock-engine.ts';
import { connectFetch, furnishWindow, leavePage } from '#tests/state/stage.tsx';
import { drawContent, type ItemContext } from '#views/briefings/draw-item.ts';
import { pinnedContent } from '#views/briefings/pin-item.ts';

const server = mockServer();
let context: ItemContext;
beforeAll(() => server.listen());
beforeEach(async () => {
  connectFetch();
  furnishWindow();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const given = { engine: mockEngine(), client, i18n: makeI18n('en', en), origin: location.origin };
  context = { ...(await drawContext(given)), say: await loadBriefingWords('en') };
});
afterAll(() => {
  server.close();
  leavePage();
});

const ref = { figure: 'timeline', address: '/?v=1&c=PE&type=seizure' };
const live = newItem('one', { kind: 'figure', ref }) as ContentItem;

async function pinned(change: (content: PinnedContent) => PinnedContent = (same) => same) {
  const content = pinnedContent(await drawContent(live, context), 'en', new Date('2026-11-23T06:20:00Z'));
  return { ...live, pinned: change(content) };
}

const box = { width: 700, height: 300 };

describe('a pinned figure', () => {
  it('is drawn anew at the size of its place while the data are those it was pinned with', async () => {
    const content = await drawContent(await pinned(), context);
    expect(content.pinnedAt).toBe('2026-11-23T06:20:00.000Z');
    const picture = pictureIn('en')(content, box, 'slide');
    const fresh = pictureIn('en')(await drawContent(live, context), box, 'slide');
    expect(picture).toMatchObject(box);
    expect(picture).toEqual(fresh);
  });

  it.each([
    ['of other data', (content: PinnedContent) => ({ ...content, dataVersion: '2020-01-01.000000' })],
    [
      'that said another number',
      (content: PinnedContent) => ({
        ...content,
        table: { ...content.table, rows: content.table.rows.map((row) => row.map(() => 7)) },
      }),
    ],
    [
      'that said other words',
      (content: PinnedContent) => ({ ...content, words: { ...content.words, subtitle: 'Menge' } }),
    ],
  ])('%s stays as it was painted', async (_, change) => {
    const item = await pinned(change);
    const content = await drawContent(item, context);
    expect(content.words).toEqual(item.pinned.words);
    expect(content.table).toEqual(item.pinned.table);
    expect(pictureIn('en')(content, box, 'slide')).toEqual(item.pinned.pictures?.slide);
  });
});
