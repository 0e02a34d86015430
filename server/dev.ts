import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer as createVite } from 'vite';
import { apiBase } from '#contract/endpoints.ts';
import { createApp, type Readiness } from './app.ts';
import { readConfig } from './config.ts';
import { securityHeaders } from './headers.ts';
import { openServices } from './open-services.ts';

/**
 * For development only: one process, one port; Vite serves the page with hot reload, everything of the API goes to the app. The
 * Content Security Policy is left to `npm start`, since Vite writes scripts and styles into the page.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const config = readConfig(process.env, root);
let readiness: Readiness = { state: 'starting' };

const app = createApp({
  readiness: () => readiness,
  files: new Map(),
  build: `dev-${Date.now()}`,
  limits: { ...config.limits, requestsPerSecond: 1000, requestsBurst: 5000 },
  publicUrl: config.publicUrl,
  embedAncestors: config.embedAncestors,
  trustedProxies: [],
  writeToken: config.writeToken,
  logLevel: config.logLevel,
  clock: () => performance.now(),
});
await app.ready();

const server = createServer();
const vite = await createVite({
  root,
  configLoader: 'native',
  appType: 'spa',
  clearScreen: false,
  server: { middlewareMode: true, ws: { server }, watch: { ignored: [`${config.dataFolder}/**`] } },
});

const ours = new Set(['/healthz', '/readyz', '/csp-reports']);
server.on('request', (request, response) => {
  const address = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (address.startsWith(`${apiBase}/`) || ours.has(address)) {
    app.routing(request, response);
    return;
  }
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  // Vite answers unknown addresses with index.html; pages under /embed have a document of their own.
  if (address.startsWith('/embed/')) request.url = '/embed.html';
  vite.middlewares(request, response);
});

server.listen(config.port, config.host, () => {
  process.stdout.write(`Atalaya (development) is at http://${config.host}:${config.port}\n`);
});
readiness = {
  state: 'ready',
  services: await openServices({
    ...config,
    geoFolder: path.join(root, 'public/geo'),
    queryMilliseconds: config.limits.queryMilliseconds,
    writable: config.writeToken !== null,
  }),
};
