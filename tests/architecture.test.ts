import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  filesUnder,
  lineOf,
  repositoryRoot,
  type SourceFile,
  type SyntaxNode,
  sourceFile,
  sourceFiles,
  walkSyntax,
} from '#tests/source-files.ts';

/** Which layers each layer may import, itself always included. `main` is src/main.tsx. */
const mayImport: Record<string, readonly string[]> = {
  core: [],
  contract: ['core'],
  api: ['core', 'contract'],
  ingest: ['core'],
  stats: ['core'],
  ui: ['core', 'i18n'],
  i18n: ['core'],
  engine: ['core', 'contract', 'api', 'stats'],
  state: ['core', 'contract', 'api', 'stats', 'engine', 'i18n'],
  figures: ['core', 'ui', 'i18n', 'stats'],
  export: ['core', 'ui', 'i18n', 'figures'],
  drawings: ['core', 'contract', 'state', 'figures', 'engine', 'i18n', 'stats'],
  views: ['core', 'ui', 'state', 'figures', 'drawings', 'export', 'ingest', 'stats', 'i18n'],
  app: [
    'core',
    'contract',
    'api',
    'engine',
    'state',
    'ui',
    'i18n',
    'figures',
    'drawings',
    'export',
    'views',
    'stats',
  ],
  main: ['app', 'i18n', 'state', 'mocks'],
  server: ['core', 'contract', 'ingest', 'stats', 'engine'],
  mocks: ['core', 'contract', 'ingest', 'engine', 'stats'],
};

const product = sourceFiles('src', 'server', 'mocks');
const everything = [...product, ...sourceFiles('scripts', 'bench', 'tests')];

function layerOf(file: string): string {
  if (file === 'src/main.tsx') return 'main';
  const [top = '', second = ''] = file.split('/');
  return top === 'src' ? second : top;
}

/** The repository path an import leads to, or undefined for a package. */
function target(from: string, written: string): string | undefined {
  if (written.startsWith('.')) return path.posix.join(path.posix.dirname(from), written);
  const alias = /^#([a-z0-9]+)\/(.*)$/.exec(written);
  if (!alias) return undefined;
  const [, name = '', rest = ''] = alias;
  return ['server', 'mocks', 'tests', 'bench', 'scripts'].includes(name)
    ? `${name}/${rest}`
    : `src/${name}/${rest}`;
}

function packageOf(written: string): string {
  const parts = written.split('/');
  return written.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

/** `file: problem` for each import that breaks a rule. */
function breaches(
  files: SourceFile[],
  rule: (file: SourceFile, written: string) => string | undefined,
): string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((written) => {
      const problem = rule(file, written);
      return problem ? [`${file.path}: ${problem}`] : [];
    }),
  );
}

describe('layers', () => {
  it('knows every layer there is', () => {
    const layers = [...new Set(product.map((file) => layerOf(file.path)))].filter(
      (layer) => !(layer in mayImport),
    );
    expect(layers).toEqual([]);
  });

  it('lets each layer import only those below it', () => {
    const found = breaches(product, (file, written) => {
      const reached = target(file.path, written);
      if (!reached) return undefined;
      const from = layerOf(file.path);
      const to = layerOf(reached);
      return to === from || mayImport[from]?.includes(to)
        ? undefined
        : `${from} may not import ${to} (${written})`;
    });
    expect(found).toEqual([]);
  });

  it('keeps the views apart: only the map may be shared', () => {
    const found = breaches(product, (file, written) => {
      const reached = target(file.path, written);
      if (!reached?.startsWith('src/views/') || !file.path.startsWith('src/views/')) return undefined;
      const [, , from] = file.path.split('/');
      const [, , to] = reached.split('/');
      return from === to || to === 'map' ? undefined : `views/${from} imports views/${to}`;
    });
    expect(found).toEqual([]);
  });

  it('lets the server use the kernels of the engine, and nothing else of it', () => {
    const found = breaches(product, (file, written) => {
      const reached = target(file.path, written);
      if (!file.path.startsWith('server/') || !reached?.startsWith('src/engine/')) return undefined;
      return file.path.startsWith('server/columns/') && reached.startsWith('src/engine/local/')
        ? undefined
        : written;
    });
    expect(found).toEqual([]);
  });

  it('lets only engine/remote talk to the API client', () => {
    const found = breaches(product, (file, written) => {
      const reached = target(file.path, written);
      const local = file.path.startsWith('src/engine/') && !file.path.startsWith('src/engine/remote/');
      return local && reached?.startsWith('src/api/') ? written : undefined;
    });
    expect(found).toEqual([]);
  });

  it('imports with the extension, and through # names rather than far up the tree', () => {
    const found = breaches(everything, (_file, written) => {
      if (written.startsWith('../../')) return `use the # name instead of ${written}`;
      if (/^[.#]/.test(written) && !/\.[a-z]+(\?[a-z]+)?$/.test(written)) return `no extension: ${written}`;
      return undefined;
    });
    expect(found).toEqual([]);
  });
});

describe('packages', () => {
  const only = (packages: readonly string[], folder: string): string[] =>
    breaches(product, (file, written) =>
      packages.includes(packageOf(written)) && !file.path.startsWith(folder)
        ? `imports ${written}`
        : undefined,
    );

  it('keeps Leaflet in the map view', () => {
    expect(only(['leaflet', 'react-leaflet', '@react-leaflet/core'], 'src/views/map/')).toEqual([]);
  });

  it('keeps Recharts in the series figures', () => {
    expect(only(['recharts'], 'src/figures/series/')).toEqual([]);
  });

  it('keeps core free of packages, React and the DOM', () => {
    const core = product.filter((file) => layerOf(file.path) === 'core');
    expect(breaches(core, (file, written) => (target(file.path, written) ? undefined : written))).toEqual([]);
    const globals = ['document', 'window', 'navigator', 'localStorage', 'sessionStorage', 'fetch', 'process'];
    expect(core.flatMap((file) => usesOf(file, globals))).toEqual([]);
  });

  it('keeps React out of the data layers and the server', () => {
    const plain = ['core', 'contract', 'api', 'engine', 'stats', 'ingest', 'server'];
    const files = product.filter((file) => plain.includes(layerOf(file.path)));
    expect(
      breaches(files, (_file, written) => (/^(react|react-dom)(\/|$)/.test(written) ? written : undefined)),
    ).toEqual([]);
  });

  it('never loads Vite or the mocks in the production server', () => {
    const files = product.filter((file) => file.path.startsWith('server/') && file.path !== 'server/dev.ts');
    expect(
      breaches(files, (_file, written) => (/^(vite|msw|#mocks)/.test(written) ? written : undefined)),
    ).toEqual([]);
  });
});

/** Where a file reads one of the names as a free identifier. */
function usesOf(file: SourceFile, names: readonly string[]): string[] {
  const found: string[] = [];
  walkSyntax(file.program, (node, parent) => {
    if (node.type !== 'Identifier' || !names.includes(String(node.name))) return;
    const isProperty =
      parent?.type === 'MemberExpression' && parent.property === node && parent.computed !== true;
    const isKey = parent?.type === 'Property' && parent.key === node;
    const isType = parent?.type.startsWith('TS') ?? false;
    if (!isProperty && !isKey && !isType)
      found.push(`${file.path}:${lineOf(file, node.start)} ${String(node.name)}`);
  });
  return found;
}

describe('sinks that turn text into markup or code', () => {
  const bannedNames = [
    'innerHTML',
    'outerHTML',
    'insertAdjacentHTML',
    'dangerouslySetInnerHTML',
    'srcdoc',
    'bindPopup',
    'bindTooltip',
    'createContextualFragment',
  ];

  it('are nowhere in the product', () => {
    const found: string[] = [];
    for (const file of product) {
      walkSyntax(file.program, (node, parent) => {
        const at = `${file.path}:${lineOf(file, node.start)}`;
        if (['Identifier', 'JSXIdentifier'].includes(node.type) && bannedNames.includes(String(node.name))) {
          found.push(`${at} ${String(node.name)}`);
        }
        if (node.type === 'Identifier' && node.name === 'eval' && parent?.type === 'CallExpression')
          found.push(`${at} eval`);
        if (node.type === 'Identifier' && node.name === 'Function' && parent?.type === 'NewExpression') {
          found.push(`${at} new Function`);
        }
        if (node.type === 'JSXOpeningElement') {
          const name = (node.name as { name?: string }).name;
          if (name === 'script' || name === 'iframe') found.push(`${at} <${name}>`);
        }
      });
    }
    expect(found).toEqual([]);
  });

  it('include a map icon made from a string', () => {
    const icons = product.filter(
      (file) => /divIcon\s*\(/.test(file.text) && /html\s*:\s*[`'"]/.test(file.text),
    );
    expect(icons.map((file) => file.path)).toEqual([]);
  });

  it('include a script or a style written into the page', () => {
    const page = readFileSync(path.join(repositoryRoot, 'index.html'), 'utf8');
    const inline = page.match(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=/g) ?? [];
    expect(inline).toEqual([]);
    expect(page.match(/(?:src|href)="(?:https?:)?\/\//g) ?? []).toEqual([]);
  });
});

describe('names and sizes', () => {
  it('keeps a file within 400 lines', () => {
    const long = everything.filter((file) => file.lines > 400).map((file) => `${file.path}: ${file.lines}`);
    expect(long).toEqual([]);
  });

  it('keeps a function within 80 lines', () => {
    const functions = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];
    const files = everything.filter((file) => !file.path.startsWith('tests/'));
    const long: string[] = [];
    for (const file of files) {
      walkSyntax(file.program, (node) => {
        if (!functions.includes(node.type)) return;
        const first = lineOf(file, node.start);
        const lines = lineOf(file, node.end) - first + 1;
        if (lines > 80) long.push(`${file.path}:${first} ${lines} lines`);
      });
    }
    expect(long).toEqual([]);
  });

  it('has no barrels and no files named after nothing', () => {
    const vague = /(^|\/)(index|utils?|helpers?|constants?|types?|misc|common)\.tsx?$/;
    expect(everything.filter((file) => vague.test(file.path)).map((file) => file.path)).toEqual([]);
    const barrels = everything.filter((file) => {
      const body = file.program.body as { type: string; source?: unknown }[];
      return body.length > 0 && body.every((node) => /^Export/.test(node.type) && Boolean(node.source));
    });
    expect(barrels.map((file) => file.path)).toEqual([]);
  });

  it('names components in PascalCase and the rest in kebab-case', () => {
    const odd = everything.filter((file) => {
      const name = path.posix.basename(file.path);
      return !/^([A-Z][A-Za-z0-9]*\.tsx|[a-z0-9]+(-[a-z0-9]+)*(\.(test|journey|d))?\.tsx?|[A-Z][A-Za-z0-9]*\.test\.tsx)$/.test(
        name,
      );
    });
    expect(odd.map((file) => file.path)).toEqual([]);
  });

  it('leaves no unfinished notes behind', () => {
    const notes = /\b(TODO|FIXME|XXX|HACK)\b/;
    const own = 'tests/architecture.test.ts';
    expect(
      everything.filter((file) => file.path !== own && notes.test(file.text)).map((file) => file.path),
    ).toEqual([]);
  });
});

describe('the tests themselves', () => {
  const tests = sourceFiles('tests');
  const isSuite = (file: string): boolean =>
    (file.startsWith('tests/journeys/') && file.endsWith('.journey.ts')) || /\.test\.tsx?$/.test(file);

  /** Whether a file holds anything that runs: a file of types alone needs no test. */
  const runs = (file: string): boolean =>
    (sourceFile(file).program.body as SyntaxNode[]).some((node) => {
      const declared =
        node.type === 'ExportNamedDeclaration' ? (node.declaration as SyntaxNode | null) : node;
      return (
        declared !== null &&
        ['FunctionDeclaration', 'VariableDeclaration', 'ClassDeclaration'].includes(declared.type)
      );
    });

  it('cover every file of core', () => {
    const names = new Set(tests.map((test) => path.posix.basename(test.path)));
    const missing = filesUnder('src/core', ['.ts'])
      .filter(runs)
      .filter((file) => !names.has(`${path.posix.basename(file, '.ts')}.test.ts`));
    expect(missing).toEqual([]);
  });

  it('are each run by a suite', () => {
    const reached = new Set(
      tests.flatMap((file) => file.imports.map((written) => target(file.path, written))),
    );
    const asserts = tests.filter((file) =>
      file.imports.some((name) => name === 'vitest' || name === '@playwright/test'),
    );
    const support = ['tests/setup.ts', 'tests/shared-data.ts'];
    const orphans = asserts.filter((file) => !isSuite(file.path) && !reached.has(file.path));
    expect(orphans.map((file) => file.path).filter((file) => !support.includes(file))).toEqual([]);
  });

  it('put no journey where vitest would find it, and no test where nothing would', () => {
    const misplaced = tests.filter(
      ({ path: file }) =>
        (file.endsWith('.journey.ts') && !file.startsWith('tests/journeys/')) || /\.spec\.tsx?$/.test(file),
    );
    expect(misplaced.map((file) => file.path)).toEqual([]);
  });

  it('skip nothing and single out nothing', () => {
    const found: string[] = [];
    for (const file of tests.filter(({ path: name }) => name !== 'tests/shared-data.ts')) {
      walkSyntax(file.program, (node) => {
        if (node.type !== 'MemberExpression') return;
        const object = (node.object as { name?: string }).name ?? '';
        const property = (node.property as { name?: string }).name ?? '';
        const marks = ['only', 'skip', 'skipIf', 'runIf', 'todo', 'fixme', 'fails'];
        if (['it', 'test', 'describe'].includes(object) && marks.includes(property)) {
          found.push(`${file.path}:${lineOf(file, node.start)} ${object}.${property}`);
        }
      });
    }
    expect(found).toEqual([]);
  });

  it('can parse what they judge', () => {
    expect(sourceFile('vite.config.ts').imports).toContain('vitest/config');
  });
});
