import { Link } from 'wouter';
import type { CrimeEvent } from '#core/event.ts';
import { families, familyOf, type KindKey } from '#core/taxonomy.ts';
import { type Adm1Name, eventHeadline, eventTags, placeWithin } from '#i18n/event-words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { kindLabel } from '#i18n/labels.ts';
import { Glyph } from './Glyph.tsx';
import styles from './RecordItem.module.css';
import { Tag } from './Tag.tsx';

/** The sign of an event's family. */
export function KindGlyph({ kind, size = 12 }: { kind: KindKey; size?: number }) {
  const family = familyOf(kind);
  const shape = families.find((entry) => entry.key === family)?.glyph ?? 'ring';
  return <Glyph shape={shape} color={`var(--cat-${family})`} size={size} />;
}

type Props = { event: CrimeEvent; href: string; adm1Name?: Adm1Name; level?: 3 | 4 };

/** One event in a list: sign, when, headline, place, what is not certain, who says so. */
export function EventItem({ event, href, adm1Name, level = 3 }: Props) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const headline = eventHeadline(event, i18n, adm1Name);
  const place = placeWithin(event.place, i18n, adm1Name);
  const publishers = [...new Set(event.citations.map((citation) => citation.publisher))];
  const Heading = `h${level}` as const;
  return (
    <article className={styles.item}>
      <p className={styles.meta}>
        <span className={styles.kind}>
          <KindGlyph kind={event.kind} />
          {kindLabel(t, event.kind)}
        </span>
        <span className={styles.end}>{format.time(event.time, t('domain.date.unknown'))}</span>
      </p>
      <Heading className={styles.headline}>
        <Link href={href}>
          <bdi lang={headline.lang ?? undefined}>{headline.text}</bdi>
        </Link>
      </Heading>
      <p className={styles.facts}>
        {place ? <bdi>{place}</bdi> : null}
        {eventTags(event, i18n).map((tag) => (
          <Tag key={tag.text} tone={tag.warn ? 'warn' : 'dashed'}>
            {tag.text}
          </Tag>
        ))}
        {publishers.length > 0 ? (
          <span className={styles.who}>
            {publishers.length === 1
              ? publishers[0]
              : t('records.publishers', { name: publishers[0] ?? '', n: publishers.length - 1 })}
          </span>
        ) : null}
      </p>
    </article>
  );
}
