import { strToU8, type Zippable, zipSync } from 'fflate';
import { fileName } from '#export/file-name.ts';
import { embeddedFaces } from '#export/fonts.ts';
import { tableCsv } from '#export/format-table-csv.ts';
import { charactersOf, withFaces } from '#export/svg.tsx';
import type { DrawnBriefing, DrawnItem, PictureFor } from './drawn-briefing.ts';
import { briefingMarkdown } from './markdown.ts';
import type { Painter } from './paint-picture.ts';

/** A briefing as an archive: the text, each figure as SVG and PNG, each table as CSV, and the briefing itself to go on with. */
export async function briefingZip(
  briefing: DrawnBriefing,
  pictureFor: PictureFor,
  paint: Painter,
): Promise<Blob> {
  const files: Zippable = {};
  const pictures = new Map<string, string>();
  for (const [index, item] of briefing.items.entries()) {
    const { content } = item;
    if (content === null) continue;
    const name = itemName(item, index + 1);
    const picture = pictureFor(content, { width: 1180, height: 560 }, 'slide');
    if (picture) {
      const faces = await embeddedFaces(charactersOf(picture.svg));
      files[`figures/${name}.svg`] = strToU8(withFaces(picture.svg, faces));
      files[`figures/${name}.png`] = [await paint(picture), { level: 0 }];
      pictures.set(item.id, `figures/${name}.png`);
    }
    if (content.table.rows.length > 0) files[`data/${name}.csv`] = strToU8(tableCsv(content.table));
  }
  files['README.md'] = strToU8(briefingMarkdown(briefing, ({ id }) => pictures.get(id) ?? null));
  files['briefing.json'] = strToU8(briefing.doc);
  // In this thread: the page's policy lets no library make a worker of its own.
  const bytes = zipSync(files, { level: 6 });
  return new Blob([bytes as BlobPart], { type: 'application/zip' });
}

/** "03-seizures-in-peru": in the order of the briefing, by its title. */
function itemName(item: DrawnItem, number: number): string {
  const slug = fileName({
    subject: item.title,
    from: null,
    to: null,
    dataVersion: '',
    tag: '.',
    extension: 'x',
  });
  return `${String(number).padStart(2, '0')}-${slug.replace(/(_figure)?\.x$/, '')}`;
}
