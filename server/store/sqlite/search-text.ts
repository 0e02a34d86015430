import type { Article } from '#core/article.ts';
import type { Country } from '#core/country.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { Group } from '#core/group.ts';
import { type Glossary, kindWords, substanceWords } from '#ingest/search-glossary.ts';
import { termsOf } from '#ingest/search-words.ts';

/** Names that stand behind the ids in a record. */
export interface Names {
  readonly areas: ReadonlyMap<string, string>;
  readonly countries: ReadonlyMap<string, Country>;
  readonly groups: ReadonlyMap<string, Group>;
}

/** Makes the words that records are found by. Names repeat over thousands of rows, so their terms are remembered. */
export class SearchText {
  readonly #names: Names;
  readonly #remembered = new Map<string, string>();

  constructor(names: Names) {
    this.#names = names;
  }

  ofEvent(event: CrimeEvent): string {
    const { place } = event;
    return [
      termsOf([event.summary, event.note, event.label?.en].filter(Boolean).join(' '), 'en').join(' '),
      this.#ours(event, 'es'),
      this.#ours(event, 'pt'),
      this.#glossary(`kind ${event.kind}`, kindWords[event.kind]),
      ...event.substances.map((key) => this.#glossary(`substance ${key}`, substanceWords[key])),
      this.#country(place.country),
      this.#name(this.#names.areas.get(place.adm1 ?? '')),
      this.#name(place.adm2),
      this.#name(place.name),
      this.#name(place.zone),
      ...event.actors.map((actor) => this.#name(actor)),
      ...event.groups.map((id) => this.#group(id)),
    ].join(' ');
  }

  ofArticle(article: Article): { readonly headline: string; readonly rest: string } {
    return {
      headline: termsOf(article.headline, article.lang).join(' '),
      rest: [
        termsOf(article.summary ?? '', 'en').join(' '),
        termsOf(article.summaries?.es ?? '', 'es').join(' '),
        termsOf(article.summaries?.pt ?? '', 'pt').join(' '),
        this.#name(article.outlet),
        this.#name(article.topics.join(' ')),
        ...article.countries.map((iso2) => this.#country(iso2)),
        ...article.groups.map((id) => this.#group(id)),
      ].join(' '),
    };
  }

  ofGroup(group: Group): string {
    return termsOf([group.name, ...group.aliases].join(' '), null).join(' ');
  }

  /** What we wrote of an event in a language; notes repeat over thousands of rows. */
  #ours(event: CrimeEvent, lang: 'es' | 'pt'): string {
    const own = [event.summaries?.[lang], event.label?.[lang]].filter(Boolean).join(' ');
    const note = event.notes?.[lang];
    const words = note ? this.#remember(`note ${lang} ${note}`, () => termsOf(note, lang)) : '';
    return `${termsOf(own, lang).join(' ')} ${words}`;
  }

  #name(text: string | null | undefined): string {
    if (!text) return '';
    return this.#remember(text, () => termsOf(text, null));
  }

  #country(iso2: string | null): string {
    const country = this.#names.countries.get(iso2 ?? '');
    return country ? this.#glossary(`country ${country.iso2}`, country.names) : '';
  }

  #group(id: string): string {
    const group = this.#names.groups.get(id);
    return this.#name(group ? [group.name, ...group.aliases].join(' ') : id);
  }

  #glossary(key: string, words: Glossary): string {
    return this.#remember(key, () => [
      ...termsOf(words.en, 'en'),
      ...termsOf(words.es, 'es'),
      ...termsOf(words.pt, 'pt'),
    ]);
  }

  #remember(key: string, make: () => string[]): string {
    const known = this.#remembered.get(key);
    if (known !== undefined) return known;
    const terms = make().join(' ');
    this.#remembered.set(key, terms);
    return terms;
  }
}
