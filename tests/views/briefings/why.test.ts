import { describe, expect, it } from 'vitest';
import { ApiError } from '#contract/errors.ts';
import { BriefingUnreadable, readBriefing, writeBriefing } from '#core/briefing-file.ts';
import { FigureRefError, openFigureRef } from '#core/figure-ref.ts';
import { langs } from '#core/view.ts';
import { EngineError } from '#engine/engine.ts';
import { CanvasTooLarge } from '#export/paint.ts';
import { loadBriefingWords } from '#i18n/briefing-words.ts';
import { loadMessages, makeI18n } from '#i18n/i18n.tsx';
import { FileTooLarge, whyOf } from '#views/briefings/why.ts';

const thrown = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
};

const file = { id: 'b', title: '', audience: '', lang: 'es' as const, items: [] };
const changed = (change: object) => JSON.stringify({ ...JSON.parse(writeBriefing(file)), ...change });
const failures: readonly (readonly [string, unknown])[] = [
  ['no JSON', thrown(() => readBriefing('{'))],
  ['another file', thrown(() => readBriefing('{}'))],
  ['a newer file', thrown(() => readBriefing(changed({ version: 9 })))],
  ['a lacking part', thrown(() => readBriefing(changed({ briefing: { id: 'b' } })))],
  ['a wrong item', thrown(() => readBriefing(changed({ briefing: { ...file, items: [{ kind: 'film' }] } })))],
  ['a long title', thrown(() => readBriefing(changed({ briefing: { ...file, title: 'x'.repeat(400) } })))],
  ['a large file', new FileTooLarge(80, 64)],
  ['no figure', thrown(() => openFigureRef({ figure: 'map', address: '/nowhere' }))],
  ['a long address', thrown(() => openFigureRef({ figure: 'map', address: `/?q=${'x'.repeat(20_000)}` }))],
  ['a wrong token', new ApiError(401, 'unauthorized', 'The write token is not right.')],
  ['a full server', new ApiError(413, 'too-large', 'This server keeps at most 500 briefings.')],
  ['a failing server', new ApiError(500, 'internal', 'Something broke.')],
  ['no connection', new ApiError(0, 'unreachable', 'The data service does not answer.')],
  ['broken data', new EngineError('bad-snapshot', 'The part is damaged.')],
  ['a large picture', new CanvasTooLarge(1, 2)],
];

describe.each(langs)('why something did not happen, in %s', (lang) => {
  it.each(failures)('%s', async (_, error) => {
    const { t } = makeI18n(lang, await loadMessages(lang));
    const english = makeI18n('en', await loadMessages('en'));
    const why = whyOf(error, await loadBriefingWords(lang), t);
    expect(why).toMatch(/[.…)]$|en, es, pt$|note$/);
    expect(why).not.toMatch(/\{\w+\}|undefined/);
    const inEnglish = whyOf(error, await loadBriefingWords('en'), english.t);
    if (lang === 'en') expect(why).toBe(inEnglish);
    else {
      expect(why).not.toBe(inEnglish);
      expect(why).not.toContain((error as Error).message);
      if (error instanceof BriefingUnreadable) expect(why).not.toContain(error.mend);
    }
  });

  it('names the item and its part', async () => {
    const error = new BriefingUnreadable('item 3: message', 'long', { n: 6000, most: 5000 });
    const { t } = makeI18n(lang, await loadMessages(lang));
    const why = whyOf(error, await loadBriefingWords(lang), t);
    expect(why).toContain('3: message');
    expect(why).toMatch(/6.?000/);
  });

  it('names what there is instead of a figure that there is not', async () => {
    const { t } = makeI18n(lang, await loadMessages(lang));
    const error = thrown(() => openFigureRef({ figure: 'pie' as never, address: '/' }));
    expect(error).toBeInstanceOf(FigureRefError);
    expect(whyOf(error, await loadBriefingWords(lang), t)).toMatch(/pie.*map, timeline/);
  });
});
