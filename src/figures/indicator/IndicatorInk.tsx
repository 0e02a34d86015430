import type { I18n } from '#i18n/i18n.tsx';
import type { FigureInk } from '../figure.ts';
import { InkText } from '../InkText.tsx';
import { type Palette, palettes } from '../palette.ts';
import { cutText, textWidth, wrapText } from '../text-width.ts';
import { isRating } from './indicator-model.ts';
import { changeWords, type IndicatorSubject, unitName, unitValue, valueWords } from './indicator-words.ts';

/** Em that the number takes at most, and at least before its words are cut. */
const LARGEST = 10;
const SMALLEST = 1.6;
/** Em of the words under it and of the bars. */
const WORDS = 1.25;
const BAR = 1.15;
const BAR_ROW = 2.1;

/** The number as large as its room lets it be, its change in words, and both values as bars from 0 where amounts compare. */
export function indicatorInk(subject: IndicatorSubject, i18n: I18n): FigureInk {
  return function IndicatorInk({ size, theme, font }) {
    const { model, where } = subject;
    const palette = palettes[theme];
    const words = valueWords(model, i18n);
    const change = changeWords(model, i18n);
    const bars = barsOf(subject, i18n);
    const under = [`${where} · ${model.period}`, ...(needsUnit(words) ? [unitName(subject, i18n)] : [])];
    const text = Math.min(font, size.width / 24);
    const lines = under.flatMap((line) => wrapText(line, size.width, WORDS * text));
    const rest =
      (lines.length * 1.4 * WORDS + (change === null ? 0 : 1.9 * WORDS) + bars.length * BAR_ROW + 0.6) * text;
    const room = Math.min(LARGEST * text, 0.9 * (size.height - rest));
    const number = Math.max(
      SMALLEST * text,
      Math.min(room, (size.width * 0.98 * 100) / textWidth(words, 100, 'bold')),
    );
    const top = Math.max(0, (size.height - rest - number) / 2);
    const wordsTop = top + number;
    const changeTop = wordsTop + lines.length * 1.4 * WORDS * text;
    const barsTop = changeTop + (change === null ? 0.6 : 0.6 + 1.9 * WORDS) * text;
    return (
      <g data-part="indicator">
        <InkText
          x={0}
          y={top + 0.8 * number}
          size={number}
          face="bold"
          fill={model.value === null ? palette.text3 : palette.text}
        >
          {words}
        </InkText>
        {lines.map((line, at) => (
          <InkText
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity and never change order
            key={at}
            x={0}
            y={wordsTop + (at * 1.4 + 1) * WORDS * text}
            size={WORDS * text}
            fill={palette.text2}
          >
            {line}
          </InkText>
        ))}
        {change === null ? null : (
          <InkText
            x={0}
            y={changeTop + 1.45 * WORDS * text}
            size={WORDS * text}
            face="bold"
            fill={palette.text}
          >
            {change}
          </InkText>
        )}
        <Bars {...{ bars, palette, text }} top={barsTop} width={size.width} />
      </g>
    );
  };
}

/** Digits alone do not say what they count. */
const needsUnit = (words: string): boolean => /^[\d.,\s ]+$/.test(words);

interface Bar {
  readonly period: string;
  readonly value: number;
  readonly words: string;
}

/** Both values, where they are amounts that can be set side by side. */
function barsOf({ model }: IndicatorSubject, i18n: I18n): readonly Bar[] {
  const { value, before, unit, period } = model;
  if (value === null || before === null || value < 0 || before.value < 0 || isRating(unit)) return [];
  const bar = (of: { period: string; value: number }): Bar => ({
    ...of,
    words: unitValue(of.value, unit, i18n),
  });
  return [bar({ period, value }), bar(before)];
}

interface BarsProps {
  readonly bars: readonly Bar[];
  readonly palette: Palette;
  readonly text: number;
  readonly top: number;
  readonly width: number;
}

function Bars({ bars, palette, text, top, width }: BarsProps) {
  const left = Math.max(0, ...bars.map(({ period }) => textWidth(period, text))) + 0.8 * text;
  const right = Math.max(0, ...bars.map(({ words }) => textWidth(words, text, 'bold'))) + 0.8 * text;
  const most = Math.max(1e-9, ...bars.map(({ value }) => value));
  const full = Math.max(0, Math.min(width, 46 * text) - left - right);
  return bars.map(({ period, value, words }, at) => {
    const y = top + at * BAR_ROW * text;
    const long = (value / most) * full;
    return (
      <g key={period}>
        <InkText x={0} y={y + 0.9 * text} size={text} fill={palette.text2}>
          {cutText(period, left, text)}
        </InkText>
        <rect
          x={left}
          y={y}
          width={long}
          height={BAR * text}
          fill={at === 0 ? palette.accent : palette.control}
        />
        <InkText x={left + long + 0.5 * text} y={y + 0.9 * text} size={text} face="bold" fill={palette.text}>
          {words}
        </InkText>
      </g>
    );
  });
}
