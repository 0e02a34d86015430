/** What is written on a figure that leaves, in reading order (ux.md 8); its body stands after the fourth. */
export const drawnFields = [
  'title',
  'subtitle',
  'filters',
  'period',
  'caveat',
  'counts',
  'sources',
  'licence',
  'dataAsOf',
  'generated',
  'link',
] as const;

/** All that is said of a figure: what is written on it, then its text alternative. */
export const figureFields = [...drawnFields, 'alt'] as const;

export type DrawnField = (typeof drawnFields)[number];
export type FigureField = (typeof figureFields)[number];
