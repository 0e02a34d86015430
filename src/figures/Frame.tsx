import { drawnFields } from '#core/figure-fields.ts';
import type { Drawing, FigureTheme } from './figure.ts';
import { type FrameBlock, type FrameSpec, layoutFrame } from './frame-layout.ts';
import { LegendInk } from './frame-legend.tsx';
import { InkText } from './InkText.tsx';
import { type Palette, palettes } from './palette.ts';
import { faces } from './text-width.ts';

interface Props {
  readonly drawing: Drawing;
  readonly spec: FrameSpec;
  readonly theme: FigureTheme;
  /** Language of the words, for the file. */
  readonly lang: string;
  /** False leaves the ground out, for slides with a colour of their own. */
  readonly ground?: boolean;
}

/** Fields that come before the body in the file; the rest come after it. */
const before = new Set<string>(drawnFields.slice(0, 4));

/**
 * A whole figure as one SVG that can leave the page: twelve fields of real text in a fixed order, body and legend drawn for
 * this size, a title and a description inside, nothing that loads or runs.
 */
export function Frame({ drawing, spec, theme, lang, ground = true }: Props) {
  const palette = palettes[theme];
  const layout = layoutFrame(drawing, spec);
  const { width, height } = spec.size;
  const { body } = layout;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      lang={lang}
      role="img"
      aria-labelledby="figure-title figure-description"
      fontFamily={faces.regular.family}
    >
      <title id="figure-title">{drawing.words.title}</title>
      <desc id="figure-description">{drawing.words.alt}</desc>
      {ground ? <rect width={width} height={height} fill={palette.bg} /> : null}
      {layout.blocks
        .filter((block) => before.has(block.field))
        .map((block) => (
          <Block key={block.field} block={block} palette={palette} />
        ))}
      <g data-part="body" transform={`translate(${round(body.x)} ${round(body.y)})`}>
        {drawing.ink({
          size: { width: round(body.width), height: round(body.height) },
          theme,
          font: layout.font,
        })}
      </g>
      {layout.legend === null ? null : (
        <g data-part="legend">
          <LegendInk
            legend={layout.legend.placed}
            x={round(layout.legend.x)}
            y={round(layout.legend.y)}
            palette={palette}
          />
        </g>
      )}
      <line
        x1={layout.rule.left}
        x2={layout.rule.right}
        y1={round(layout.rule.y)}
        y2={round(layout.rule.y)}
        stroke={palette.text}
        strokeWidth={layout.font / 11}
      />
      {layout.blocks
        .filter((block) => !before.has(block.field))
        .map((block) => (
          <Block key={block.field} block={block} palette={palette} />
        ))}
    </svg>
  );
}

function Block({ block, palette }: { block: FrameBlock; palette: Palette }) {
  return (
    <g data-field={block.field}>
      {block.lines.map((line, index) => (
        <InkText
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity and never change order
          key={index}
          x={block.x}
          y={block.y + index * block.lineHeight}
          size={block.size}
          face={block.face}
          fill={palette[block.tone]}
          anchor={block.anchor}
        >
          {line}
        </InkText>
      ))}
    </g>
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;
