import type { CSSProperties } from 'react';
import { cellText, type DrawnItem, isSmall, slideCaption } from '#export/briefing/drawn-briefing.ts';
import {
  columnWidths,
  layoutSlide,
  type SlideLayout,
  slideSize,
  type TextBox,
  tableParts,
} from '#export/briefing/slide-layout.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { ItemPicture } from './ItemPicture.tsx';
import styles from './Preview.module.css';

const across = (inches: number): string => `${((inches / slideSize.width) * 100).toFixed(3)}cqw`;
const SIDE_TABLE = 3.7;

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

function Words({ box, className = '' }: { box: TextBox | null; className?: string | undefined }) {
  if (box === null) return null;
  return (
    <p className={`${styles.words} ${className}`} style={placed(box, box.size)}>
      {box.text}
    </p>
  );
}

/** An item as its slide will be: the layout is that of the file. */
export function SlideView({ item, i18n }: { item: DrawnItem; i18n: I18n }) {
  const { content } = item;
  const layout = layoutSlide({
    title: item.title,
    message: content === null ? '' : item.message,
    annotation: item.annotation,
    caption: content === null ? '' : slideCaption(content),
  });
  return (
    <div className={styles.slide} lang={i18n.lang}>
      <div className={styles.sheet}>
        <Words box={layout.title} className={styles.slideTitle} />
        <Words box={layout.message} />
        <SlideBody item={item} body={layout.body} i18n={i18n} />
        <Words box={layout.annotation} className={styles.remark} />
        <Words box={layout.caption} className={styles.caption} />
      </div>
    </div>
  );
}

function SlideBody({ item, body, i18n }: { item: DrawnItem; body: SlideLayout['body']; i18n: I18n }) {
  const { content } = item;
  if (content === null) {
    const size = item.message.length < 400 ? 22 : item.message.length < 1200 ? 16 : 12;
    return <Words box={{ ...body, size, text: item.message }} />;
  }
  const hasPicture = content.drawing !== null || content.pictures !== null;
  const isBeside = hasPicture && isSmall(content.table) && content.table.columns.length <= 3;
  const box = isBeside ? { ...body, w: body.w - SIDE_TABLE - 0.3 } : body;
  return (
    <>
      {hasPicture ? (
        <div className={styles.body} style={placed(box)}>
          <ItemPicture
            content={content}
            lang={i18n.lang}
            width={Math.round(box.w * 96)}
            height={Math.round(box.h * 96)}
            where="slide"
          />
        </div>
      ) : null}
      {hasPicture && !isBeside ? null : (
        <SlideTable
          item={item}
          box={isBeside ? { ...body, x: box.x + box.w + 0.3, w: SIDE_TABLE } : body}
          i18n={i18n}
        />
      )}
    </>
  );
}

/** The first part of a table: what the first of its slides holds. */
function SlideTable({ item, box, i18n }: { item: DrawnItem; box: SlideLayout['body']; i18n: I18n }) {
  const { content } = item;
  if (content === null) return null;
  const { columns, rows } = content.table;
  const header = columns.map(({ label }) => label);
  const texts = rows.map((row) => row.map((cell) => cellText(cell, i18n)));
  const widths = columnWidths([header, ...texts], box.w);
  const [first = []] = tableParts(header, texts, widths, { size: 11, height: box.h });
  return (
    <div className={styles.body} style={placed(box, 11)}>
      <table className={styles.table}>
        <caption className="visually-hidden">{content.table.caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, numeric }, at) => (
              <th key={key} scope="col" data-numeric={numeric} style={{ width: across(widths[at] ?? 1) }}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity and never change order
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={columns[at]?.key} data-numeric={columns[at]?.numeric}>
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
