import type * as z from 'zod/mini';
import type { Parameter } from './parameters.ts';

/** What the table says of one endpoint. */
export interface Endpoint<Reply extends z.ZodMiniType = z.ZodMiniType> {
  readonly method: 'GET';
  /** Under /api/v1 unless it starts with "//" (then the rest is the path from the root). */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** Path and query parameters beside the filters: name → what it is. */
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly filters: boolean;
  readonly formats: readonly ('json' | 'csv' | 'geojson' | 'arrow' | 'tile' | 'atom' | 'jsonfeed')[];
  readonly reply: Reply;
  readonly errors: readonly number[];
}
