import { eventHeadline, mainQuantity, quantityText } from '#i18n/event-words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { EventItem } from '#ui/EventItem.tsx';
import type { RowProps } from './EventsList.tsx';
import styles from './EventsPage.module.css';

/** The same rows as cards, where a table has no room. */
export function EventCards({ rows, names, chosen, onChoose }: RowProps) {
  const i18n = useI18n();
  return (
    <ul className={styles.cards} aria-label={i18n.t('records.events.title')}>
      {rows.map((event) => {
        const quantity = mainQuantity(event);
        const amount = quantity ? quantityText(quantity, i18n) : null;
        const headline = eventHeadline(event, i18n, names.adm1).text;
        return (
          <li key={event.n} data-chosen={chosen.has(event.n)}>
            <label className={styles.pick}>
              <input
                type="checkbox"
                aria-label={i18n.t('records.events.choose', { what: headline })}
                checked={chosen.has(event.n)}
                onChange={(change) => onChoose([event.n], change.target.checked)}
              />
            </label>
            <div className={styles.cardBody}>
              <EventItem event={event} href={paths.event(event.id)} adm1Name={names.adm1} />
              {amount !== null && event.summary !== null ? <p className={styles.amount}>{amount}</p> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
