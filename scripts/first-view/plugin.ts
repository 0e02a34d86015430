import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';
import type { Lang } from '#i18n/lang.ts';
import type { Screen } from '#state/paths.ts';
import { firstViewDocument, languages, screens } from './documents.ts';

const styles = fileURLToPath(new URL('../../src/app/', import.meta.url));

type Bundle = Readonly<Record<string, Rolldown.OutputChunk | Rolldown.OutputAsset>>;

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function chunkOf(bundle: Bundle, module: string): Rolldown.OutputChunk {
  const isIt = (id: string | null): boolean => id?.split(path.sep).join('/').endsWith(module) ?? false;
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  // Joined with others, a module may have a chunk of its own that only leads to them, or none.
  const found =
    chunks.find((chunk) => isIt(chunk.facadeModuleId)) ?? chunks.find((chunk) => chunk.moduleIds.some(isIt));
  if (!found) throw new Error(`first view: no chunk holds ${module}`);
  return found;
}

/** A chunk with everything it imports, itself last. */
function closure(
  bundle: Bundle,
  chunk: Rolldown.OutputChunk,
  seen = new Set<Rolldown.OutputChunk>(),
): Set<Rolldown.OutputChunk> {
  if (seen.has(chunk)) return seen;
  for (const name of chunk.imports) {
    const next = bundle[name];
    if (next?.type === 'chunk') closure(bundle, next, seen);
  }
  return seen.add(chunk);
}

function stylesOf(chunk: Rolldown.OutputChunk): readonly string[] {
  const { viteMetadata } = chunk as { viteMetadata?: { importedCss: ReadonlySet<string> } };
  return [...(viteMetadata?.importedCss ?? [])];
}

/**
 * What the first view is drawn with: a small sheet, for nothing is painted before the sheets that the head names are there. The
 * typefaces stand in it as the build has named their files.
 */
function firstSheet(bundle: Bundle): string {
  const whole = Object.values(bundle).find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  if (whole?.type !== 'asset') throw new Error('first view: the page has no styles');
  const faces = String(whole.source).match(/@font-face\s*\{[^}]*\}/g) ?? [];
  const files = ['tokens.css', 'base.css', 'first-view.css'];
  const text = files.map((file) => readFileSync(path.join(styles, file), 'utf8')).join('');
  return faces.join('') + text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ');
}

/** The document with the small sheet in its head; the screens' own is asked for there and awaited below, before any script runs. */
function sheetsApart(document: string, first: string): string {
  const whole = /<link rel="stylesheet"[^>]*>/.exec(document)?.[0];
  if (!whole) throw new Error('first view: the page names no styles');
  return document
    .replace(
      whole,
      () =>
        `<link rel="stylesheet" href="${first}">\n    ${whole.replace('"stylesheet"', '"preload" as="style"')}`,
    )
    .replace('<div id="root"></div>', (root) => `${root}\n    ${whole}`);
}

/**
 * Writes `first-view/<screen>.<language>.html`: the page's document with what can be shown before any script, and with the
 * scripts and styles of that screen named, so that the browser asks for them all at once. server/first-view.ts serves them.
 */
export function firstView(): Plugin {
  return {
    name: 'atalaya-first-view',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('first view: the page has no document');
        const sheet = this.emitFile({ type: 'asset', name: 'first.css', source: firstSheet(bundle) });
        const document = sheetsApart(String(page.source), `/${this.getFileName(sheet)}`);
        const emit = (screen: Screen, lang: Lang): void => {
          const wanted = [
            'src/app/DataProvider.tsx',
            'src/app/Banners.tsx',
            'src/app/SearchBox.tsx',
            `src/i18n/${lang}.ts`,
            `/${capitalised(screen)}Page.tsx`,
          ];
          const chunks = new Set(wanted.flatMap((module) => [...closure(bundle, chunkOf(bundle, module))]));
          const isNew = (file: string): boolean => !document.includes(file);
          const source = firstViewDocument(document, {
            screen,
            lang,
            scripts: [...chunks]
              .map(({ fileName }) => fileName)
              .filter(isNew)
              .map((file) => `/${file}`),
            styles: [...new Set([...chunks].flatMap(stylesOf))].filter(isNew).map((file) => `/${file}`),
          });
          this.emitFile({ type: 'asset', fileName: `first-view/${screen}.${lang}.html`, source });
        };
        for (const screen of screens) for (const lang of Object.keys(languages) as Lang[]) emit(screen, lang);
      },
    },
  };
}
