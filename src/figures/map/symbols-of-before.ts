import type { MapModel } from './map-model.ts';

/**
 * The model with the symbols of before where its own are still asked for, so that none vanishes and comes back: where they are is
 * known, how many events each has now is not. `before` is the last model of the same form and zoom that knew its symbols.
 */
export function withSymbolsOf(before: MapModel, model: MapModel): MapModel {
  if (before.mode !== model.mode || before.cellZoom !== model.cellZoom) return model;
  const { symbols, families: known, styles } = before;
  return symbols.length === 0 ? model : { ...model, symbols, families: known, styles, symbolsWait: true };
}
