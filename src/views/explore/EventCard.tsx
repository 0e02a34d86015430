import { memo, type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import type { CrimeEvent } from '#core/event.ts';
import { families, familyOf } from '#core/taxonomy.ts';
import type { View } from '#core/view.ts';
import { eventHeadline, eventTags, mainQuantity, placeName, quantityText } from '#i18n/event-words.ts';
import { type I18n, useI18n } from '#i18n/i18n.tsx';
import { dateLabel, kindLabel } from '#i18n/labels.ts';
import { hover } from '#state/hover-store.ts';
import { paths } from '#state/paths.ts';
import type { Names } from '#state/use-names.ts';
import { Glyph } from '#ui/Glyph.tsx';
import { Tag } from '#ui/Tag.tsx';
import styles from './EventCard.module.css';

type Props = {
  event: CrimeEvent;
  names: Names;
  /** The state of the screen that its links keep. */
  view: View;
  /** Place in the feed, from 1, and how long the feed is; absent outside a feed. */
  position?: number;
  setSize?: number;
  marked?: boolean;
};

/** One event: sign, date, precision; headline; facts with what is uncertain; who says so. */
export const EventCard = memo(function EventCard(props: Props) {
  const { event, names, view, position, setSize, marked = false } = props;
  const i18n = useI18n();
  const { t, format } = i18n;
  const id = useId();
  const headline = eventHeadline(event, i18n, names.adm1);
  const family = familyOf(event.kind);
  const glyph = families.find((entry) => entry.key === family)?.glyph ?? 'ring';
  return (
    <article
      className={styles.card}
      tabIndex={position === undefined ? undefined : 0}
      aria-labelledby={id}
      aria-posinset={position}
      aria-setsize={setSize}
      data-marked={marked}
      data-event={event.id}
      onPointerEnter={() => hover('feed', [event.n])}
      onPointerLeave={() => hover('feed', [])}
      onFocus={() => hover('feed', [event.n])}
      onBlur={() => hover('feed', [])}
    >
      <p className={styles.top}>
        <Glyph shape={glyph} color={`var(--cat-${family})`} />
        <span>{format.time(event.time, t('domain.date.unknown'))}</span>
        <span className={styles.precision}>{dateLabel(t, event.time)}</span>
      </p>
      <h3 id={id} className={styles.headline} lang={headline.lang ?? undefined}>
        <Link href={paths.event(event.id, view)}>{headline.text}</Link>
      </h3>
      <Facts event={event} names={names} />
      <Publishers event={event} names={names} view={view} />
    </article>
  );
});

/** What the headline has not said yet: a row's own sentence needs its coded facts, a headline made of these its actors. */
function factParts(event: CrimeEvent, names: Names, i18n: I18n): string[] {
  if (event.summary === null) return event.actors.slice(0, 2);
  const quantity = mainQuantity(event);
  const amount = quantity ? quantityText(quantity, i18n) : null;
  const parts = [kindLabel(i18n.t, event.kind), placeName(event.place, i18n, names.adm1), amount ?? ''];
  return parts.filter((part) => part !== '');
}

function Facts({ event, names }: { event: CrimeEvent; names: Names }) {
  const i18n = useI18n();
  const parts = factParts(event, names, i18n);
  const tags = eventTags(event, i18n);
  if (parts.length + tags.length === 0) return null;
  return (
    <p className={styles.facts}>
      {parts.join(' · ')}
      {tags.map((tag) => (
        <span key={tag.text}>
          {' '}
          <Tag tone={tag.warn ? 'warn' : 'dashed'}>{tag.text}</Tag>
        </span>
      ))}
    </p>
  );
}

const SHOWN_PUBLISHERS = 2;

function Publishers({ event, names, view }: Pick<Props, 'event' | 'names' | 'view'>) {
  const { t } = useI18n();
  const byName = new Map(event.citations.map((citation) => [citation.publisher, citation]));
  const citations = [...byName.values()];
  if (citations.length === 0) {
    return (
      <p className={styles.publishers}>
        <Link href={paths.sources(event.source, view)}>{names.source(event.source) ?? event.source}</Link>
      </p>
    );
  }
  const rest = citations.length - SHOWN_PUBLISHERS;
  return (
    <p className={styles.publishers}>
      {citations.slice(0, SHOWN_PUBLISHERS).map((citation, at) => (
        <span key={citation.publisher}>
          {at > 0 ? ', ' : ''}
          <Outside href={citation.url}>{citation.publisher}</Outside>
        </span>
      ))}
      {rest > 0 ? <span> {t('explore.moreSources', { n: rest })}</span> : null}
    </p>
  );
}

/** A link out, only to web addresses; other text stays text. */
function Outside({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null || !/^https?:\/\//.test(href)) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
