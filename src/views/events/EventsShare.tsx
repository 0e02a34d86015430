import { placeWords, subjectWords } from '#core/sentence.ts';
import { ShareMenu } from '#export/ShareMenu.tsx';
import { wordingOf } from '#figures/words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { useSharedView } from '#state/share.ts';
import { useEdition } from '#state/use-edition.ts';
import type { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import type { useEvents } from './use-events.ts';

type Props = { found: ReturnType<typeof useEvents>; names: ReturnType<typeof useNames> };

/** Cite the list, fetch its rows by code, follow its filter. */
export function EventsShare({ found, names }: Props) {
  const i18n = useI18n();
  const { view } = useView();
  const edition = useEdition();
  const wording = wordingOf(i18n, names);
  const asof = edition.dataVersion === '' ? null : edition.dataVersion;
  const link = location.origin + paths.events({ ...view, lang: i18n.lang, asof });
  const shown = new Set((found.sources?.values ?? []).map(({ key }) => key));
  const subject = useSharedView({
    id: 'events',
    title: `${subjectWords(view.filter, wording)}, ${placeWords(view.filter, wording)}`,
    link,
    edition,
    sources: names.sources.filter((source) => shown.has(source.id)),
  });
  return <ShareMenu link={link} subject={subject} />;
}
