import { facetDimensions } from '#core/query.ts';

/**
 * What a tile counts by; its codes are those of the snapshot's dictionaries, the last one of lists standing for "none". A tile by
 * the values of a dimension ignores the filter's own choice in it, as facets do; `place` (levels), `cells`, `squares` and `areas` ignore none.
 */
export const tileDimensions = ['place', ...facetDimensions, 'cells', 'squares', 'areas'] as const;
export type TileDimension = (typeof tileDimensions)[number];
