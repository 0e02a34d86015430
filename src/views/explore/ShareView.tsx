import { placeWords, subjectWords } from '#core/sentence.ts';
import { ShareMenu } from '#export/ShareMenu.tsx';
import { wordingOf } from '#figures/words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useSharedView } from '#state/share.ts';
import type { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import type { Counts } from './use-explore.ts';
import { useEdition, useShareLink } from './use-words.ts';

/** Cite this view, fetch its rows by code, follow its filter. */
export function ShareView({ counts, names }: { counts: Counts; names: ReturnType<typeof useNames> }) {
  const { filter } = useView().view;
  const edition = useEdition();
  const link = useShareLink(edition);
  const wording = wordingOf(useI18n(), names);
  const subject = useSharedView({
    id: 'explore',
    title: `${subjectWords(filter, wording)}, ${placeWords(filter, wording)}`,
    link,
    edition,
    sources: counts.sourcesShown.flatMap((id) => names.sources.find((source) => source.id === id) ?? []),
  });
  return <ShareMenu link={link} subject={subject} />;
}
