import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { openApiDocument } from '#contract/openapi.ts';
import { createApp, type Readiness } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { limits } from './limits.ts';
import { openServices } from './open-services.ts';
import { readStaticFiles, type StaticFile } from './static-files.ts';
import { StoreRefused } from './store/store.ts';
import { productVersion } from './version.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Starts the server: listens first, so that a taken port is said at once, then loads, then prints the one line. */
async function start(config: Config): Promise<void> {
  let readiness: Readiness = { state: 'starting' };
  const files = builtPage();
  const app = createApp({
    readiness: () => readiness,
    files,
    build: buildOf(files, config.writeToken !== null),
    limits: config.limits,
    publicUrl: config.publicUrl,
    embedAncestors: config.embedAncestors,
    trustedProxies: config.trustedProxies,
    writeToken: config.writeToken,
    logLevel: config.logLevel,
    clock: () => performance.now(),
  });
  const address = await app.listen({ port: config.port, host: config.host });
  stopOnSignal(app);
  readiness = {
    state: 'ready',
    services: await openServices({
      ...config,
      geoFolder: path.join(root, 'public/geo'),
      queryMilliseconds: config.limits.queryMilliseconds,
      writable: config.writeToken !== null,
    }),
  };
  process.stdout.write(`Atalaya is at ${address}\n`);
}

function builtPage(): ReadonlyMap<string, StaticFile> {
  const folder = path.join(root, 'dist');
  return existsSync(folder) ? readStaticFiles(folder) : new Map();
}

/** Tells answers of one build from those of another, so that a kept answer is never taken for the new build's. */
function buildOf(files: ReadonlyMap<string, StaticFile>, writable: boolean): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(openApiDocument(productVersion)))
    .update(String(writable));
  for (const [address, file] of files) hash.update(address).update(file.etag);
  return hash.digest('hex').slice(0, 8);
}

function stopOnSignal(app: FastifyInstance): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => app.server.closeAllConnections(), limits.drainMilliseconds).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** One sentence for a person, and the exit code. */
function giveUp(error: unknown): never {
  const { code } = (error ?? {}) as { code?: string };
  const where = `${process.env.HOST ?? '127.0.0.1'}:${process.env.PORT ?? '4173'}`;
  const known: Readonly<Record<string, string>> = {
    EADDRINUSE: `${where} is already in use: stop the other program, or choose another port with PORT=4174.`,
    EACCES: `This user may not listen on ${where}: choose a port above 1023 with PORT=4174.`,
    EADDRNOTAVAIL: `This machine has no address ${where}: set HOST to one it has.`,
    ENOTFOUND: `The host name of ${where} is not known: set HOST to an address of this machine.`,
  };
  const expected = error instanceof ConfigError || error instanceof StoreRefused;
  const message = error instanceof Error ? error.message : String(error);
  const sentence =
    known[code ?? ''] ??
    (expected
      ? message
      : `Atalaya cannot start: ${(message.split('\n', 1)[0] ?? '').replace(/^Error: /, '')}`);
  const wanted = ['debug', 'info'].includes(process.env.LOG_LEVEL ?? '');
  process.stderr.write(`${sentence}\n${wanted && error instanceof Error ? `${error.stack}\n` : ''}`);
  process.exit(1);
}

for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.on(event, giveUp);

try {
  await start(readConfig(process.env, root));
} catch (error) {
  giveUp(error);
}
