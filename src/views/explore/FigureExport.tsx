import { useQueryClient } from '@tanstack/react-query';
import type { NamedEvent } from '#core/event-row.ts';
import { placeWords, subjectWords } from '#core/sentence.ts';
import { isoOf } from '#core/time.ts';
import { ExportMenu } from '#export/ExportMenu.tsx';
import type { RowsSource } from '#export/export-job.ts';
import type { Drawing } from '#figures/figure.ts';
import { said } from '#figures/notice.tsx';
import { wordingOf } from '#figures/words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { eventsFileAddress, eventsInPage } from '#state/queries.ts';
import type { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import type { ButtonVariant } from '#ui/Button.tsx';
import type { Counts } from './use-explore.ts';
import { useEdition, useShareLink } from './use-words.ts';

type Props = {
  counts: Counts;
  names: ReturnType<typeof useNames>;
  /** The figure as it is when the dialog opens. */
  drawing: () => Drawing;
  /** The figure could not be drawn: its file says so. */
  failed?: boolean;
  figure: 'map' | 'timeline' | 'list' | 'rank';
  id?: string;
  variant?: ButtonVariant;
};

/** The rows on screen, as the service streams them and as far as they are in the page. */
function useRows(counts: Counts, names: Props['names']): RowsSource | null {
  const { view } = useView();
  const client = useQueryClient();
  const { dataVersion } = useEdition();
  const n = counts.count?.total.events;
  if (n === undefined) return null;
  return {
    kind: 'events',
    n,
    address: (format) => eventsFileAddress(view.filter, view.sort, format),
    loaded: () => {
      const sources = new Map(names.sources.map((source) => [source.id, source]));
      return [...eventsInPage(client, dataVersion).values()].map(
        (event): NamedEvent => ({
          event,
          source: sources.get(event.source) ?? null,
          adm1: event.place.adm1 === null ? null : names.adm1(event.place.adm1),
        }),
      );
    },
  };
}

/** Export of a figure or of the list, always of exactly what is shown. */
export function FigureExport({ counts, names, drawing, figure, failed = false, id, variant }: Props) {
  const i18n = useI18n();
  const { view } = useView();
  const edition = useEdition();
  const link = useShareLink(edition);
  const rows = useRows(counts, names);
  const { filter } = view;
  const wording = wordingOf(i18n, names);
  return (
    <ExportMenu
      {...(id ? { id } : {})}
      {...(variant ? { variant } : {})}
      {...(counts.count ? { read: counts.count.ofAll } : {})}
      link={link}
      figure={figure}
      subject={() => ({
        subject: `${placeWords(filter, wording)} ${subjectWords(filter, wording)}`,
        from: filter.from === null ? null : isoOf(filter.from),
        to: filter.to === null ? null : isoOf(filter.to),
        dataVersion: edition.dataVersion,
        toolVersion: edition.version,
        sources: counts.sourcesShown.flatMap((id) => names.sources.find((source) => source.id === id) ?? []),
        drawing: () => said(drawing(), failed, counts.count?.total.events ?? null, i18n),
        rows,
      })}
    />
  );
}
