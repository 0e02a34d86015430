import { type DimensionKey, dimensionKeys, dimensions, type EventFilter } from '#core/filter.ts';

/** What a filter narrows by, as text to the last digit. Made once a filter: a dragged window asks with the same one many times. */
export interface Choices {
  /** Every dimension but time that narrows. */
  readonly active: readonly { readonly dimension: DimensionKey; readonly choice: string }[];
  /** The choices of every dimension but time and `without` as one text; '' for none. */
  others(without?: DimensionKey): string;
}

const fieldsOf = dimensionKeys
  .filter((dimension) => dimension !== 'time')
  .map((dimension) => ({
    dimension,
    fields: Object.keys(dimensions[dimension].cleared) as (keyof EventFilter)[],
  }));
const known = new WeakMap<EventFilter, Choices>();

export function choicesIn(filter: EventFilter): Choices {
  const before = known.get(filter);
  if (before) return before;
  const made = read(filter);
  known.set(filter, made);
  return made;
}

function read(filter: EventFilter): Choices {
  const active: Choices['active'][number][] = [];
  for (const { dimension, fields } of fieldsOf) {
    if (!narrows(filter, fields)) continue;
    active.push({ dimension, choice: JSON.stringify(fields.map((field) => filter[field])) });
  }
  const texts = new Map<DimensionKey | undefined, string>();
  return {
    active,
    others(without) {
      if (active.length === 0) return '';
      const found = texts.get(without);
      if (found !== undefined) return found;
      const text = active
        .filter(({ dimension }) => dimension !== without)
        .map(({ dimension, choice }) => `${dimension}${choice}`)
        .join();
      texts.set(without, text);
      return text;
    },
  };
}

function narrows(filter: EventFilter, fields: readonly (keyof EventFilter)[]): boolean {
  for (const field of fields) {
    const value = filter[field];
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    return true;
  }
  return false;
}
