import type { Article } from '#core/article.ts';
import type { CrimeEvent } from '#core/event.ts';
import { familyOf } from '#core/taxonomy.ts';
import { defaultView } from '#core/view.ts';
import type { DrawnContent } from '#export/briefing/drawn-briefing.ts';
import type { FigureTable, FigureWords } from '#figures/figure.ts';
import { editionLines, licenceLine, publishersLine, shortened, sourcesLine } from '#figures/words.ts';
import { eventHeadline, placeWithin, quantityText } from '#i18n/event-words.ts';
import { kindLabel, placePrecisionLabel, substanceLabel, typeLabel } from '#i18n/labels.ts';
import { chooseText } from '#i18n/localised.ts';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { type ItemContext, live } from './draw-item.ts';

type Fact = readonly [label: string, value: string];

function factsTable(caption: string, facts: readonly Fact[], { say }: ItemContext): FigureTable {
  return {
    caption,
    columns: [
      { key: 'fact', label: say('briefing.column.fact'), numeric: false },
      { key: 'value', label: say('briefing.column.value'), numeric: false },
    ],
    rows: facts.filter(([, value]) => value !== ''),
  };
}

interface RecordWords {
  readonly title: string;
  readonly subtitle: string;
  readonly period: string;
  readonly publishers: readonly string[];
  readonly source: string;
  readonly path: string;
  readonly caveat: string;
}

/** Notes of records end as they were typed. */
const sentence = (text: string): string => (text === '' || /[.!?…]["»”)]?$/.test(text) ? text : `${text}.`);

function recordWords(record: RecordWords, context: ItemContext): FigureWords {
  const { i18n, names, edition, say, origin } = context;
  const datasets = names.sources.filter(({ id }) => id === record.source);
  const sources =
    record.publishers.length > 0 ? publishersLine(record.publishers, i18n) : sourcesLine(datasets, i18n);
  return {
    title: record.title,
    subtitle: record.subtitle,
    filters: '',
    period: record.period,
    caveat: [sentence(record.caveat), say('briefing.recordCaveat')].filter(Boolean).join(' '),
    counts: say('briefing.oneRecord'),
    sources,
    licence: licenceLine(datasets, i18n),
    ...editionLines(edition, i18n),
    link: origin + record.path,
    alt: shortened([record.title, record.subtitle, sources].filter(Boolean).join('. ')),
  };
}

const pinnedView = ({ i18n, edition }: ItemContext) => ({
  ...defaultView,
  lang: i18n.lang,
  asof: edition.dataVersion,
});

/** An event as what its sources say of it, no finer than it is known. */
export async function eventContent(id: string, context: ItemContext): Promise<DrawnContent> {
  const event = (await context.client.fetchQuery(apiOptions('event', { id }))) as CrimeEvent;
  const { i18n, names, say } = context;
  const { t, format, lang } = i18n;
  const { text: title } = eventHeadline(event, i18n, names.adm1);
  const when = format.time(event.time, t('domain.date.unknown'));
  const place = placeWithin(event.place, i18n, names.adm1);
  const publishers = [...new Set(event.citations.map(({ publisher }) => publisher))];
  const facts: Fact[] = [
    [
      t('records.fact.kind'),
      `${kindLabel(t, event.kind)} (${typeLabel(t, familyOf(event.kind)).toLowerCase()})`,
    ],
    [t('records.fact.date'), when],
    [t('records.fact.place'), place || t('records.fact.placeUnknown')],
    [say('briefing.fact.precision'), placePrecisionLabel(t, event.place.precision)],
    [
      t('records.fact.quantities'),
      format.list(event.quantities.flatMap((quantity) => quantityText(quantity, i18n) ?? [])),
    ],
    [t('records.fact.substances'), format.list(event.substances.map((key) => substanceLabel(t, key)))],
    [t('records.fact.groups'), format.list(event.groups.map((group) => names.group(group) ?? group))],
    [say('briefing.column.source'), format.list(publishers)],
  ];
  const note = event.note === null ? '' : chooseText(lang, event.note, event.notes).text;
  const disputes = event.disputes.map(({ text, texts }) => chooseText(lang, text, texts).text);
  const words = recordWords(
    {
      title,
      subtitle: [kindLabel(t, event.kind), when, place].filter(Boolean).join(' · '),
      period: when,
      publishers,
      source: event.source,
      path: paths.event(id, pinnedView(context)),
      caveat: [note, ...disputes].map(sentence).filter(Boolean).join(' '),
    },
    context,
  );
  return { ...live(context), words, table: factsTable(title, facts, context) };
}

/** An article as its citation and our line on it; the headline stays as published. */
export async function articleContent(id: string, context: ItemContext): Promise<DrawnContent> {
  const article = (await context.client.fetchQuery(apiOptions('article', { id }))) as Article;
  const { i18n, say } = context;
  const { t, format, lang } = i18n;
  const when = format.time(article.published, t('domain.date.unknown'));
  const summary = article.summary === null ? '' : chooseText(lang, article.summary, article.summaries).text;
  const facts: Fact[] = [
    [say('briefing.fact.headline'), article.headline],
    [say('briefing.fact.outlet'), article.outlet],
    [t('records.article.published'), when],
    [say('briefing.fact.summary'), summary],
    [say('briefing.notes.original'), article.url ?? ''],
  ];
  const words = recordWords(
    {
      title: article.headline,
      subtitle: [article.outlet, when].filter(Boolean).join(' · '),
      period: when,
      publishers: [article.outlet],
      source: article.source,
      path: paths.article(id, pinnedView(context)),
      caveat: '',
    },
    context,
  );
  return {
    ...live(context),
    words,
    table: factsTable(article.headline, facts, context),
    original: article.url,
  };
}
