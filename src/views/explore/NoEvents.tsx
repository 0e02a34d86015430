import { emptyFilter, withoutDimension } from '#core/filter.ts';
import { filterPhrases } from '#core/sentence.ts';
import { wordingOf } from '#figures/words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useAsk } from '#state/engine-context.tsx';
import type { Names } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';

/** Nothing matches: which single filter to remove, and how many events each would bring back. */
export function NoEvents({ names }: { names: Names }) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { view, change } = useView();
  const { data } = useAsk([{ kind: 'relax', filter: view.filter }]);
  const phrases = new Map(
    filterPhrases(view.filter, wordingOf(i18n, names)).map(({ dimension, text }) => [dimension, text]),
  );
  const options = (data?.answers[0].options ?? [])
    .filter((option) => option.events > 0)
    .toSorted((a, b) => b.events - a.events);
  return (
    <EmptyState
      title={t('explore.none')}
      actions={
        <>
          {options.map(({ dimension, events }) => (
            <Button
              key={dimension}
              onClick={() =>
                change((now) => ({
                  ...now,
                  filter: withoutDimension(now.filter, dimension),
                  onlyMap: dimension === 'map' ? false : now.onlyMap,
                }))
              }
            >
              {t('explore.none.remove', {
                what: phrases.get(dimension) ?? dimension,
                more: `+${format.number(events)}`,
              })}
            </Button>
          ))}
          <Button
            variant="quiet"
            onClick={() => change((now) => ({ ...now, filter: emptyFilter, onlyMap: false }))}
          >
            {t('explore.clearAll')}
          </Button>
        </>
      }
    >
      {options.length > 0 ? t('explore.none.text') : t('explore.none.two')}
    </EmptyState>
  );
}
