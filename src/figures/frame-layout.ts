import { type DrawnField, drawnFields } from '#core/figure-fields.ts';
import type { Drawing, FigureLegend, FigureSize, FigureWords } from './figure.ts';
import { type PlacedLegend, placeLegend } from './frame-legend.tsx';
import { type Face, textWidth, wrapText } from './text-width.ts';

/** A size to leave at, with the height of its base text in px: 22 px at 1080 wide, 8 pt on A4 at the least. */
export interface FrameSpec {
  readonly size: FigureSize;
  readonly font: number;
}

/** One field of words, broken into lines and placed. */
export interface FrameBlock {
  readonly field: DrawnField;
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
  readonly size: number;
  readonly lineHeight: number;
  readonly face: Face;
  readonly tone: 'text' | 'text2' | 'text3' | 'accent';
  readonly anchor: 'start' | 'end';
}

export interface FrameLayout {
  /** Height of base text as drawn; smaller than asked only where the words would leave the body no room. */
  readonly font: number;
  readonly blocks: readonly FrameBlock[];
  readonly body: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly legend: { readonly x: number; readonly y: number; readonly placed: PlacedLegend } | null;
  readonly rule: { readonly y: number; readonly left: number; readonly right: number };
}

interface Style {
  readonly field: DrawnField;
  readonly size: number;
  readonly lineHeight: number;
  readonly face: Face;
  readonly tone: FrameBlock['tone'];
}

const style = (
  field: DrawnField,
  size: number,
  tone: FrameBlock['tone'],
  face: Face = 'regular',
  leading = 1.36,
): Style => ({ field, size, lineHeight: size * leading, face, tone });

function block(words: FigureWords, at: Style, x: number, top: number, width: number): FrameBlock {
  const lines = wrapText(words[at.field], width, at.size, at.face);
  return { ...at, x, y: top + 0.98 * at.size, lines, anchor: 'start' };
}

const heightOf = (part: FrameBlock): number => part.lines.length * part.lineHeight;

/**
 * Blocks one under another; returns them and where they end. A block marked `beside` stands at the right end of the line
 * before it where both fit.
 */
function stack(
  words: FigureWords,
  styles: readonly (Style & { readonly gap?: number; readonly beside?: boolean })[],
  area: { x: number; y: number; width: number },
): { blocks: FrameBlock[]; end: number } {
  let y = area.y;
  const blocks: FrameBlock[] = [];
  for (const at of styles) {
    const part = block(words, at, area.x, y, area.width);
    const last = blocks.at(-1);
    if (at.beside && last && fitsBeside(last, part, area.width)) {
      const line = last.y + (last.lines.length - 1) * last.lineHeight;
      blocks.push({ ...part, x: area.x + area.width, y: line, anchor: 'end' });
    } else {
      blocks.push(part);
      y += heightOf(part);
    }
    y += at.gap ?? 0;
  }
  return { blocks, end: y };
}

function fitsBeside(last: FrameBlock, part: FrameBlock, width: number): boolean {
  if (part.lines.length > 1 || last.anchor === 'end') return false;
  const used = textWidth(last.lines.at(-1) ?? '', last.size, last.face);
  return used + textWidth(part.lines[0] ?? '', part.size, part.face) + 2 * part.size <= width;
}

/** Title, subtitle, filters and period from the top margin down. */
function head(
  words: FigureWords,
  { size, font }: FrameSpec,
  margin: number,
): { blocks: FrameBlock[]; end: number } {
  const wide = size.width > size.height;
  const width = size.width - 2 * margin;
  return stack(
    words,
    [
      {
        ...style(
          'title',
          (wide ? 2.25 : size.height > size.width ? 1.95 : 1.75) * font,
          'text',
          'serif',
          1.2,
        ),
        gap: 0.35 * font,
      },
      { ...style('subtitle', 1.22 * font, 'text2'), gap: 0.2 * font },
      style('filters', font, 'text3'),
      { ...style('period', font, 'text3'), beside: true },
    ],
    { x: margin, y: margin * 0.9, width },
  );
}

/** Sources, licence, data and tool at the left, the link at the right or below; placed upwards from the bottom margin. */
function foot(
  words: FigureWords,
  { size, font }: FrameSpec,
  margin: number,
): { blocks: FrameBlock[]; top: number } {
  const small = 0.92 * font;
  const width = size.width - 2 * margin;
  const isLong = textWidth(words.link, small) > width * 1.4;
  const beside = size.width > size.height && !isLong;
  const leftWidth = beside ? width * 0.6 : width;
  const styles = (['sources', 'licence', 'dataAsOf', 'generated'] as const).map((field, index) => ({
    ...style(field, small, 'text2'),
    beside: !beside && index % 2 === 1,
  }));
  const link = style('link', isLong ? 0.88 * font : small, 'accent');
  const left = stack(words, beside ? styles : [...styles, link], { x: margin, y: 0, width: leftWidth });
  const right = beside
    ? {
        ...block(words, link, margin + width, 0, width * 0.36),
        anchor: 'end' as const,
      }
    : null;
  const height = Math.max(left.end, right ? heightOf(right) : 0);
  const top = size.height - margin * 0.8 - height;
  const moved = [...left.blocks, ...(right ? [right] : [])].map((part) => ({ ...part, y: part.y + top }));
  return { blocks: moved, top };
}

/** Share of the height that the body keeps. */
const LEAST_BODY = 0.34;
const SHRINKS = [1, 0.94, 0.88, 0.82, 0.76] as const;

/** Places words, legend and body of a drawing at a size: laid out anew for each, never scaled. */
export function layoutFrame(drawing: Pick<Drawing, 'words' | 'legend'>, spec: FrameSpec): FrameLayout {
  const tries = SHRINKS.map((shrink) => () => layoutAt(drawing, { ...spec, font: spec.font * shrink }));
  let layout = layoutAt(drawing, spec);
  for (const attempt of tries.slice(1)) {
    if (layout.body.height >= LEAST_BODY * spec.size.height && !overflows(layout, spec)) break;
    layout = attempt();
  }
  return layout;
}

/** Whether the words beside the body run into the line above the sources. */
function overflows({ blocks, rule }: FrameLayout, { size }: FrameSpec): boolean {
  const counts = blocks.find(({ field }) => field === 'counts');
  return size.width > size.height && counts !== undefined && counts.y + heightOf(counts) > rule.y;
}

function layoutAt(drawing: Pick<Drawing, 'words' | 'legend'>, spec: FrameSpec): FrameLayout {
  const { size, font } = spec;
  const wide = size.width > size.height;
  const margin = (wide ? 3 : 2.2) * font;
  const top = head(drawing.words, spec, margin);
  const bottom = foot(drawing.words, spec, margin);
  const area = {
    x: margin,
    y: top.end + 0.7 * font,
    width: size.width - 2 * margin,
    bottom: bottom.top - 1.5 * font,
  };
  const middle = wide ? besideBody(drawing, area, font) : belowBody(drawing, area, font);
  return {
    font,
    blocks: ordered([...top.blocks, ...middle.blocks, ...bottom.blocks]),
    body: middle.body,
    legend: middle.legend,
    rule: { y: bottom.top - 0.75 * font, left: margin, right: size.width - margin },
  };
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly bottom: number;
}

type Middle = Pick<FrameLayout, 'body' | 'legend'> & { readonly blocks: readonly FrameBlock[] };

const legendOf = (legend: FigureLegend | null): FigureLegend | null =>
  legend === null || legend.entries.length === 0 ? null : legend;

/** Wide sizes: legend, counts and caveat stand in a column at the right of the body. */
function besideBody({ words, legend }: Pick<Drawing, 'words' | 'legend'>, area: Area, font: number): Middle {
  const column = Math.max(13 * font, area.width * 0.22);
  const x = area.x + area.width - column;
  const placed = legendOf(legend) ? placeLegend(legend!, column, font, false) : null;
  const y = area.y + (placed ? placed.height + 1.1 * font : 0);
  const notes = stack(
    words,
    [{ ...style('caveat', font, 'text2'), gap: 0.8 * font }, style('counts', font, 'text')],
    { x, y, width: column },
  );
  return {
    blocks: notes.blocks,
    legend: placed ? { x, y: area.y, placed } : null,
    body: { x: area.x, y: area.y, width: area.width - column - 1.6 * font, height: area.bottom - area.y },
  };
}

/** Tall and square sizes: the body over the whole width, legend, caveat and counts under it. */
function belowBody({ words, legend }: Pick<Drawing, 'words' | 'legend'>, area: Area, font: number): Middle {
  const placed = legendOf(legend) ? placeLegend(legend!, area.width, font, true) : null;
  const legendHeight = placed ? placed.height + 0.5 * font : 0;
  const notes = stack(
    words,
    [{ ...style('caveat', font, 'text2'), gap: 0.35 * font }, style('counts', font, 'text')],
    { x: area.x, y: 0, width: area.width },
  );
  const notesTop = area.bottom - notes.end;
  const legendTop = notesTop - legendHeight;
  return {
    blocks: notes.blocks.map((part) => ({ ...part, y: part.y + notesTop })),
    legend: placed ? { x: area.x, y: legendTop, placed } : null,
    body: {
      x: area.x,
      y: area.y,
      width: area.width,
      height: Math.max(6 * font, legendTop - 0.8 * font - area.y),
    },
  };
}

/** In the order in which a reader of the file meets them. */
function ordered(blocks: readonly FrameBlock[]): FrameBlock[] {
  return [...blocks].sort((a, b) => drawnFields.indexOf(a.field) - drawnFields.indexOf(b.field));
}
