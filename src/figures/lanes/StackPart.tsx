import { GlyphMark, shapeOf } from '../glyph.tsx';
import { InkText } from '../InkText.tsx';
import type { Palette } from '../palette.ts';
import type { LaneRow, LanesLayout } from './lanes-layout.ts';

/** Sign and name of one part of a stack; with the first part the scale, with the last the unit. */
export function StackPart({
  row,
  layout,
  palette,
}: {
  readonly row: LaneRow;
  readonly layout: LanesLayout;
  readonly palette: Palette;
}) {
  const { plot, font } = layout;
  const { x, y } = row.key ?? { x: 0, y: 0 };
  const color = palette.category[row.lane.family];
  const scale = [
    { at: row.top, label: row.topLabel },
    { at: row.base - row.height / 2, label: row.middleLabel },
    { at: row.base, label: row.topLabel === null ? null : '0' },
  ];
  return (
    <g>
      {scale.map(({ at, label }) =>
        label === null ? null : (
          <g key={label}>
            <line
              x1={plot.left}
              x2={plot.right}
              y1={Math.round(at) + 0.5}
              y2={Math.round(at) + 0.5}
              stroke={at === row.base ? palette.divider : palette.hairline}
              strokeWidth={Math.max(1, font / 14)}
            />
            <InkText
              x={plot.left - 0.9 * font}
              y={at + 0.3 * font}
              size={font * 0.88}
              fill={palette.text3}
              anchor="end"
            >
              {label}
            </InkText>
          </g>
        ),
      )}
      <GlyphMark
        shape={shapeOf(row.lane.family)}
        x={x + 0.5 * font}
        y={y}
        size={0.9 * font}
        color={color}
        halo={null}
      />
      {row.label.map((line) => (
        <InkText
          key={line}
          x={x + 1.4 * font}
          y={y + 0.35 * font}
          size={font}
          face="bold"
          fill={palette.text}
        >
          {line}
        </InkText>
      ))}
      {row.sublabel === null ? null : (
        <InkText x={0} y={y + 2.1 * font} size={font * 0.92} fill={palette.text3}>
          {row.sublabel}
        </InkText>
      )}
    </g>
  );
}
