import { type EventFilter, emptyFilter, withoutDimension } from '#core/filter.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useAsk } from '#state/engine-context.tsx';
import { changeFilter } from '#state/view-address.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';

/** Nothing matches: says what leaving out each filter would bring, with live counts. */
export function NoEvents({ filter }: { filter: EventFilter }) {
  const { t } = useI18n();
  const options = useAsk([{ kind: 'relax', filter }]).data?.answers[0].options ?? [];
  const useful = options.filter((option) => option.events > 0).slice(0, 4);
  return (
    <EmptyState
      title={t('records.events.none')}
      actions={
        <>
          {useful.map((option) => (
            <Button
              key={option.dimension}
              onClick={() => changeFilter(withoutDimension(filter, option.dimension))}
            >
              {t('records.events.without', {
                what: t(`records.dimension.${option.dimension}`),
                n: option.events,
              })}
            </Button>
          ))}
          <Button variant="primary" onClick={() => changeFilter(emptyFilter)}>
            {t('records.clearAll')}
          </Button>
        </>
      }
    >
      {t('records.events.noneText')}
    </EmptyState>
  );
}
