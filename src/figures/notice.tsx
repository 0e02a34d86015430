import type { I18n } from '#i18n/i18n.tsx';
import type { Drawing, FigureInk } from './figure.ts';
import { InkText } from './InkText.tsx';
import { palettes } from './palette.ts';
import { wrapText } from './text-width.ts';

/** A figure that has nothing to show, or could not be drawn, says so within its frame; its words and its empty table stay. */
export function withNotice(drawing: Drawing, text: string): Drawing {
  const isMap = drawing.kind === 'map';
  return {
    ...drawing,
    legend: isMap ? drawing.legend : null,
    ink: (props) => (
      <>
        {isMap ? drawing.ink(props) : null}
        {noticeInk(text)(props)}
      </>
    ),
  };
}

/** The drawing as its file must have it: as it is, or saying that it failed or that nothing matches. */
export function said(
  drawing: Drawing,
  failed: boolean,
  events: number | null,
  { t }: Pick<I18n, 't'>,
): Drawing {
  if (failed) return withNotice(drawing, t('figures.notice.failed'));
  return events === 0 ? withNotice(drawing, t('figures.notice.empty')) : drawing;
}

/** A sentence in a box in the middle of the body. */
export function noticeInk(text: string): FigureInk {
  return function NoticeInk({ size, theme, font }) {
    const palette = palettes[theme];
    const width = Math.min(size.width * 0.8, 34 * font);
    const lines = wrapText(text, width - 3 * font, 1.1 * font);
    const height = lines.length * 1.5 * font + 2 * font;
    const top = Math.max(0, (size.height - height) / 2);
    return (
      <g data-part="notice">
        <rect
          x={(size.width - width) / 2}
          y={top}
          width={width}
          height={height}
          rx={font * 0.4}
          fill={palette.surface}
          stroke={palette.divider}
          strokeWidth={font * 0.06}
        />
        {lines.map((line, at) => (
          <InkText
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity and never change order
            key={at}
            x={size.width / 2}
            y={top + (1.9 + at * 1.5) * font}
            size={1.1 * font}
            fill={palette.text}
            anchor="middle"
          >
            {line}
          </InkText>
        ))}
      </g>
    );
  };
}
