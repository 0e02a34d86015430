/** A process of its own, for the memory that making events takes: `node bench/stores/make.ts <kind> <rows> <folder>`. */
import { fillFolder } from './fill.ts';
import { seededRows } from './seeded.ts';

/** Rows that the store can list, newest first; single rows older than these are asked for by no gesture. */
const storedAtMost = 1_000_000;

const [kind = '', count = '', folder = ''] = process.argv.slice(2);
if (kind !== 'noise' && kind !== 'gazetteer') throw new Error(`No made events "${kind}".`);
fillFolder(folder, seededRows(Number(count), kind), Math.min(Number(count), storedAtMost));
