import { gzipSync } from 'node:zlib';

/** Scripts of the built page by what they are, as their names begin or contain it. */
export const mapScripts = /(leaflet|MapView)[^/]*\.js$/;
export const chartScripts = /recharts[^/]*\.js$/;

/** Bytes of scripts as gzip sends them: the measure of the budgets, whatever better the browser takes. */
export async function gzipBytes(origin: string, addresses: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const address of addresses) {
    const code = await (await fetch(origin + address)).arrayBuffer();
    bytes += gzipSync(new Uint8Array(code), { level: 9 }).length;
  }
  return bytes;
}

/** The document's scripts with everything they import before they run. */
export async function documentScripts(origin: string): Promise<Set<string>> {
  const html = await (await fetch(`${origin}/`)).text();
  const open = [...html.matchAll(/<script type="module"[^>]*src="([^"]+)"/g)].map(([, src = '']) => src);
  const seen = new Set<string>();
  for (let address = open.pop(); address !== undefined; address = open.pop()) {
    if (seen.has(address)) continue;
    seen.add(address);
    const code = await (await fetch(origin + address)).text();
    for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g))
      open.push(`/assets/${name}`);
  }
  return seen;
}
