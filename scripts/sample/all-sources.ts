import { datasetSources } from './event-sources.ts';
import { indicatorSources } from './indicator-sources.ts';
import { eventSources, type SourceText } from './sources.ts';

/** Every source of the bundle. */
export const allSources: readonly SourceText[] = [...eventSources, ...datasetSources, ...indicatorSources];
