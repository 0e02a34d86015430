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
  const active = fieldsOf.flatMap(({ dimension, fields }) =>
    fields.every((field) => isCleared(filter[field]))
      ? []
      : [{ dimension, choice: JSON.stringify(fields.map((field) => filter[field])) }],
  );
  const texts = new Map<DimensionKey | undefined, string>();
  return {
    active,
    others(without) {
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

const isCleared = (value: EventFilter[keyof EventFilter]): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);
