import { InkText } from '#figures/InkText.tsx';
import { palettes } from '#figures/palette.ts';
import { type Face, faces, wrapText } from '#figures/text-width.ts';
import { BodyInk } from './body-picture.tsx';
import { plain } from './drawn-briefing.ts';
import { heightOf, leading, slideSize, type TextBox } from './slide-layout.ts';
import { cellPoints, type PlannedSlide, type SlideTable, type SlideText } from './slide-plan.ts';

/** Points in an inch: the drawing's unit is the point. */
const POINTS = 72;
const CELL_PAD = 0.08 * POINTS;
const palette = palettes.light;
const tones = {
  text: palette.text,
  second: palette.text2,
  third: palette.text3,
  accent: palette.accent,
} as const;

/** A slide as one drawing, a unit a point, with all its words as text. Pictures of pixels are not in it. */
export function SlideInk({ slide, number, lang }: { slide: PlannedSlide; number: number; lang: string }) {
  const width = slideSize.width * POINTS;
  const height = slideSize.height * POINTS;
  const drawing = slide.figure?.content.drawing ?? null;
  // In the order in which it is read: what stands over the figure or table, that itself, what stands under it.
  const middle = slide.figure?.box.y ?? slide.table?.box.y ?? Number.POSITIVE_INFINITY;
  const above = slide.texts.filter(({ y }) => y < middle);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      lang={lang}
      fontFamily={faces.regular.family}
    >
      <title>{slide.title.text}</title>
      {slide.figure ? <desc>{slide.figure.content.words.alt}</desc> : null}
      <rect width={width} height={height} fill={palette.bg} />
      <g data-field="title">
        <Paragraphs box={slide.title} face="serif" fill={palette.text} />
      </g>
      {slide.kind === 'cover' ? <Rule x={0.6} y={5.5} width={slideSize.width - 1.2} /> : null}
      {above.map((text) => (
        <Words key={`${text.y} ${text.text}`} text={text} />
      ))}
      {drawing && slide.figure ? (
        <g
          data-part="body"
          transform={`translate(${slide.figure.box.x * POINTS} ${slide.figure.box.y * POINTS})`}
        >
          <BodyInk
            drawing={drawing}
            size={{ width: slide.figure.box.w * POINTS, height: slide.figure.box.h * POINTS }}
            font={12}
          />
        </g>
      ) : null}
      {slide.table ? <TableInk {...slide.table} /> : null}
      {slide.texts
        .filter((text) => !above.includes(text))
        .map((text) => (
          <Words key={`${text.y} ${text.text}`} text={text} />
        ))}
      {slide.kind === 'cover' ? null : (
        <InkText
          x={width - 0.45 * POINTS}
          y={height - 0.18 * POINTS}
          size={9}
          anchor="end"
          fill={palette.text3}
        >
          {String(number)}
        </InkText>
      )}
    </svg>
  );
}

function Rule({ x, y, width }: { x: number; y: number; width: number }) {
  return <rect x={x * POINTS} y={y * POINTS} width={width * POINTS} height={1.5} fill={palette.accent} />;
}

function Words({ text }: { text: SlideText }) {
  return (
    <g data-field="text">
      {text.isRemark ? (
        <rect
          x={(text.x - 0.15) * POINTS}
          y={text.y * POINTS}
          width={2.25}
          height={text.h * POINTS}
          fill={palette.accent}
        />
      ) : null}
      <Paragraphs box={text} after={text.after ?? 0} fill={tones[text.tone]} />
    </g>
  );
}

type ParagraphsProps = { box: TextBox; fill: string; face?: Face; after?: number };

/** The lines of a box from its top down. */
function Paragraphs({ box, fill, face = 'regular', after = 0 }: ParagraphsProps) {
  const lineHeight = box.size * leading;
  let y = box.y * POINTS + 0.95 * box.size;
  const lines = plain(box.text)
    .split('\n')
    .flatMap((paragraph) => {
      const placed = wrapText(paragraph, box.w * POINTS - 4, box.size, face).map((line, index) => ({
        line,
        y: y + index * lineHeight,
      }));
      y += placed.length * lineHeight + after;
      return placed;
    });
  return (
    <>
      {lines.map((one) => (
        <InkText key={one.y} x={box.x * POINTS} y={one.y} size={box.size} face={face} fill={fill}>
          {one.line}
        </InkText>
      ))}
    </>
  );
}

function TableInk({ table, header, rows, widths, box }: SlideTable) {
  let top = box.y * POINTS;
  const placed = [header, ...rows].map((cells, index) => {
    const height =
      Math.max(...cells.map((cell, at) => heightOf(cell, cellPoints, (widths[at] ?? 1) - 0.16))) * POINTS +
      CELL_PAD;
    const row = { cells, top, height, isHead: index === 0 };
    top += height;
    return row;
  });
  const starts = widths.map((_, at) => box.x + widths.slice(0, at).reduce((sum, one) => sum + one, 0));
  return (
    <g data-part="table">
      {placed.map((row) => (
        <g key={row.top} data-part="row">
          {row.cells.map((cell, at) => (
            <CellInk
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
              key={at}
              text={cell}
              top={row.top}
              left={(starts[at] ?? 0) * POINTS}
              width={(widths[at] ?? 1) * POINTS}
              isHead={row.isHead}
              isNumber={table.columns[at]?.numeric ?? false}
            />
          ))}
          <rect
            x={box.x * POINTS}
            y={row.top + row.height - 1}
            width={box.w * POINTS}
            height={row.isHead ? 1 : 0.5}
            fill={row.isHead ? palette.text : palette.divider}
          />
        </g>
      ))}
    </g>
  );
}

type CellProps = {
  text: string;
  top: number;
  left: number;
  width: number;
  isHead: boolean;
  isNumber: boolean;
};

function CellInk({ text, top, left, width, isHead, isNumber }: CellProps) {
  const face: Face = isHead ? 'bold' : 'regular';
  const x = isNumber ? left + width - CELL_PAD : left + CELL_PAD;
  return (
    <g data-part={isHead ? 'heading' : 'cell'}>
      {wrapText(plain(text), width - 2 * CELL_PAD, cellPoints, face).map((line, index) => (
        <InkText
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity and never change order
          key={index}
          x={x}
          y={top + CELL_PAD / 2 + cellPoints * (0.95 + index * leading)}
          size={cellPoints}
          face={face}
          anchor={isNumber ? 'end' : 'start'}
          fill={isHead ? palette.text : palette.text2}
        >
          {line}
        </InkText>
      ))}
    </g>
  );
}
