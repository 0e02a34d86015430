import type { I18n } from '#i18n/i18n.tsx';
import { useI18n } from '#i18n/i18n.tsx';
import type { FigureInk, FigureTheme } from '../figure.ts';
import { InkText } from '../InkText.tsx';
import { type Palette, palettes } from '../palette.ts';
import { cutText, textWidth } from '../text-width.ts';
import { useWidth } from '../use-width.ts';
import styles from './RankFigure.module.css';
import type { RankBar, RankModel } from './rank-model.ts';
import { barValue, type NameOf, rankSummary } from './rank-words.ts';

/** Colour of the bars: one meaning, one colour. */
export type BarColor = (palette: Palette) => string;

const accent: BarColor = (palette) => palette.accent;

/** Horizontal bars from 0, labelled directly; a range as a thin line, nothing reported as words. */
export function rankInk(model: RankModel, nameOf: NameOf, i18n: I18n, color: BarColor = accent): FigureInk {
  return ({ size, theme, font }) => {
    const palette = palettes[theme];
    const row = Math.min(2.6 * font, size.height / Math.max(1, model.bars.length));
    const text = Math.min(font, row * 0.62);
    const names = model.bars.map((bar) => nameOf(bar.key));
    const left = Math.min(
      size.width * 0.36,
      Math.max(...names.map((name) => textWidth(name, text)), 0) + 0.8 * font,
    );
    const values = model.bars.map((bar) => barValue(model, bar, i18n));
    const room = Math.max(...values.map((value) => textWidth(value, text, 'bold')), 0) + 0.9 * font;
    const width = Math.max(10, size.width - left - room);
    return model.bars.map((bar, index) => (
      <BarInk
        key={bar.key}
        {...{ bar, model, palette, left, width, row, text }}
        y={index * row}
        name={cutText(names[index] ?? bar.key, left - 0.8 * font, text)}
        value={values[index] ?? ''}
        fill={color(palette)}
      />
    ));
  };
}

interface BarProps {
  readonly bar: RankBar;
  readonly model: RankModel;
  readonly palette: Palette;
  readonly left: number;
  readonly width: number;
  readonly row: number;
  readonly text: number;
  readonly y: number;
  readonly name: string;
  readonly value: string;
  readonly fill: string;
}

function BarInk({ bar, model, palette, left, width, row, text, y, name, value, fill }: BarProps) {
  const length = bar.value === null ? 0 : Math.max(1, (bar.value / model.top) * width);
  const high = (Math.min(bar.high, model.top) / model.top) * width;
  const middle = y + row / 2;
  const isRange = bar.value !== null && bar.high > bar.low;
  return (
    <g>
      <InkText x={left - 0.6 * text} y={middle + 0.35 * text} size={text} fill={palette.text} anchor="end">
        {name}
      </InkText>
      <rect x={left} y={y + row * 0.18} width={length} height={row * 0.64} fill={fill} />
      {isRange ? (
        <path
          d={`M${left + (bar.low / model.top) * width} ${middle}H${left + high}`}
          stroke={palette.text}
          strokeWidth={text * 0.1}
        />
      ) : null}
      <InkText
        x={left + Math.max(length, isRange ? high : 0) + 0.5 * text}
        y={middle + 0.35 * text}
        size={text}
        face={bar.value === null ? 'regular' : 'bold'}
        fill={bar.value === null ? palette.text3 : palette.text2}
      >
        {value}
      </InkText>
    </g>
  );
}

interface Props {
  readonly model: RankModel;
  readonly nameOf: NameOf;
  readonly theme: FigureTheme;
  readonly color?: BarColor;
  /** A bar was chosen; absent = the bars are only looked at. */
  readonly onPick?: (key: string) => void;
}

const ROW = 27;
const FONT = 13;

/** The bars on screen, each a button where it can be chosen. */
export function RankBars({ model, nameOf, theme, color, onPick }: Props) {
  const i18n = useI18n();
  const [box, width] = useWidth<HTMLDivElement>();
  const height = model.bars.length * ROW;
  return (
    <div ref={box} className={styles.box} style={{ minHeight: height }}>
      {width > 0 ? (
        <svg width={width} height={height} role="img" aria-label={rankSummary(model, nameOf, i18n)}>
          {rankInk(model, nameOf, i18n, color)({ size: { width, height }, theme, font: FONT })}
        </svg>
      ) : null}
      {onPick
        ? model.bars.map((bar, index) => (
            <button
              key={bar.key}
              type="button"
              className={styles.bar}
              style={{ top: index * ROW, height: ROW }}
              aria-label={`${nameOf(bar.key)}: ${barValue(model, bar, i18n)}`}
              onClick={() => onPick(bar.key)}
            />
          ))
        : null}
    </div>
  );
}
