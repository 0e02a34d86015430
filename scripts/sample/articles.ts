import type { TopicKey } from '#core/article.ts';
import { topics } from '#core/article.ts';
import { type EventTime, parseIsoDay, parseVagueDate } from '#core/time.ts';
import type { ArticleDraft } from './draft.ts';
import { groupIds } from './groups-known.ts';
import { listOf, sharedRows } from './shared-data.ts';
import { translatedArticle } from './translations.ts';

export const articleFiles = [
  { file: 'articles/seed-page-articles.csv', source: 'articles-seed' },
  { file: 'articles/peru-related-articles.csv', source: 'articles-peru' },
  { file: 'articles/articles-latam-cited.csv', source: 'articles-latam' },
] as const;

const topicOf: Readonly<Record<string, readonly TopicKey[]>> = {
  'cost of crime': ['insecurity-cost'],
  insurgency: ['armed-groups', 'conflict'],
  casualties: ['conflict'],
  outlook: ['outlook'],
  region: [],
};

/** All cited articles: ten of the seed page, nine more on Peru, 190 on the region. */
export function articleDrafts(): readonly ArticleDraft[] {
  return [...seedArticles(), ...peruArticles(), ...latamArticles()].map((draft) => {
    const summaries = draft.summary === null ? null : translatedArticle(draft.id, draft.summary);
    return summaries ? { ...draft, summaries } : draft;
  });
}

/** Topic keys for the words of the lists; a word we have no key for is an error. */
export function topicKeys(words: readonly string[]): readonly TopicKey[] {
  const keys = words.flatMap((word) => {
    const mapped = topicOf[word];
    if (mapped) return mapped;
    const key = topics.find((topic) => topic === word.replaceAll(' ', '-'));
    if (!key) throw new Error(`No topic for "${word}"`);
    return [key];
  });
  return [...new Set(keys)];
}

const undated: EventTime = { from: null, to: null, precision: 'unknown' };

function dated(text: string): EventTime {
  return text === '' ? undated : (parseVagueDate(text) ?? undated);
}

/** The seed page is the Peru news page, so its regional stories belong to Peru too. */
const seedCountries: Readonly<Record<string, readonly string[]>> = {
  '6': ['PE', 'HN', 'MX'],
  '5': ['PE', 'VE'],
  '4': ['PE', 'BO'],
};
const seedGroups: Readonly<Record<string, readonly string[]>> = { '8': ['shining-path'] };
const seedSummaries: Readonly<Record<string, string>> = {
  '1': 'Contraband and pirated goods worth 379 million dollars were seized in 2014, 40 million more than the year before.',
  '2': 'An inquiry into deposits of the first lady was opened again; a judge suspended it on 9 June 2015.',
  '3': 'Of 5,000 hectares of coca that were to be replaced in the VRAEM in 2014, none was.',
  '4': 'Police shot down a plane bound for Bolivia and found 288 kg of cocaine and a clandestine strip.',
  '5': 'Counterfeiters in Peru print dollars that are in demand in Venezuela.',
  '6': 'A report of the Institute for Economics and Peace puts the direct cost of violence in Honduras at 19.2 per cent of GDP.',
  '7': 'The anti-drug agency announced a no-fly zone over the VRAEM.',
  '8': 'Counts of the dead in the conflict with the Shining Path.',
  '9': 'Ties corruption of officials to land trafficking in the region.',
};

function seedArticles(): readonly ArticleDraft[] {
  return sharedRows('articles/seed-page-articles.csv').map((row) => {
    const order = row('seed_order');
    const url = row('url');
    return {
      id: `seed-${order.padStart(2, '0')}`,
      headline: row('headline'),
      lang: 'en',
      outlet: 'InSight Crime',
      url: url === '' ? null : url,
      published: order === '7' ? seedSeven() : dated(row('published')),
      countries: seedCountries[order] ?? ['PE'],
      topics: topicKeys(listOf(row('topics'))),
      groups: seedGroups[order] ?? [],
      summary: seedSummaries[order] ?? null,
      source: 'articles-seed',
    };
  });
}

/** The page of the no-fly-zone story prints its day (articles/CITED.md). */
function seedSeven(): EventTime {
  const day = parseIsoDay('2015-02-05');
  return { from: day, to: day, precision: 'day' };
}

const peruTopics: readonly (readonly TopicKey[])[] = [
  ['counterfeiting'],
  ['elites-and-crime', 'money-laundering'],
  ['coca', 'policy'],
  ['contraband', 'seizures'],
  ['aerial-interdiction', 'policy'],
  ['aerial-interdiction', 'policy'],
  ['cocaine', 'seizures'],
  ['aerial-interdiction', 'cocaine'],
  ['armed-groups', 'conflict'],
];

function peruArticles(): readonly ArticleDraft[] {
  return sharedRows('articles/peru-related-articles.csv').map((row, index) => ({
    id: `per-${String(index + 1).padStart(2, '0')}`,
    headline: row('headline'),
    lang: row('lang'),
    outlet: row('publisher'),
    url: row('url'),
    published: dated(row('published')),
    countries: index === 0 ? ['PE', 'VE', 'US'] : ['PE'],
    topics: peruTopics[index] ?? [],
    groups: index === 8 ? ['shining-path'] : [],
    summary: null,
    source: 'articles-peru',
  }));
}

function latamArticles(): readonly ArticleDraft[] {
  return sharedRows('articles/articles-latam-cited.csv').map((row) => ({
    id: row('id'),
    headline: row('headline'),
    lang: row('language'),
    outlet: row('outlet'),
    url: row('url'),
    published: dated(row('published')),
    countries: listOf(row('countries_iso2')),
    topics: topicKeys(listOf(row('topics'))),
    groups: groupIds(listOf(row('groups'))),
    summary: row('our_summary'),
    source: 'articles-latam',
  }));
}
