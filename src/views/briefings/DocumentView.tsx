import {
  captionLines,
  cellText,
  type DrawnBriefing,
  type DrawnItem,
  isSmall,
  openingLink,
  sourceLines,
} from '#export/briefing/drawn-briefing.ts';
import { itemNotes } from '#export/briefing/item-notes.ts';
import type { BriefingT } from '#i18n/briefing-words.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { ItemPicture } from './ItemPicture.tsx';
import styles from './Preview.module.css';

/** An item as it will stand in the document. */
export function DocumentView({
  item,
  number,
  i18n,
  say,
}: {
  item: DrawnItem;
  /** Of its figure; null where it has none. */
  number: number | null;
  i18n: I18n;
  say: BriefingT;
}) {
  const { content } = item;
  const link = content && openingLink(content);
  const hasPicture = content !== null && (content.drawing !== null || content.pictures !== null);
  return (
    <section className={styles.page} lang={i18n.lang}>
      <h2 className={styles.pageTitle}>{item.title}</h2>
      {item.message === '' ? null : <p className={styles.message}>{item.message}</p>}
      {content === null ? null : (
        <>
          {hasPicture ? (
            <ItemPicture content={content} lang={i18n.lang} width={602} height={380} where="page" />
          ) : null}
          {!hasPicture || isSmall(content.table) ? <PageTable item={item} i18n={i18n} /> : null}
          <div className={styles.pageCaption}>
            {captionLines(content).map((line, at) => (
              <p key={line}>
                {at === 0 && number !== null ? (
                  <strong>{say('briefing.figure', { number: String(number) })} </strong>
                ) : null}
                {line}
              </p>
            ))}
            {link === null ? null : (
              <p className={styles.linked}>
                <a href={link}>{say('briefing.openFigure')}</a>
              </p>
            )}
          </div>
        </>
      )}
      {item.annotation === '' ? null : <p className={styles.aside}>{item.annotation}</p>}
    </section>
  );
}

/** How the document opens: title, audience, the state of its data. */
export function DocumentHead({ briefing }: { briefing: DrawnBriefing }) {
  const { title, audience, dataAsOf, generated, lang } = briefing;
  return (
    <header className={styles.page} lang={lang}>
      <p className={styles.documentTitle}>{title}</p>
      {audience === '' ? null : <p className={styles.audience}>{audience}</p>}
      <p className={styles.pageCaption}>{[dataAsOf, generated].filter(Boolean).join(' · ')}</p>
    </header>
  );
}

/** How it ends: who says all this, and what stands behind each item. */
export function DocumentSources({ briefing }: { briefing: DrawnBriefing }) {
  const { items, lang, say } = briefing;
  return (
    <section className={styles.page} lang={lang}>
      <h2 className={styles.pageTitle}>{say('briefing.sources')}</h2>
      {sourceLines(briefing).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {items.map((item) =>
        item.content === null ? null : (
          <div key={item.id} className={styles.behind}>
            <h3>{item.title}</h3>
            {itemNotes({ ...item, message: '', annotation: '' }, briefing).map(([label, words]) => (
              <p key={`${label} ${words}`} className={styles.pageCaption}>
                {label === '' ? null : <strong>{label}: </strong>}
                {words}
              </p>
            ))}
          </div>
        ),
      )}
    </section>
  );
}

function PageTable({ item, i18n }: { item: DrawnItem; i18n: I18n }) {
  const table = item.content?.table;
  if (!table || table.rows.length === 0) return null;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ key, label, numeric }) => (
              <th key={key} scope="col" data-numeric={numeric}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity and never change order
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={table.columns[at]?.key} data-numeric={table.columns[at]?.numeric}>
                  {cellText(cell, i18n)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
