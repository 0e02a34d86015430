import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const repositoryRoot = fileURLToPath(new URL('..', import.meta.url));

/** One node of a parsed file: enough to walk it without naming every kind. */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

export interface SourceFile {
  /** Path from the repository root, with forward slashes. */
  path: string;
  text: string;
  lines: number;
  program: SyntaxNode;
  /** What it imports, re-exports or loads with import(), as written. */
  imports: string[];
}

const parsed = new Map<string, SourceFile>();

/** Every file with one of the endings below a folder of the repository, sorted; paths from the root. */
export function filesUnder(folder: string, endings: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (relative: string): void => {
    for (const name of readdirSync(path.join(repositoryRoot, relative)).sort()) {
      if (name === 'node_modules') continue;
      const child = `${relative}/${name}`;
      if (statSync(path.join(repositoryRoot, child)).isDirectory()) walk(child);
      else if (endings.some((ending) => name.endsWith(ending))) found.push(child);
    }
  };
  walk(folder);
  return found;
}

/** The TypeScript files below the folders, parsed. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) => filesUnder(folder, ['.ts', '.tsx'])).map(sourceFile);
}

export function sourceFile(file: string): SourceFile {
  const known = parsed.get(file);
  if (known) return known;
  const text = readFileSync(path.join(repositoryRoot, file), 'utf8');
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const root = program as unknown as SyntaxNode;
  const source = {
    path: file,
    text,
    lines: text.trimEnd().split('\n').length,
    program: root,
    imports: importsOf(root),
  };
  parsed.set(file, source);
  return source;
}

/** Calls `visit` for the node and everything below it, with the node's parent. */
export function walkSyntax(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => void,
  parent?: SyntaxNode,
): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walkSyntax(child, visit, node);
    }
  }
}

export function lineOf(file: SourceFile, position: number): number {
  return file.text.slice(0, position).split('\n').length;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

function importsOf(program: SyntaxNode): string[] {
  const found: string[] = [];
  walkSyntax(program, (node) => {
    const source = node.source as SyntaxNode | null | undefined;
    const carriesSource = [
      'ImportDeclaration',
      'ExportNamedDeclaration',
      'ExportAllDeclaration',
      'ImportExpression',
      'TSImportType',
    ];
    if (carriesSource.includes(node.type) && typeof source?.value === 'string') found.push(source.value);
  });
  return found;
}
