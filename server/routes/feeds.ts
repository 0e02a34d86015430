import { endpointUrl } from '#contract/endpoints.ts';
import type { Call } from '#contract/handlers.ts';
import type { CrimeEvent } from '#core/event.ts';
import { writeFilter } from '#core/filter.ts';
import { defaultView, writeView } from '#core/view.ts';
import { atomOf } from '#server/feeds/atom.ts';
import { entryOf, type Feed, momentOf } from '#server/feeds/feed.ts';
import { feedRights, feedTitle } from '#server/feeds/feed-words.ts';
import { jsonFeedOf } from '#server/feeds/json-feed.ts';
import type { Services } from '#server/services.ts';
import { productVersion } from '#server/version.ts';
import type { Handler } from './answer.ts';
import { checkWords } from './words.ts';

const entriesWhenUnasked = 50;

export const feedAtom: Handler<'feedAtom'> = async (call, services, origin) => ({
  kind: 'text',
  type: 'application/atom+xml; charset=utf-8',
  body: atomOf(await feedOf(call, services, origin)),
});

export const feedJson: Handler<'feedJson'> = async (call, services, origin) => ({
  kind: 'text',
  type: 'application/feed+json; charset=utf-8',
  body: jsonFeedOf(await feedOf(call, services, origin)),
});

async function feedOf(
  { name, filter, parameters }: Call<'feedAtom'> | Call<'feedJson'>,
  { store, sources, gazetteer, info }: Services,
  origin: string,
): Promise<Feed> {
  checkWords('q', filter.text);
  const { limit = entriesWhenUnasked, lang = 'en' } = parameters;
  const rows = await store.latestEvents(filter, limit);
  const context = { lang, origin, sources, areaNames: gazetteer.areaNames };
  const asked = { ...writeFilter(filter), ...(lang === 'en' ? {} : { lang }) };
  return {
    title: feedTitle(filter, lang),
    lang,
    self: `${origin}${endpointUrl(name, asked)}`,
    page: `${origin}/events${writeView({ ...defaultView, filter, lang: lang === 'en' ? null : lang })}`,
    updated: momentOf(info.dataAsOf),
    rights: feedRights(lang),
    version: productVersion,
    entries: rows.map(({ doc, changedOn }) => entryOf(JSON.parse(doc) as CrimeEvent, changedOn, context)),
  };
}
