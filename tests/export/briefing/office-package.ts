import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** The parts of an office file, each XML part parsed. */
export interface OfficePackage {
  readonly names: readonly string[];
  xml(name: string): Document;
  text(name: string): string;
  bytes(name: string): Uint8Array;
}

export async function openPackage(file: Blob): Promise<OfficePackage> {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const text = (name: string): string => {
    const part = parts[name];
    if (!part) throw new Error(`The file has no ${name}.`);
    return strFromU8(part);
  };
  return {
    names: Object.keys(parts).filter((name) => !name.endsWith('/')),
    text,
    bytes: (name) => parts[name] ?? new Uint8Array(),
    xml(name) {
      const read = new DOMParser().parseFromString(text(name), 'application/xml');
      const fault = read.querySelector('parsererror');
      if (fault) throw new Error(`${name}: ${fault.textContent}`);
      return read;
    },
  };
}

/** Everything that would make a program refuse the file or offer to repair it. */
export function faultsOf(file: OfficePackage): readonly string[] {
  const faults: string[] = [];
  const names = new Set(file.names);
  for (const name of file.names.filter((one) => /\.(xml|rels)$/.test(one))) {
    try {
      file.xml(name);
    } catch (error) {
      faults.push(String(error));
    }
  }
  for (const name of file.names.filter((one) => one.endsWith('.rels'))) {
    const folder = path.posix.dirname(path.posix.dirname(name));
    for (const relation of file.xml(name).querySelectorAll('Relationship')) {
      if (relation.getAttribute('TargetMode') === 'External') continue;
      const target = relation.getAttribute('Target') ?? '';
      const at = target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target);
      if (!names.has(at)) faults.push(`${name}: ${target} is not there`);
    }
  }
  const types = file.xml('[Content_Types].xml');
  for (const override of types.querySelectorAll('Override')) {
    const part = override.getAttribute('PartName')?.slice(1) ?? '';
    if (!names.has(part)) faults.push(`[Content_Types].xml: ${part} is not there`);
  }
  return faults;
}

/** The text of all elements of a local name, in order. */
export function words(part: Document, name = 't'): string {
  return [...part.getElementsByTagName('*')]
    .filter((element) => element.localName === name)
    .map((element) => element.textContent)
    .join(' ');
}

/** Parts whose name matches, in the order of their numbers. */
export function partsNamed(file: OfficePackage, pattern: RegExp): readonly string[] {
  const number = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
  return file.names.filter((name) => pattern.test(name)).sort((a, b) => number(a) - number(b));
}
