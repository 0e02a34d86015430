/** Builds the page unless dist/ was built from exactly these files: what makes a second `npm start` quick. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inputs = ['index.html', 'vite.config.ts', 'package-lock.json', 'package.json', 'public', 'src'];
const stamp = path.join(root, 'dist', '.built-from');

function* filesUnder(name: string): Generator<string> {
  const full = path.join(root, name);
  if (!statSync(full).isDirectory()) yield name;
  else for (const entry of readdirSync(full).sort()) yield* filesUnder(path.posix.join(name, entry));
}

/** Hash of every input's path and content. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const name of filesUnder(input))
      hash
        .update(name)
        .update('\0')
        .update(readFileSync(path.join(root, name)));
  }
  return hash.digest('hex');
}

const wanted = fingerprint();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
  writeFileSync(stamp, wanted);
}
