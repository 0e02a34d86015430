/** The three faces of figures: Inter 400, Inter 620 and Source Serif 4 620. */
export type Face = 'regular' | 'bold' | 'serif';

/** CSS family and weight of each face, with fallbacks for readers without the files. */
export const faces: Readonly<Record<Face, { readonly family: string; readonly weight: number }>> = {
  regular: { family: "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif", weight: 400 },
  bold: { family: "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif", weight: 620 },
  serif: {
    family: "'Source Serif 4 Variable', 'Source Serif 4', Georgia, 'Times New Roman', serif",
    weight: 620,
  },
};

/**
 * Advance widths in thousandths of the font size, measured in Chromium from the bundled files, so that a layout is the same
 * in the page, in an export and in a test without a browser. Accented letters take their base letter's width.
 */
const characters =
  '0123456789 !"#$%&\'()*+,-./:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~·–—“”‘’«»…°';
const advances: Readonly<Record<Face, readonly number[]>> = {
  regular: [
    631, 407, 610, 618, 646, 593, 620, 566, 619, 620, 281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501,
    662, 288, 460, 288, 360, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269,
    571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471,
    456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528,
    327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662, 288, 500, 1000, 440, 440, 261, 261, 583, 583, 864,
    456,
  ],
  bold: [
    663, 425, 625, 638, 668, 614, 642, 577, 643, 642, 249, 325, 529, 645, 651, 1006, 665, 329, 374, 374, 543,
    674, 322, 466, 322, 381, 322, 332, 674, 674, 674, 546, 1002, 731, 660, 737, 722, 606, 588, 750, 746, 277,
    581, 707, 565, 924, 760, 769, 646, 773, 653, 651, 662, 735, 731, 1023, 723, 717, 655, 374, 381, 374, 482,
    471, 354, 576, 625, 584, 625, 592, 391, 627, 614, 264, 264, 572, 264, 903, 614, 610, 625, 625, 399, 552,
    356, 614, 590, 842, 571, 591, 567, 458, 361, 458, 674, 322, 500, 1000, 513, 507, 297, 297, 639, 639, 965,
    458,
  ],
  serif: [
    552, 552, 552, 552, 552, 552, 552, 552, 552, 552, 227, 320, 433, 549, 543, 953, 741, 212, 389, 389, 459,
    551, 308, 338, 308, 369, 308, 308, 551, 551, 551, 433, 875, 712, 672, 664, 746, 634, 610, 725, 808, 390,
    397, 730, 616, 929, 755, 743, 641, 743, 712, 564, 654, 758, 705, 1023, 680, 667, 594, 361, 369, 361, 551,
    531, 400, 558, 633, 529, 626, 541, 376, 576, 652, 338, 316, 621, 339, 964, 654, 593, 635, 616, 480, 478,
    371, 643, 582, 853, 588, 593, 499, 366, 305, 366, 551, 308, 531, 831, 465, 464, 238, 238, 579, 579, 859,
    344,
  ],
};

/** Digits are set tabular in the figures' Inter: all as wide as a zero. */
const tabularDigit: Readonly<Record<Face, number>> = { regular: 640, bold: 668, serif: 552 };
const unknownAdvance = 700;
const indexOf = new Map([...characters].map((character, index) => [character, index]));
const combining = /\p{M}/gu;

/** Width in px of a line of text. */
export function textWidth(text: string, size: number, face: Face = 'regular'): number {
  let total = 0;
  for (const character of text.normalize('NFD').replace(combining, '')) {
    if (character >= '0' && character <= '9') total += tabularDigit[face];
    else total += advances[face][indexOf.get(character) ?? -1] ?? unknownAdvance;
  }
  return (total * size) / 1000;
}

/** Lines no wider than `width`; a word that is wider alone is broken. Never fewer than one line. */
export function wrapText(text: string, width: number, size: number, face: Face = 'regular'): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size, face) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (textWidth(line, size, face) > width && line.length > 1) {
      const head = fitting(line, width, size, face);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  lines.push(line);
  return lines;
}

/** The longest start of a word that fits, at least one character; addresses break between their parts, other words after a hyphen. */
function fitting(word: string, width: number, size: number, face: Face): string {
  let length = 1;
  while (length < word.length && textWidth(word.slice(0, length + 1), size, face) <= width) length += 1;
  const head = word.slice(0, length);
  const after = (signs: readonly string[]): number =>
    Math.max(...signs.map((sign) => head.lastIndexOf(sign))) + 1;
  const joints = [after(['&', '/', '?']), after(['=', ',']), after(['-'])];
  const joint = joints.find((one) => one > length / 2) ?? length;
  return word.slice(0, joint);
}

/** The text cut to one line with an ellipsis where it is too wide. */
export function cutText(text: string, width: number, size: number, face: Face = 'regular'): string {
  if (textWidth(text, size, face) <= width) return text;
  let cut = text;
  while (cut.length > 1 && textWidth(`${cut}…`, size, face) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
