import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { type BriefingItem, briefingLimits, type ItemContent, removeItem } from '#core/briefing.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { addNearest, receiveAdds } from '#ui/briefing-adds.ts';
import { showToast } from '#ui/toast-store.ts';

/** Puts what "Add to briefing" names into the briefing, says where it went, and offers the way there and back. */
export function useBriefingAdds(): () => void {
  const { t, lang } = useI18n();
  const [, navigate] = useLocation();
  useEffect(() => {
    const add = async (content: ItemContent) => {
      const store = await import('#state/briefing-store.ts');
      await store.loadBriefings();
      const { kept, current } = store.useBriefings.getState();
      const open = kept.find(({ briefing }) => briefing.id === current);
      if (open && open.briefing.items.length >= briefingLimits.items)
        return showToast(t('shell.briefing.full', { n: briefingLimits.items }));
      const { briefing, item } = await store.addToBriefing(content, {
        lang,
        title: t('shell.briefing.untitled'),
      });
      const undo = (added: BriefingItem) =>
        void store.changeBriefing(briefing.id, (before) => removeItem(before, added.id));
      showToast(
        t('shell.briefing.added', { title: briefing.title || t('shell.briefing.untitled') }),
        { label: t('shell.briefing.open'), run: () => navigate(paths.briefing(briefing.id)) },
        { label: t('shell.briefing.undo'), run: () => undo(item) },
      );
    };
    return receiveAdds((content) => void add(content));
  }, [t, lang, navigate]);
  useEffect(() => {
    // The header's count can wait until nothing else is to be done.
    const timer = setTimeout(() => {
      void import('#state/briefing-store.ts').then(({ loadBriefings }) => loadBriefings());
    }, 2500);
    return () => clearTimeout(timer);
  }, []);
  return () => {
    if (!addNearest()) showToast(t('shell.briefing.nothing'));
  };
}
