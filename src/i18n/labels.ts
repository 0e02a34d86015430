import { topics } from '#core/article.ts';
import { placePrecisionKey } from '#core/place.ts';
import { type FamilyKey, families, familyOf, type KindKey, kinds, substances } from '#core/taxonomy.ts';
import { binEnd, binStart, type EventTime } from '#core/time.ts';
import type { T } from './i18n.tsx';

const isKind = (key: string): key is KindKey => kinds.some((kind) => kind.key === key);
const isFamily = (key: string): key is FamilyKey => families.some((family) => family.key === key);

/** Name of a `type` value: a family ("seizure"), a kind ("shoot-down") or "family.kind". Unknown words come back as they are. */
export function typeLabel(t: T, type: string): string {
  const last = type.split('.').at(-1) ?? type;
  if (!type.includes('.') && isFamily(type)) return t(`domain.families.${type}`);
  return isKind(last) ? t(`domain.kind.${last}`) : type;
}

export function kindLabel(t: T, kind: string): string {
  return isKind(kind) ? t(`domain.kind.${kind}`) : kind;
}

export function substanceLabel(t: T, key: string): string {
  const known = substances.find((substance) => substance === key);
  return known ? t(`domain.substance.${known}`) : key;
}

/** "region only", "exact site" for a level 1–7; empty for other numbers. */
export function placePrecisionLabel(t: T, level: number): string {
  const key = placePrecisionKey(level);
  return key === null ? '' : t(`domain.place.${key}`);
}

/** The family whose colour and glyph a kind wears. */
export function familyOfType(type: string): FamilyKey {
  const last = type.split('.').at(-1) ?? type;
  if (isFamily(type)) return type;
  return isKind(last) ? familyOf(last) : 'policy';
}

/** Name of an article's topic; unknown keys come back as they are. */
export function topicLabel(t: T, key: string): string {
  const known = topics.find((topic) => topic === key);
  return known ? t(`domain.topic.${known}`) : key;
}

/** How well a date is known: "month only", or "between these days" where the days are no calendar month. */
export function dateLabel(t: T, { from, to, precision }: EventTime): string {
  if (from === null || to === null || precision === 'unknown') return t('domain.date.unknown');
  if (precision === 'day') return t(from === to ? 'domain.date.day' : 'domain.date.lasting');
  const whole = binStart(from, precision) === from && binEnd(from, precision) === to;
  return t(whole ? `domain.date.${precision}` : 'domain.date.between');
}
