import { type RefObject, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { emptyFilter } from '#core/filter.ts';
import { parseVagueDate } from '#core/time.ts';
import { defaultView, type View } from '#core/view.ts';
import type { Format } from '#i18n/format.ts';
import { type I18n, useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { gazetteerOptions, type SearchRow, searchOptions } from '#state/queries.ts';
import { useQuery } from '#state/use-query.ts';
import { useView } from '#state/use-view.ts';
import { Combobox, type ComboOption } from '#ui/Combobox.tsx';

type Target = ComboOption & { readonly href: string };
type Adm1 = { readonly id: string; readonly country: string; readonly name: string };

const PLACE_ZOOM = 9;
const SECTION = {
  country: 'countries',
  place: 'places',
  group: 'groups',
  event: 'events',
  article: 'articles',
  indicator: 'indicators',
} as const;

const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');

/** Explore, narrowed to what was found; everything else of the view starts anew. */
const exploring = (view: View, part: Partial<View['filter']>, more: Partial<View> = {}): string =>
  paths.explore({ ...defaultView, lang: view.lang, ...more, filter: { ...emptyFilter, ...part } });

/** Nothing of the view but its language. */
const bare = (view: View): View => ({ ...defaultView, lang: view.lang });

function hrefOf(row: SearchRow, view: View): string | null {
  switch (row.kind) {
    case 'country':
      return paths.country(row.id, bare(view));
    case 'group':
      return exploring(view, { groups: [row.id] });
    case 'event':
      return paths.event(row.id, bare(view));
    case 'article':
      return paths.article(row.id, bare(view));
    case 'place':
      if (row.lat === null || row.lon === null) return null;
      return exploring(view, row.country ? { countries: [row.country] } : {}, {
        map: { lat: row.lat, lon: row.lon, zoom: PLACE_ZOOM },
        mapMode: 'events',
      });
    case 'indicator':
      return paths.indicator(row.id, bare(view));
  }
}

/** "2022-08-11/2022-08-17" or "2015-02" in the reader's words. */
function whenWords(when: string, format: Format): string {
  const [first = '', last = first] = when.split('/');
  const from = parseVagueDate(first);
  const to = parseVagueDate(last);
  if (from?.from == null || to?.to == null) return when;
  return format.time(
    { from: from.from, to: to.to, precision: when.includes('/') ? 'day' : from.precision },
    when,
  );
}

function apiTargets(rows: readonly SearchRow[], view: View, { t, format }: I18n): Target[] {
  return rows.flatMap((row) => {
    const href = hrefOf(row, view);
    if (href === null) return [];
    const country = row.country ? format.country(row.country) : '';
    return {
      id: `${row.kind}:${row.id}`,
      label: row.kind === 'country' ? format.country(row.id) : row.title,
      detail: row.when ? whenWords(row.when, format) : row.kind === 'country' ? '' : country,
      ...(row.lang ? { lang: row.lang } : {}),
      section: t(`shell.search.${SECTION[row.kind]}`),
      href,
    };
  });
}

/** Provinces from our own gazetteer, so that places can be found without the service. */
function localTargets(adm1: readonly Adm1[], text: string, view: View, { t, format }: I18n): Target[] {
  const wanted = fold(text.trim());
  if (wanted.length < 2) return [];
  const countries = [...new Set(adm1.map((unit) => unit.country))]
    .filter((iso2) => fold(format.country(iso2)).startsWith(wanted))
    .map((iso2) => ({
      id: `country:${iso2}`,
      label: format.country(iso2),
      section: t('shell.search.countries'),
      href: paths.country(iso2, bare(view)),
    }));
  const provinces = adm1
    .filter((unit) => fold(unit.name).startsWith(wanted))
    .slice(0, 5)
    .map((unit) => ({
      id: `adm1:${unit.id}`,
      label: unit.name,
      detail: format.country(unit.country),
      section: t('shell.search.places'),
      href: exploring(view, { countries: [unit.country], adm1: [unit.id] }),
    }));
  return [...countries, ...provinces];
}

/** Same section together, first come first served; the same thing found twice is shown once. */
function merged(targets: readonly Target[]): Target[] {
  const bySection = new Map<string, Map<string, Target>>();
  for (const target of targets) {
    const section = bySection.get(target.section ?? '') ?? new Map<string, Target>();
    if (!section.has(target.id)) section.set(target.id, target);
    bySection.set(target.section ?? '', section);
  }
  return [...bySection.values()].flatMap((section) => [...section.values()]);
}

function useDebounced(text: string, ms: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return settled;
}

export type SearchBoxProps = {
  inputRef?: RefObject<HTMLInputElement | null>;
  autoFocus?: boolean;
  onPicked?: () => void;
};

/** One box for places, countries, groups, events and headlines. */
export default function SearchBox({ inputRef, autoFocus = false, onPicked }: SearchBoxProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const { view } = useView();
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const settled = useDebounced(text, 150);
  const gazetteer = useQuery({ ...gazetteerOptions(), enabled: settled.trim().length >= 2 });
  const found = useQuery(searchOptions(settled.trim(), i18n.lang));
  const targets = useMemo(() => {
    const typed = text.trim();
    if (typed.length < 2) return [];
    const all = merged([
      ...localTargets(gazetteer.data ?? [], settled, view, i18n),
      ...apiTargets(found.data?.rows ?? [], view, i18n),
    ]);
    const mention: Target = {
      id: 'text',
      label: t('shell.search.text', { text: typed }),
      section: t('shell.title.explore'),
      href: exploring(view, { text: typed }),
    };
    return [...all, mention];
  }, [text, settled, gazetteer.data, found.data, view, i18n, t]);
  return (
    <Combobox
      label={t('shell.search.label')}
      text={text}
      onText={setText}
      options={targets}
      {...(found.isError ? { note: t('shell.search.failed') } : {})}
      search
      {...(autoFocus ? { autoFocus } : { hint: '/', wide: true })}
      {...(inputRef ? { inputRef } : {})}
      onPick={(id) => {
        const target = targets.find((candidate) => candidate.id === id);
        if (!target) return;
        setText('');
        navigate(target.href);
        onPicked?.();
      }}
    />
  );
}
