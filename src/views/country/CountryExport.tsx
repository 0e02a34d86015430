import type { EventFilter } from '#core/filter.ts';
import { subjectWords } from '#core/sentence.ts';
import { isoOf } from '#core/time.ts';
import { ExportMenu } from '#export/ExportMenu.tsx';
import type { Drawing } from '#figures/figure.ts';
import { said } from '#figures/notice.tsx';
import { wordingOf } from '#figures/words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { eventsFileAddress } from '#state/queries.ts';
import { useEdition } from '#state/use-edition.ts';
import type { useNames } from '#state/use-names.ts';
import type { Scope } from './use-scope.ts';

type Props = {
  filter: EventFilter;
  scope: Scope;
  names: ReturnType<typeof useNames>;
  place: string;
  link: string;
  figure: 'map' | 'timeline';
  drawing: () => Drawing;
  /** The figure could not be drawn: its file says so. */
  failed?: boolean;
};

/** Takes a figure of this page away: its picture, and the rows it counts. */
export function CountryExport({ filter, scope, names, place, link, figure, drawing, failed = false }: Props) {
  const i18n = useI18n();
  const edition = useEdition();
  const n = scope.count?.total.events;
  return (
    <ExportMenu
      link={link}
      figure={figure}
      subject={() => ({
        subject: `${place} ${subjectWords(filter, wordingOf(i18n, names))}`,
        from: filter.from === null ? null : isoOf(filter.from),
        to: filter.to === null ? null : isoOf(filter.to),
        dataVersion: edition.dataVersion,
        toolVersion: edition.version,
        sources: (scope.sources?.values ?? []).flatMap(
          ({ key }) => names.sources.find((source) => source.id === key) ?? [],
        ),
        drawing: () => said(drawing(), failed, n ?? null, i18n),
        rows:
          n === undefined
            ? null
            : { kind: 'events', n, address: (format) => eventsFileAddress(filter, 'newest', format) },
      })}
    />
  );
}
