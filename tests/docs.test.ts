import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '#contract/endpoint.ts';
import { apiBase, endpoints } from '#contract/endpoints.ts';
import { dimensionKeys, dimensions } from '#core/filter.ts';
import { readView } from '#core/view.ts';
import { apiDoc } from '#scripts/api-doc.ts';
import { limits } from '#server/limits.ts';
import { filesUnder, repositoryRoot, sourceFiles, walkSyntax } from '#tests/source-files.ts';

const read = (file: string): string => readFileSync(path.join(repositoryRoot, file), 'utf8');
const pages = ['README.md', 'SECURITY.md', ...filesUnder('docs', ['.md'])];
const everything = pages.map(read).join('\n');
const manifest = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe('the API page', () => {
  it('is what the contract makes of it: npm run docs', () => {
    expect(read('docs/api.md')).toBe(apiDoc());
  });

  it('names every endpoint, parameter and filter dimension', () => {
    const page = read('docs/api.md');
    const missing = Object.values(endpoints).flatMap((endpoint: Endpoint) => {
      const address = endpoint.path.startsWith('//') ? endpoint.path.slice(1) : apiBase + endpoint.path;
      const names = [`GET ${address}`, ...Object.keys(endpoint.parameters).map((key) => `| \`${key}\` |`)];
      return names.filter((name) => !page.includes(name));
    });
    expect(missing).toEqual([]);
    for (const key of dimensionKeys) {
      for (const parameter of dimensions[key].parameters) expect(page).toContain(`\`${parameter}\``);
    }
  });
});

describe('settings', () => {
  it('are all in docs/deploy.md', () => {
    const used = new Set<string>();
    for (const { text } of sourceFiles('server')) {
      for (const [, name = ''] of text.matchAll(/\benv(?:\.|,\s*')([A-Z][A-Z_]+)/g)) used.add(name);
    }
    for (const [, name = ''] of read('server/config.ts').matchAll(/'([A-Z][A-Z]+(?:_[A-Z]+)+)'/g))
      used.add(name);
    const page = read('docs/deploy.md');
    expect([...used].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    expect([...used].sort()).toEqual(expect.arrayContaining(['ATALAYA_DATA', 'HOST', 'PORT']));
  });
});

describe('limits', () => {
  it('are each in docs/deploy.md, with the value that holds', () => {
    const rows = read('docs/deploy.md').split('\n');
    const wrong = Object.entries(limits).filter(([name, value]) => {
      const row = rows.find((line) => line.startsWith('|') && line.includes(`\`${name}\``));
      return !row?.includes(value.toLocaleString('en'));
    });
    expect(wrong).toEqual([]);
  });
});

describe('commands', () => {
  it('named in the pages exist', () => {
    const named = [...everything.matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => name);
    expect([...new Set(named)].filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('start files that exist', () => {
    const missing = Object.values(manifest.scripts)
      .flatMap((script) => [...script.matchAll(/\bnode (?:--[\w=-]+ )*([\w/.-]+\.(?:ts|mjs))/g)])
      .map(([, file = '']) => file)
      .filter((file) => !existsSync(path.join(repositoryRoot, file)));
    expect(missing).toEqual([]);
  });

  it('open the README: one to run, one to test', () => {
    const readme = read('README.md');
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
    expect(readme).toContain('Hippocratic');
    expect(readme).toContain('Apache-2.0');
  });
});

describe('links and names', () => {
  it('lead to files that are there', () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)[^)]*\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(path.join(repositoryRoot, path.dirname(page), target)))
        .map((target) => `${page} -> ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('of files and folders in backticks are there', () => {
    const broken = pages
      .filter((page) => page !== 'docs/api.md')
      .flatMap((page) =>
        [...read(page).matchAll(/`((?:src|server|mocks|tests|bench|scripts|docs|public)\/[\w./-]+)`/g)]
          .map(([, target = '']) => target.replace(/\/$/, ''))
          .filter((target) => !existsSync(path.join(repositoryRoot, target)))
          .map((target) => `${page}: ${target}`),
      );
    expect(broken).toEqual([]);
  });

  it('of links into the product still open', () => {
    const links = [...everything.matchAll(/`\/(?:events|articles)?(\?v=1[^`]*)`/g)].map(
      ([, search = '']) => search,
    );
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect([link, readView(link).problems]).toEqual([link, []]);
  });

  it('of the decisions are numbered without a gap, and dated', () => {
    const files = readdirSync(path.join(repositoryRoot, 'docs/decisions')).sort();
    expect(files.map((file) => Number(file.slice(0, 3)))).toEqual(files.map((_, index) => index + 1));
    for (const file of files) expect(read(`docs/decisions/${file}`)).toMatch(/^Date: \d{4}-\d{2}-\d{2}\./m);
  });
});

describe('export formats', () => {
  it('are each named in the pages', () => {
    const formats = new Set<string>();
    for (const file of sourceFiles('src/export')) {
      walkSyntax(file.program, (node) => {
        if (node.type !== 'Property') return;
        const key = node.key as { name?: string };
        const value = node.value as { type: string; value?: unknown };
        if (key.name === 'extension' && typeof value.value === 'string') formats.add(value.value);
      });
    }
    const text = everything.toLowerCase();
    expect([...formats].filter((extension) => !text.includes(extension))).toEqual([]);
  });
});
