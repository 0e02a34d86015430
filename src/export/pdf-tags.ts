import type { jsPDF } from 'jspdf';

/** What a part of a page is, in the names of PDF; what is none of these is decoration. */
export type TagType = 'Document' | 'H1' | 'P' | 'Figure' | 'Table' | 'TR' | 'TH' | 'TD';

/** A part of the file's structure: a branch with parts of its own, or what is marked on one page. */
export interface TagNode {
  readonly type: TagType;
  /** Said instead of what is drawn. */
  readonly alt: string | null;
  readonly parts: TagNode[];
  readonly mark: { readonly page: number; readonly id: number } | null;
}

/** What the library has, but does not declare. */
interface Inner {
  readonly write: (...text: string[]) => void;
  readonly events: { subscribe(name: string, listener: (given: { pageNumber: number }) => void): void };
  readonly newAdditionalObject: () => { readonly objId: number; content: string };
  readonly getPageInfo: (page: number) => { readonly objId: number };
}

/** The structure of a file: what its parts are, in which order they are read, and what stands for its pictures. */
export interface PdfTags {
  readonly document: TagNode;
  /** A part that holds others. */
  branch(type: TagType, parent: TagNode): TagNode;
  /** Marks what `draw` puts on the present page; without a type as decoration that is not read. */
  mark(given: Marked | null, parent: TagNode, draw: () => void | Promise<void>): Promise<void>;
}

export interface Marked {
  readonly type: TagType;
  readonly alt?: string | null;
}

const node = (type: TagType, alt: string | null = null, mark: TagNode['mark'] = null): TagNode => ({
  type,
  alt,
  parts: [],
  mark,
});

/** Lets a PDF say what its parts are, for readers' programs that read aloud; the library itself writes no structure. */
export function pdfTags(pdf: jsPDF): PdfTags {
  const inner = pdf.internal as unknown as Inner;
  const document = node('Document');
  const marked: TagNode[][] = [];
  const add = (parent: TagNode, part: TagNode): TagNode => {
    parent.parts.push(part);
    return part;
  };
  inner.events.subscribe('putPage', ({ pageNumber }) =>
    inner.write(`/StructParents ${pageNumber - 1} /Tabs /S`),
  );
  // The library numbers all objects anew when the file is written: the structure can only be made then.
  let root = 0;
  inner.events.subscribe('putAdditionalObjects', () => {
    root = writeStructure(inner, document, marked);
  });
  inner.events.subscribe('putCatalog', () =>
    inner.write(`/MarkInfo <</Marked true>> /StructTreeRoot ${root} 0 R`),
  );
  return {
    document,
    branch: (type, parent) => add(parent, node(type)),
    async mark(given, parent, draw) {
      if (given === null) inner.write('/Artifact BMC');
      else {
        const page = pdf.getNumberOfPages();
        marked[page - 1] ??= [];
        const ids = marked[page - 1] ?? [];
        const mark = { page, id: ids.length };
        ids.push(add(parent, node(given.type, given.alt ?? null, mark)));
        inner.write(`/${given.type} <</MCID ${mark.id}>> BDC`);
      }
      await draw();
      inner.write('EMC');
    },
  };
}

/** Writes all parts as objects of the file; the number of their root. */
function writeStructure(inner: Inner, document: TagNode, marked: readonly (readonly TagNode[])[]): number {
  const root = inner.newAdditionalObject();
  const numbers = new Map<TagNode, number>();
  const written = (part: TagNode, parent: number): number => {
    const object = inner.newAdditionalObject();
    numbers.set(part, object.objId);
    const parts = part.parts.map((one) => `${written(one, object.objId)} 0 R`);
    const { mark, alt } = part;
    const own = mark
      ? `/Pg ${inner.getPageInfo(mark.page).objId} 0 R /K ${mark.id}`
      : `/K [${parts.join(' ')}]`;
    const said = alt === null ? '' : ` /Alt ${textString(alt)}`;
    object.content = `<</Type /StructElem /S /${part.type} /P ${parent} 0 R ${own}${said}>>`;
    return object.objId;
  };
  const first = written(document, root.objId);
  const pages = inner.newAdditionalObject();
  const lists = Array.from(marked, (parts = [], page) => {
    const list = parts.map((part) => `${numbers.get(part)} 0 R`);
    return `${page} [${list.join(' ')}]`;
  });
  pages.content = `<</Nums [${lists.join(' ')}]>>`;
  root.content = `<</Type /StructTreeRoot /K ${first} 0 R /ParentTree ${pages.objId} 0 R /ParentTreeNextKey ${marked.length}>>`;
  return root.objId;
}

/** A text of any letters as PDF writes it: UTF-16 with its mark, in hexadecimal digits. */
function textString(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  return `<feff${units.join('')}>`;
}
