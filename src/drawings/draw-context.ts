import type { QueryClient } from '@tanstack/react-query';
import type { OpenRef } from '#core/figure-ref.ts';
import type { Query } from '#core/query.ts';
import type { Answered, Engine } from '#engine/engine.ts';
import type { Edition } from '#figures/words.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { dataAsOfOf, dataVersionOf } from '#state/engine-context.tsx';
import { type Reference, referenceOf } from '#state/names.ts';
import { apiOptions, askOptions, dataKey, gazetteerOptions } from '#state/queries.ts';
import { editionOf, type HeldData } from './edition.ts';
import { asksEngine } from './figure-needs.ts';

/** All that a figure is made with, beside its reference. No screen, no size, no theme. */
export interface DrawContext {
  readonly engine: Engine;
  readonly client: QueryClient;
  readonly i18n: I18n;
  readonly names: Reference;
  readonly edition: Edition;
  /** Where the links printed on figures lead: "https://atalaya.example". */
  readonly origin: string;
}

/** Resolves when the engine holds all of its data; rejects with the engine's own error where it cannot. */
export function engineReady(engine: Engine): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | null = null;
    const look = () => {
      const status = engine.status();
      if (status.state !== 'ready' && status.state !== 'failed') return;
      stop?.();
      if (status.state === 'ready') resolve();
      else reject(status.error);
    };
    stop = engine.subscribe(look);
    look();
  });
}

type Given = Pick<DrawContext, 'engine' | 'client' | 'i18n' | 'origin'>;

/** Waits for the engine, fetches names and edition, and gives what every figure of this language is made with. */
export async function drawContext(given: Given): Promise<DrawContext> {
  const { engine, client } = given;
  const [groups, sources, adm1, meta] = await Promise.all([
    client.fetchQuery(apiOptions('groups', { limit: '1000' })),
    client.fetchQuery(apiOptions('sources')),
    client.fetchQuery(gazetteerOptions()),
    client.fetchQuery(apiOptions('meta')),
    engineReady(engine),
  ]);
  const names = referenceOf(groups.rows, sources.rows, adm1);
  return { ...given, names, edition: editionOf(meta, heldBy(engine), new Date()) };
}

const nothingHeld: HeldData = { dataVersion: '', dataAsOf: null };

function heldBy(engine: Engine): HeldData {
  const status = engine.status();
  return { dataVersion: dataVersionOf(status), dataAsOf: dataAsOfOf(status) };
}

/** The same for one figure: for one that counts no events, without waiting for the engine or for names it does not print. */
export async function contextFor(ref: OpenRef, given: Given): Promise<DrawContext> {
  if (asksEngine(ref)) return drawContext(given);
  const { client } = given;
  const [sources, adm1, meta] = await Promise.all([
    client.fetchQuery(apiOptions('sources')),
    ref.page === 'event' ? client.fetchQuery(gazetteerOptions()) : [],
    client.fetchQuery(apiOptions('meta')),
  ]);
  const names = referenceOf([], sources.rows, adm1);
  return { ...given, names, edition: editionOf(meta, nothingHeld, new Date()) };
}

/** Asks the engine; a question already answered for this state of the data is not asked again. */
export async function ask<const Q extends readonly Query[]>(
  { engine, client }: Pick<DrawContext, 'engine' | 'client'>,
  queries: Q,
): Promise<Answered<Q>['answers']> {
  const { answers } = await client.fetchQuery(askOptions(engine, dataKey(engine.status()), queries));
  return answers;
}
