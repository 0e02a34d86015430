import type { PinnedPicture } from '#core/briefing.ts';
import { embeddedFaces } from '#export/fonts.ts';
import { fontsPainted, paintPng } from '#export/paint.ts';
import { charactersOf, withFaces } from '#export/svg.tsx';

/** Pixels for each px of the layout: 192 an inch. */
export const pictureScale = 2;

/** Bytes of a PNG. Browsers paint them; tests give their own. */
export type Painter = (picture: PinnedPicture) => Promise<Uint8Array>;

/** Paints a picture with its typefaces inside, twice as fine as it is laid out. */
export const paintPicture: Painter = async ({ svg, width, height }) => {
  const faces = await embeddedFaces(charactersOf(svg));
  await fontsPainted(faces);
  return paintPng(withFaces(svg, faces), width * pictureScale, height * pictureScale);
};
