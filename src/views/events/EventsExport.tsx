import { placeWords, subjectWords } from '#core/sentence.ts';
import { isoOf } from '#core/time.ts';
import { sourcesShown } from '#drawings/counts.ts';
import { listDrawing } from '#drawings/list/make-list.ts';
import { shareLink, sourcesById, wordsBase } from '#drawings/words-base.ts';
import { ExportMenu } from '#export/ExportMenu.tsx';
import { said } from '#figures/notice.tsx';
import { wordingOf } from '#figures/words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { eventsFileAddress } from '#state/queries.ts';
import { useEdition } from '#state/use-edition.ts';
import type { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import type { useEvents } from './use-events.ts';

type Props = { found: ReturnType<typeof useEvents>; names: ReturnType<typeof useNames> };

/** Takes the list away: as a table in a picture, and as the rows of all its pages. */
export function EventsExport({ found, names }: Props) {
  const i18n = useI18n();
  const { view } = useView();
  const edition = useEdition();
  const { filter, sort } = view;
  const { count, sources, texts } = found;
  if (!count) return null;
  const context = { origin: location.origin, edition, i18n, names };
  const link = shareLink(context, 'events', '', view);
  const wording = wordingOf(i18n, names);
  const ids = sources ? sourcesShown(sources, filter) : [];
  const behind = sourcesById(names, ids);
  const counted = { count, sourcesShown: ids };
  const base = wordsBase({ filter, measure: 'count', counted, names, link, edition });
  return (
    <ExportMenu
      link={link}
      figure="list"
      variant="plain"
      subject={() => ({
        subject: `${placeWords(filter, wording)} ${subjectWords(filter, wording)}`,
        from: filter.from === null ? null : isoOf(filter.from),
        to: filter.to === null ? null : isoOf(filter.to),
        dataVersion: edition.dataVersion,
        toolVersion: edition.version,
        sources: behind,
        drawing: () =>
          said(
            listDrawing(
              {
                events: count.total.events === 0 ? [] : (texts.data ?? []),
                total: count.total.events,
                base,
              },
              context,
            ),
            texts.error !== null && texts.data === undefined,
            count.total.events,
            i18n,
          ),
        rows: {
          kind: 'events',
          n: count.total.events,
          address: (format) => eventsFileAddress(filter, sort, format),
        },
      })}
    />
  );
}
