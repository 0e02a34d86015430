import type { CSSProperties } from 'react';
import { plain } from '#export/briefing/drawn-briefing.ts';
import { type SlideLayout, slideSize, type TextBox } from '#export/briefing/slide-layout.ts';
import {
  cellPoints,
  type PlannedSlide,
  type SlideTable,
  type SlideText,
} from '#export/briefing/slide-plan.ts';
import { ItemPicture } from './ItemPicture.tsx';
import styles from './Preview.module.css';

const across = (inches: number): string => `${((inches / slideSize.width) * 100).toFixed(3)}cqw`;
const tones: Readonly<Record<SlideText['tone'], string | undefined>> = {
  text: undefined,
  second: styles.second,
  third: styles.third,
  accent: styles.linked,
};

/** Where a box of the slide stands, in parts of the preview's width. */
function placed({ x, y, w, h }: SlideLayout['body'], points?: number): CSSProperties {
  return {
    left: across(x),
    top: across(y),
    width: across(w),
    height: across(h),
    ...(points === undefined ? {} : { fontSize: across(points / 72) }),
  };
}

type WordsProps = { box: TextBox; className: string | undefined; href?: string | undefined };

function Words({ box, className, href }: WordsProps) {
  return (
    <p className={`${styles.words} ${className ?? ''}`} style={placed(box, box.size)}>
      {href === undefined ? plain(box.text) : <a href={href}>{plain(box.text)}</a>}
    </p>
  );
}

/** A slide as the files have it. */
export function SlideView({ slide, lang }: { slide: PlannedSlide; lang: string }) {
  const { figure, table } = slide;
  return (
    <div className={styles.slide} lang={lang}>
      <div className={styles.sheet}>
        <Words box={slide.title} className={styles.slideTitle} />
        {figure ? (
          <div className={styles.body} style={placed(figure.box)}>
            <ItemPicture
              content={figure.content}
              lang={lang}
              width={Math.round(figure.box.w * 96)}
              height={Math.round(figure.box.h * 96)}
              where="slide"
            />
          </div>
        ) : null}
        {table ? <TableView {...table} /> : null}
        {slide.texts.map((text) => (
          <Words
            key={`${text.y} ${text.text}`}
            box={text}
            className={text.isRemark ? styles.remark : tones[text.tone]}
            href={text.href}
          />
        ))}
      </div>
    </div>
  );
}

function TableView({ table, header, rows, widths, box }: SlideTable) {
  return (
    <div className={styles.body} style={placed(box, cellPoints)}>
      <table className={styles.table}>
        <caption className="visually-hidden">{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ key, numeric }, at) => (
              <th key={key} scope="col" data-numeric={numeric} style={{ width: across(widths[at] ?? 1) }}>
                {header[at]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity and never change order
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={table.columns[at]?.key} data-numeric={table.columns[at]?.numeric}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
