import type { Article } from '#core/article.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { Citation } from '#core/provenance.ts';
import type { ArticleDraft, EventDraft } from './draft.ts';

/**
 * Which article reports which event. Two rules, nothing else:
 * 1. A citation of the event has the article's address (scheme, "www.", trailing slash and query left out).
 * 2. A pair in `reported`: same country, published within 20 days after the event (or in its month, where one of the two has
 *    no day), and the headline with our summary names the same kind of event at the same place or with the same group and
 *    figure. Each pair was checked by reading both records and is listed here so that it can be argued with.
 */
const reported: readonly (readonly [article: string, event: string])[] = [
  ['lac-0009', 'pe-004'],
  ['lac-0010', 'pe-004'],
  ['lac-0012', 'pe-005'],
  ['lac-0013', 'pe-005'],
  ['lac-0014', 'pe-005'],
  ['lac-0015', 'pe-005'],
  ['lac-0016', 'pe-005'],
  ['lac-0041', 'ai-bo-005'],
  ['lac-0062', 'pe-007'],
  ['lac-0063', 'pe-007'],
  ['lac-0071', 'pe-010'],
  ['lac-0076', 'pe-013'],
  ['per-06', 'pe-013'],
  ['lac-0091', 'so-br-001'],
  ['lac-0116', 'so-co-008'],
  ['lac-0142', 'so-pe-076'],
  ['lac-0145', 'so-ar-006'],
];

/** The form in which two addresses are compared. */
export function plainAddress(url: string): string {
  return url
    .replace(/^https?:\/\/(www\.)?/iu, '')
    .replace(/[?#].*$/u, '')
    .replace(/\/+$/u, '')
    .toLowerCase();
}

interface Linked {
  readonly events: readonly Omit<CrimeEvent, 'n'>[];
  readonly articles: readonly Article[];
}

/** Links events and articles both ways and marks the citations that are an article of ours. */
export function linkArticles(events: readonly EventDraft[], articles: readonly ArticleDraft[]): Linked {
  const byAddress = new Map<string, string>();
  for (const article of articles)
    if (article.url !== null) byAddress.set(plainAddress(article.url), article.id);
  const byEvent = new Map<string, string[]>();
  for (const [article, event] of reported) byEvent.set(event, [...(byEvent.get(event) ?? []), article]);
  const eventsOf = new Map<string, Set<string>>();
  const linked = events.map((event) => {
    const citations = event.citations.map(
      (cited): Citation => ({ ...cited, articleId: articleFor(cited, byAddress) }),
    );
    const ids = new Set([
      ...citations.flatMap((cited) => cited.articleId ?? []),
      ...(byEvent.get(event.id) ?? []),
    ]);
    for (const id of ids) eventsOf.set(id, (eventsOf.get(id) ?? new Set()).add(event.id));
    return { ...event, citations, articles: [...ids].sort() };
  });
  return {
    events: linked,
    articles: articles.map((article) => ({
      ...article,
      events: [...(eventsOf.get(article.id) ?? [])].sort(),
    })),
  };
}

function articleFor(cited: Citation, byAddress: ReadonlyMap<string, string>): string | null {
  return cited.url === null ? null : (byAddress.get(plainAddress(cited.url)) ?? null);
}
