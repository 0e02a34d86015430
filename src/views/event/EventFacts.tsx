import { Link } from 'wouter';
import type { CrimeEvent } from '#core/event.ts';
import type { Quantity } from '#core/measure.ts';
import { familyOf } from '#core/taxonomy.ts';
import { placeWithin } from '#i18n/event-words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { kindLabel, placePrecisionLabel, substanceLabel, typeLabel } from '#i18n/labels.ts';
import { chooseText } from '#i18n/localised.ts';
import { paths } from '#state/paths.ts';
import type { Names } from '#state/use-names.ts';
import { type Fact, Facts } from '#ui/Facts.tsx';
import { PrecisionMark } from '#ui/PrecisionMark.tsx';
import styles from './EventPage.module.css';

/** Everything the source says about an event, each fact no finer than it is known. */
export function EventFacts({ event, names }: { event: CrimeEvent; names: Names }) {
  const i18n = useI18n();
  const { t, format, lang } = i18n;
  const { place, time } = event;
  const groups = event.groups.map((id) => (
    <li key={id}>
      <Link href={paths.group(id)}>{names.group(id) ?? id}</Link>
    </li>
  ));
  const namesOfGroups = event.groups.map((id) => names.group(id));
  const others = event.actors.filter((actor) => !namesOfGroups.includes(actor));
  const note = event.note === null ? null : chooseText(lang, event.note, event.notes);
  const facts: Fact[] = [
    {
      label: t('records.fact.kind'),
      value: `${kindLabel(t, event.kind)} (${typeLabel(t, familyOf(event.kind)).toLowerCase()})`,
    },
    {
      label: t('records.fact.date'),
      value: (
        <>
          {format.time(time, t('domain.date.unknown'))}
          {time.precision === 'day' ? null : (
            <span className={styles.precise}>{t(`domain.date.${time.precision}`)}</span>
          )}
        </>
      ),
    },
    {
      label: t('records.fact.place'),
      value: (
        <>
          <bdi>{placeWithin(place, i18n, names.adm1) || t('records.fact.placeUnknown')}</bdi>
          <span className={styles.precise}>
            <PrecisionMark level={place.precision} size={18} />
            {placePrecisionLabel(t, place.precision)}
          </span>
        </>
      ),
    },
    { label: t('records.fact.quantities'), value: <Quantities quantities={event.quantities} /> },
    event.substances.length > 0 && {
      label: t('records.fact.substances'),
      value: format.list(event.substances.map((key) => substanceLabel(t, key))),
    },
    groups.length > 0 && {
      label: t('records.fact.groups'),
      value: <ul className={styles.inline}>{groups}</ul>,
    },
    others.length > 0 && { label: t('records.fact.actors'), value: <bdi>{others.join(' · ')}</bdi> },
    event.reports > 1 && {
      label: t('records.fact.reports'),
      value: t('records.fact.reportsText', { n: event.reports }),
    },
    note && { label: t('records.fact.note'), value: <span lang={note.lang}>{note.text}</span> },
  ];
  return <Facts facts={facts} />;
}

/** Low, best and high of each reported quantity; "not reported" is said, never shown as 0. */
function Quantities({ quantities }: { quantities: readonly Quantity[] }) {
  const { t } = useI18n();
  if (quantities.length === 0) return <span className={styles.muted}>{t('records.quantity.none')}</span>;
  return (
    <ul className={styles.quantities}>
      {quantities.map((quantity) => (
        <li key={`${quantity.measure}${quantity.unit}`}>
          <QuantityRow quantity={quantity} />
        </li>
      ))}
    </ul>
  );
}

function QuantityRow({ quantity }: { quantity: Quantity }) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { measure, low, high, value, substance, unit } = quantity;
  const write = (n: number) =>
    measure === 'kg' ? format.kg(n) : measure === 'usd' ? format.money(n) : format.number(n);
  const what =
    measure === 'people'
      ? t('records.quantity.deaths')
      : substance !== null && measure === 'kg'
        ? substanceLabel(t, substance).toLowerCase()
        : unit;
  const ranged = low !== null || high !== null;
  return (
    <>
      <strong>{value === null ? t('records.quantity.notReported') : write(value)}</strong>{' '}
      <span lang={what === unit ? 'en' : undefined}>{what}</span>
      {ranged ? (
        <span className={styles.range}>
          {low === null ? null : t('records.quantity.low', { value: write(low) })}
          {low !== null && high !== null ? ' · ' : null}
          {high === null ? null : t('records.quantity.high', { value: write(high) })}
        </span>
      ) : null}
    </>
  );
}
