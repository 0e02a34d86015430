import { fileName } from '#export/file-name.ts';
import type { DrawnBriefing } from './drawn-briefing.ts';

/** The file, and the letters that its typefaces lack: they are left blank. */
export interface WrittenBriefing {
  readonly blob: Blob;
  readonly missing?: string;
}

/** A way for a whole briefing to leave; what it needs is fetched when it is chosen. */
export interface BriefingFormat {
  readonly id: 'pptx' | 'docx' | 'pdf' | 'markdown' | 'zip';
  readonly name: string;
  readonly extension: string;
  readonly write: (briefing: DrawnBriefing) => Promise<WrittenBriefing>;
}

const painted = async () => {
  const [{ pictureIn }, { paintPicture }] = await Promise.all([
    import('./body-picture.tsx'),
    import('./paint-picture.ts'),
  ]);
  return { pictureIn, paintPicture };
};

/** Every way out. A new format is one file and one entry here. */
export const briefingFormats: readonly BriefingFormat[] = [
  {
    id: 'pptx',
    name: 'PowerPoint',
    extension: 'pptx',
    async write(briefing) {
      const [{ briefingPptx }, { pictureIn, paintPicture }] = await Promise.all([
        import('./pptx.ts'),
        painted(),
      ]);
      return { blob: await briefingPptx(briefing, pictureIn(briefing.lang), paintPicture) };
    },
  },
  {
    id: 'docx',
    name: 'Word',
    extension: 'docx',
    async write(briefing) {
      const [{ briefingDocx }, { pictureIn, paintPicture }] = await Promise.all([
        import('./docx.ts'),
        painted(),
      ]);
      return { blob: await briefingDocx(briefing, pictureIn(briefing.lang), paintPicture) };
    },
  },
  {
    id: 'pdf',
    name: 'PDF',
    extension: 'pdf',
    async write(briefing) {
      const [{ briefingPdf }, { pictureIn, paintPicture }] = await Promise.all([
        import('./pdf.tsx'),
        painted(),
      ]);
      return briefingPdf(briefing, pictureIn(briefing.lang), paintPicture);
    },
  },
  {
    id: 'markdown',
    name: 'Markdown',
    extension: 'md',
    async write(briefing) {
      const { briefingMarkdown } = await import('./markdown.ts');
      const blob = new Blob([briefingMarkdown(briefing)], { type: 'text/markdown;charset=utf-8' });
      return { blob };
    },
  },
  {
    id: 'zip',
    name: 'ZIP',
    extension: 'zip',
    async write(briefing) {
      const [{ briefingZip }, { pictureIn, paintPicture }] = await Promise.all([
        import('./zip.ts'),
        painted(),
      ]);
      return { blob: await briefingZip(briefing, pictureIn(briefing.lang), paintPicture) };
    },
  },
];

/** `coca-in-the-vraem_asof-2026-11-23_briefing.pptx`. */
export function briefingFileName(
  briefing: Pick<DrawnBriefing, 'title' | 'dataVersion'>,
  extension: string,
): string {
  return fileName({
    subject: briefing.title,
    from: null,
    to: null,
    dataVersion: briefing.dataVersion,
    tag: 'briefing',
    extension,
  });
}
