import { type EventFilter, writeFilter } from '#core/filter.ts';
import { type FamilyKey, families, type KindKey } from '#core/taxonomy.ts';
import type { Lang } from '#core/view.ts';
import { kindTitles } from '#ingest/search-glossary.ts';
import { countryName } from './feed.ts';

const familyTitles: Readonly<Record<FamilyKey, Readonly<Record<Lang, string>>>> = {
  seizure: { en: 'Seizures', es: 'Incautaciones', pt: 'Apreensões' },
  air: { en: 'Air', es: 'Aire', pt: 'Ar' },
  clash: { en: 'Clashes', es: 'Enfrentamientos', pt: 'Confrontos' },
  arrest: { en: 'Arrests', es: 'Detenciones', pt: 'Prisões' },
  eradication: { en: 'Eradication', es: 'Erradicación', pt: 'Erradicação' },
  killing: { en: 'Killings', es: 'Homicidios', pt: 'Homicídios' },
  trafficking: { en: 'Trafficking', es: 'Tráfico', pt: 'Tráfico' },
  policy: { en: 'Policy', es: 'Políticas', pt: 'Políticas' },
};

const words = {
  all: { en: 'all events', es: 'todos los eventos', pt: 'todos os eventos' },
  rights: {
    en: 'Each entry names its dataset, publisher and licence; cite the original publisher first.',
    es: 'Cada entrada nombra su conjunto de datos, quien lo publica y su licencia; cite primero a quien publicó.',
    pt: 'Cada item nomeia seu conjunto de dados, quem o publica e sua licença; cite primeiro quem publicou.',
  },
} as const;

export const feedRights = (lang: Lang): string => words.rights[lang];

/** "Atalaya: Seizures; Peru; 2014-01-01 – 2015-12-31": what the filter lets through, parts without a name as the address has them. */
export function feedTitle(filter: EventFilter, lang: Lang): string {
  const { c: _c, type: _type, from: _from, to: _to, q: _q, ...rest } = writeFilter(filter);
  const parts = [
    filter.types.map((type) => typeTitle(type, lang)).join(', '),
    filter.countries.map((iso2) => countryName(iso2, lang)).join(', '),
    filter.from === null && filter.to === null ? '' : `${_from ?? ''} – ${_to ?? ''}`.trim(),
    filter.text === '' ? '' : `“${filter.text}”`,
    ...Object.entries(rest).map(([key, value]) => `${key}=${value}`),
  ].filter((part) => part !== '');
  return `Atalaya: ${parts.length === 0 ? words.all[lang] : parts.join('; ')}`;
}

function typeTitle(type: string, lang: Lang): string {
  const family = families.find(({ key }) => key === type)?.key;
  if (family) return familyTitles[family][lang];
  return kindTitles[(type.split('.').at(-1) ?? type) as KindKey]?.[lang] ?? type;
}
