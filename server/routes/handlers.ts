import type { EndpointName } from '#contract/endpoints.ts';
import { openApiDocument } from '#contract/openapi.ts';
import { productVersion } from '#server/version.ts';
import { type Handler, reply } from './answer.ts';
import { article, articles } from './articles.ts';
import { changes } from './changes.ts';
import { event, events } from './events.ts';
import { feedAtom, feedJson } from './feeds.ts';
import { countries, country, group, groups, indicator, indicators, meta, sources } from './records.ts';
import { hits, search } from './search.ts';
import { snapshot, snapshotPart, snapshotVersion } from './snapshot.ts';
import { answers, tiles } from './tiles.ts';

/** Endpoints that answer before the data are ready: app.ts answers them itself. */
export type EarlyEndpoint = 'healthz' | 'readyz';

const document = JSON.stringify(openApiDocument(productVersion));
const openapi: Handler<'openapi'> = async () => ({ kind: 'json', body: document });

/** One handler an endpoint of the contract. */
export const handlers: { readonly [N in Exclude<EndpointName, EarlyEndpoint>]: Handler<N> } = {
  meta,
  countries,
  country,
  groups,
  group,
  events,
  event,
  articles,
  article,
  indicators,
  indicator,
  sources,
  hits,
  search,
  snapshot,
  snapshotVersion,
  snapshotPart,
  tiles,
  answers,
  changes,
  feedAtom,
  feedJson,
  openapi,
};

export const alive = reply<'healthz'>({ status: 'ok', reason: null });
