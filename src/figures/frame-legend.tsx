import type { FigureLegend, LegendEntry } from './figure.ts';
import { GlyphMark, shapeOf } from './glyph.tsx';
import { InkText } from './InkText.tsx';
import { hatchPath } from './lanes/lanes-bars.ts';
import type { Palette } from './palette.ts';
import { textWidth, wrapText } from './text-width.ts';

interface PlacedEntry {
  readonly entry: LegendEntry;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lines: readonly string[];
}

/** A legend set for a width: in one column, or flowing in rows where the figure is tall. */
export interface PlacedLegend {
  readonly title: readonly string[];
  readonly entries: readonly PlacedEntry[];
  readonly font: number;
  readonly height: number;
}

const LINE = 1.32;
const isSteps = (entry: LegendEntry): boolean => entry.mark === 'steps';

/** Places a legend; `flow` puts short entries side by side. */
export function placeLegend(legend: FigureLegend, width: number, font: number, flow: boolean): PlacedLegend {
  const isTitled = !flow || legend.entries.some(isSteps);
  const title = isTitled ? wrapText(legend.title, width, font, 'bold') : [];
  const indent = 1.6 * font;
  let x = 0;
  let y = title.length === 0 ? 0 : title.length * LINE * font + 0.35 * font;
  let rowHeight = 0;
  const entries: PlacedEntry[] = [];
  for (const entry of legend.entries) {
    const own = isSteps(entry)
      ? Math.min(width, 15 * font)
      : indent + textWidth(entry.label, font) + 1.6 * font;
    const entryWidth = flow ? Math.min(own, width) : width;
    if (x > 0 && x + entryWidth > width) {
      x = 0;
      y += rowHeight;
      rowHeight = 0;
    }
    const lines = isSteps(entry) ? [] : wrapText(entry.label, entryWidth - indent, font);
    const height = isSteps(entry) ? 2.9 * font : (lines.length * LINE + 0.3) * font;
    entries.push({ entry, x, y, width: entryWidth, lines });
    rowHeight = Math.max(rowHeight, height);
    // Other entries end in a space of their own.
    if (flow) x += entryWidth + (isSteps(entry) ? 1.6 * font : 0);
    else {
      y += height;
      rowHeight = 0;
    }
  }
  return { title, entries, font, height: y + rowHeight };
}

/** The legend at a place: real signs and real text. */
export function LegendInk({
  legend,
  x,
  y,
  palette,
}: {
  legend: PlacedLegend;
  x: number;
  y: number;
  palette: Palette;
}) {
  const { font } = legend;
  return (
    <g transform={`translate(${x} ${y})`}>
      {legend.title.map((line, index) => (
        <InkText
          key={line}
          x={0}
          y={(index + 0.85) * LINE * font}
          size={font}
          face="bold"
          fill={palette.text}
        >
          {line}
        </InkText>
      ))}
      {legend.entries.map((placed) => (
        <g key={`${placed.entry.mark}${placed.entry.label}`} transform={`translate(${placed.x} ${placed.y})`}>
          <EntryMark entry={placed.entry} font={font} width={placed.width} palette={palette} />
          {placed.lines.map((line, index) => (
            <InkText
              key={line}
              x={1.6 * font}
              y={(index + 0.85) * LINE * font}
              size={font}
              fill={palette.text2}
            >
              {line}
            </InkText>
          ))}
        </g>
      ))}
    </g>
  );
}

function EntryMark({
  entry,
  font,
  width,
  palette,
}: {
  entry: LegendEntry;
  font: number;
  width: number;
  palette: Palette;
}) {
  const middle = { x: 0.6 * font, y: 0.72 * font };
  if (entry.mark === 'steps')
    return (
      <Steps
        labels={entry.labels}
        colors={entry.colors?.(palette) ?? palette.sequential}
        font={font}
        width={width}
        palette={palette}
      />
    );
  if (entry.mark === 'glyph' || entry.mark === 'ringed' || entry.mark === 'circled') {
    return (
      <>
        {entry.mark !== 'glyph' ? (
          <circle
            cx={middle.x}
            cy={middle.y}
            r={0.68 * font}
            fill="none"
            stroke={palette.category[entry.family]}
            strokeWidth={0.08 * font}
            strokeDasharray={entry.mark === 'ringed' ? `${0.2 * font} ${0.14 * font}` : undefined}
          />
        ) : null}
        <GlyphMark
          shape={shapeOf(entry.family)}
          {...middle}
          size={entry.mark === 'glyph' ? 0.95 * font : 0.7 * font}
          color={palette.category[entry.family]}
          halo={null}
        />
      </>
    );
  }
  if (entry.mark === 'line') {
    return (
      <line
        x1={0}
        x2={1.2 * font}
        y1={middle.y}
        y2={middle.y}
        stroke={entry.color(palette)}
        strokeWidth={0.12 * font}
        strokeDasharray={entry.dash === '' ? undefined : entry.dash}
      />
    );
  }
  if (entry.mark === 'signed') return <Signed entry={entry} font={font} palette={palette} />;
  const box = { x: 0.05 * font, y: 0.28 * font, width: 1.05 * font, height: 0.9 * font };
  if (entry.mark === 'swatch')
    return <rect {...box} fill={entry.color(palette)} stroke={palette.divider} strokeWidth={0.04 * font} />;
  return (
    <>
      <rect {...box} fill={palette.surface} stroke={palette.divider} strokeWidth={0.06 * font} />
      <path
        d={hatchPath(box.x, box.x + box.width, box.y, box.y + box.height, 0.3 * font)}
        stroke={palette.text3}
        strokeWidth={0.06 * font}
        fill="none"
      />
    </>
  );
}

function Signed({
  entry,
  font,
  palette,
}: {
  entry: Extract<LegendEntry, { mark: 'signed' }>;
  font: number;
  palette: Palette;
}) {
  return (
    <>
      <rect
        x={0.02 * font}
        y={0.16 * font}
        width={1.1 * font}
        height={1.1 * font}
        fill={entry.fill ? entry.fill(palette) : 'none'}
        stroke={entry.edge(palette)}
        strokeWidth={(entry.fill ? 0.04 : 0.14) * font}
      />
      <InkText
        x={0.57 * font}
        y={1.04 * font}
        size={0.95 * font}
        face="bold"
        anchor="middle"
        fill={entry.ink(palette)}
      >
        {entry.sign}
      </InkText>
    </>
  );
}

function Steps({
  labels,
  colors,
  font,
  width,
  palette,
}: {
  labels: readonly string[];
  colors: readonly string[];
  font: number;
  width: number;
  palette: Palette;
}) {
  const step = Math.min(3 * font, width / colors.length);
  return (
    <>
      {labels.map((label, index) => (
        <g key={label}>
          <rect
            x={index * step}
            y={0.2 * font}
            width={step}
            height={0.95 * font}
            fill={colors[index]}
            stroke={palette.coast}
            strokeWidth={0.05 * font}
          />
          <InkText x={index * step} y={2.2 * font} size={0.92 * font} fill={palette.text2}>
            {label}
          </InkText>
        </g>
      ))}
    </>
  );
}
