import { enableCompileCache } from 'node:module';
import path from 'node:path';

/**
 * Where `npm start` begins. Node keeps what it compiled beside the data, for this thread and those it starts, so that later starts
 * are quicker and smaller; everything else is in start.ts.
 */
const dataFolder = process.env.ATALAYA_DATA?.trim() || 'data';
const cache = path.resolve(import.meta.dirname, '..', dataFolder, 'compile-cache');
enableCompileCache(cache);
Object.assign(process.env, { NODE_COMPILE_CACHE: cache });

await import('./start.ts');
