import { type EventFilter, withoutDimension } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import type { SourceInfo } from '#core/provenance.ts';
import type { CountAnswer } from '#core/query.ts';
import {
  filterSentence,
  periodWords,
  placeWords,
  type SentenceKey,
  titleSentence,
  type Wording,
} from '#core/sentence.ts';
import { families, kinds } from '#core/taxonomy.ts';
import type { Bin } from '#core/time.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { placePrecisionLabel, substanceLabel, typeLabel } from '#i18n/labels.ts';
import { sourceWords } from '#i18n/localised.ts';
import type { Drawing, FigureWords } from './figure.ts';
import type { DaySpan } from './lanes/lanes-props.ts';

/** Names that only the data knows; an id stands where a name is missing. */
export interface Names {
  readonly group?: (id: string) => string | null;
  readonly source?: (id: string) => string | null;
  readonly adm1?: (id: string) => string | null;
}

/** The words that core/sentence.ts asks for, in the reader's language. */
export function wordingOf({ t, format }: I18n, names: Names = {}): Wording {
  const say = t as (key: string, holes?: Readonly<Record<string, string | number>>) => string;
  return {
    say: (key: SentenceKey, holes) => say(`figures.sentence.${key}`, holes),
    list: format.list,
    number: format.number,
    day: format.day,
    range: format.range,
    country: format.country,
    adm1: (id) => names.adm1?.(id) ?? id,
    type: (type) => typeLabel(t, type),
    subject: (type) => subjectLabel(t, type),
    capital: (text) => text.charAt(0).toLocaleUpperCase(format.locale) + text.slice(1),
    group: (id) => names.group?.(id) ?? id,
    substance: (key) => substanceLabel(t, key),
    source: (id) => names.source?.(id) ?? id,
    precision: (level) => placePrecisionLabel(t, level),
    datePrecision: (precision) => t(`domain.date.${precision}`),
  };
}

/** Families and kinds have a word of their own within a sentence: many of them, in small letters. */
function subjectLabel(t: I18n['t'], type: string): string {
  const family = families.find((candidate) => candidate.key === type);
  if (family) return t(`figures.subject.${family.key}`);
  const name = type.split('.').at(-1);
  const kind = kinds.find((candidate) => candidate.key === name);
  return kind ? t(`figures.subject.kind.${kind.key}`) : typeLabel(t, type);
}

/** What the tool says of itself and its data (`/meta`), and when the figure is made. */
export interface Edition {
  readonly version: string;
  /** "2026-11-23.3f9a1c04" */
  readonly dataVersion: string;
  /** ISO day or moment. */
  /** ISO day; "" until known. */
  readonly dataAsOf: string;
  readonly now: Date;
}

export interface WordsInput {
  readonly kind: Drawing['kind'];
  readonly filter: EventFilter;
  readonly measure: Measure;
  readonly bin?: Bin;
  /** For rank figures: what the bars are. */
  readonly by?: 'country' | 'adm1' | 'group' | 'kind' | 'substance' | 'source';
  /** Instead of the generated subject title: a finding. */
  readonly title?: string;
  readonly subtitle?: string;
  /** The `count` answer for the same filter; null while unknown. */
  readonly count: CountAnswer | null;
  /** Events the map itself does not draw, where it draws more than points (regions, zones); absent = as counted. */
  readonly notPlaced?: number;
  /** Days that stand in for "all dates" where the filter is open. */
  readonly extent: DaySpan | null;
  /** Caveats of this very view before the general one. */
  readonly caveats?: readonly string[];
  /** Sources behind what is shown, weightiest first. */
  readonly sources: readonly SourceInfo[];
  /** One sentence on the finding, for the text alternative. */
  readonly finding?: string;
  readonly link: string;
  readonly edition: Edition;
}

const spelledSources = 6;
const altLimit = 300;

/** All the words of a figure over events. */
export function makeWords(input: WordsInput, i18n: I18n, names: Names = {}): FigureWords {
  const { filter, measure, edition } = input;
  const wording = wordingOf(i18n, names);
  const closed = input.extent
    ? { ...filter, from: filter.from ?? input.extent.from, to: filter.to ?? input.extent.to }
    : filter;
  const period = periodWords(closed, wording);
  const subtitle = input.subtitle ?? subtitleOf(input, placeWords(filter, wording), period, i18n);
  const placed = input.count && { ...input.count, notPlaced: unplaced(input) };
  const counts = countsLine(placed, measure, i18n, input.kind !== 'lanes');
  const sources = isAwaited(input)
    ? i18n.t('figures.words.sourcesAwaited')
    : sourcesLine(input.sources, i18n);
  const title = input.title ?? titleSentence(closed, wording);
  const general = [i18n.t('figures.words.caveat')];
  if (measure !== 'count') general.unshift(i18n.t('figures.words.caveatSum'));
  const what = i18n.t(`figures.alt.${input.kind}`);
  return {
    title,
    subtitle,
    filters: i18n.t('figures.words.filters', {
      filters: filterSentence(withoutDimension(filter, 'time'), wording),
    }),
    period,
    caveat: [...(input.caveats ?? []), ...general].join(' '),
    counts,
    sources,
    licence: licenceLine(input.sources, i18n),
    ...editionLines(edition, i18n),
    link: input.link,
    alt: shortened(
      i18n.t('figures.alt.text', { what, title, subtitle, counts, finding: input.finding ?? '', sources }),
    ),
  };
}

/** True while the sources of counted events are not known yet: that is not the same as having none. */
function isAwaited({ count, sources }: Pick<WordsInput, 'count' | 'sources'>): boolean {
  return sources.length === 0 && (count === null || count.total.events > 0);
}

/** Events that no map draws: regions (level 4) and zones (level 5) have a symbol there, whatever figure speaks of them. */
function unplaced({ count, notPlaced }: Pick<WordsInput, 'count' | 'notPlaced'>): number | null {
  if (notPlaced !== undefined || count === null) return notPlaced ?? 0;
  if (count.notPlaced === null || count.byPrecision === null) return null;
  return Math.max(0, count.notPlaced - (count.byPrecision[4] ?? 0) - (count.byPrecision[5] ?? 0));
}

function subtitleOf(input: WordsInput, where: string, when: string, { t }: I18n): string {
  const measure = t(`figures.measure.${input.measure}`);
  if (input.kind === 'lanes' && input.bin)
    return t('figures.subtitle.lanes', { measure, per: t(`figures.per.${input.bin}`), where, when });
  if (input.kind === 'map') return t('figures.subtitle.map', { measure, where, when });
  if (input.by) return t('figures.subtitle.rank', { measure, by: t(`figures.by.${input.by}`), where, when });
  return t('figures.subtitle.list', { measure, where, when });
}

/** "214 of 12,000 events; 31 not placed on the map; 42 without weight"; a timeline has no map to speak of. */
function countsLine(count: CountAnswer | null, measure: Measure, { t }: I18n, ofPlaces: boolean): string {
  if (count === null) return t('figures.words.events', { n: 0 });
  const parts = [t('figures.words.ofAll', { n: count.total.events, all: count.ofAll })];
  if (ofPlaces && count.notPlaced !== null) parts.push(t('figures.words.notPlaced', { n: count.notPlaced }));
  if (measure !== 'count') parts.push(t(`figures.words.without.${measure}`, { n: count.total.unreported }));
  if (count.tooVague > 0) parts.push(t('figures.words.tooVague', { n: count.tooVague }));
  if (count.undated > 0) parts.push(t('figures.words.undated', { n: count.undated }));
  return parts.join('; ');
}

/** Publishers of the sources, each once. */
export function sourcesLine(sources: readonly SourceInfo[], i18n: I18n): string {
  return publishersLine(
    sources.map((source) => source.publisher),
    i18n,
  );
}

/** Publishers, each once; beyond six the link has the rest. */
export function publishersLine(names: readonly string[], { t }: I18n): string {
  const publishers = [...new Set(names)];
  if (publishers.length === 0) return t('figures.words.noSources');
  const shown = publishers.slice(0, spelledSources).join('; ');
  const rest = publishers.length - spelledSources;
  return t('figures.words.sources', {
    n: publishers.length,
    names: rest > 0 ? t('figures.words.sourcesMore', { names: shown, n: rest }) : shown,
  });
}

/** Licences of the sources, each once, in the reader's language where the source brings it. */
export function licenceLine(sources: readonly SourceInfo[], { t, lang }: I18n): string {
  const licences = [...new Set(sources.map((source) => sourceWords(lang, source).licence))];
  if (licences.length === 0) return t('figures.words.noLicence');
  return t('figures.words.licence', { n: licences.length, names: licences.join('; ') });
}

/** "Data as of …" and "Generated …" for any figure. */
export function editionLines(
  edition: Edition,
  { t, format }: I18n,
): Pick<FigureWords, 'dataAsOf' | 'generated'> {
  const stamp = edition.now.toISOString();
  return {
    dataAsOf:
      edition.dataAsOf === ''
        ? t('figures.words.asOfAwaited')
        : t('figures.words.dataAsOf', {
            date: format.stamp(edition.dataAsOf),
            version: edition.dataVersion.split('.').at(-1) ?? edition.dataVersion,
          }),
    generated: t('figures.words.generated', {
      stamp: `${stamp.slice(0, 10)} ${stamp.slice(11, 16)}`,
      version: edition.version,
    }),
  };
}

/** At most 300 characters, cut at a word. */
export function shortened(text: string): string {
  const tidy = text.replaceAll(/\s+/g, ' ').replaceAll('..', '.').trim();
  if (tidy.length <= altLimit) return tidy;
  const cut = tidy.slice(0, altLimit - 1);
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}
