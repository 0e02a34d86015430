import { FigureRefError, type OpenRef } from '#core/figure-ref.ts';
import type { Edition } from '#figures/words.ts';

/** Whether a figure counts events; the others are made from single records and series of the service. */
export function asksEngine({ figure, page }: Pick<OpenRef, 'figure' | 'page'>): boolean {
  return page !== 'event' && figure !== 'series' && figure !== 'chart' && figure !== 'indicator';
}

/** Throws where a reference pins another state of the data than the one at hand: its numbers would be those of neither. */
export function checkEdition({ view }: Pick<OpenRef, 'view'>, { dataVersion }: Edition): void {
  const { asof } = view;
  // A day alone stands for whichever state was the last of it.
  if (asof === null || dataVersion === asof || dataVersion.startsWith(`${asof}.`)) return;
  throw new FigureRefError(
    'other-data',
    asof,
    `The reference asks for the data of ${asof}; those at hand are of ${dataVersion || 'no known version'}. Leave asof out, or open the link itself.`,
  );
}
