/**
 * A process of its own, for the memory that making events takes: `node bench/stores/make.ts <kind> <rows> <folder>`. Says as JSON how many
 * seconds reading or making the events took, and how many loading them into the store and cutting the snapshot.
 */
import { fillFolder } from './fill.ts';
import { seededRows } from './seeded.ts';
import { sharedRows } from './shared.ts';

/** Rows that the store can list, newest first; single rows older than these are asked for by no gesture. */
const storedAtMost = 1_000_000;

const [kind = '', count = '', folder = ''] = process.argv.slice(2);
if (kind !== 'noise' && kind !== 'gazetteer' && kind !== 'shared') throw new Error(`No events "${kind}".`);
const began = performance.now();
const rows = kind === 'shared' ? sharedRows() : seededRows(Number(count), kind);
const read = performance.now();
fillFolder(folder, rows, Math.min(Number(count), storedAtMost));
const filled = performance.now();
process.stdout.write(JSON.stringify({ read: (read - began) / 1000, filled: (filled - read) / 1000 }));
