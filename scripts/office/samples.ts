import { briefingSamples } from './briefing-samples.ts';
import { xlsxSamples } from './xlsx-samples.tsx';

/** A file as the product writes it, and what must be found in it once an office program has opened it. */
export interface OfficeSample {
  /** With its ending: "events_full.xlsx". */
  readonly name: string;
  readonly make: () => Promise<Uint8Array>;
  /** Least and most pages it is set on. */
  readonly pages: readonly [number, number];
  /** Texts that must stand on its pages, white space aside. */
  readonly texts: readonly string[];
}

/** Real files of every format that office programs open. */
export const officeSamples = async (): Promise<readonly OfficeSample[]> => [
  ...(await xlsxSamples()),
  ...(await briefingSamples()),
];
