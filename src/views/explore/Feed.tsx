import { type ComponentProps, type KeyboardEvent, Suspense, useEffect, useRef } from 'react';
import type { EventSort } from '#core/query.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { apiOptions } from '#state/queries.ts';
import type { Names, useNames } from '#state/use-names.ts';
import { useQuery } from '#state/use-query.ts';
import { useView } from '#state/use-view.ts';
import { IconButton } from '#ui/Button.tsx';
import { lazyPage } from '#ui/lazy-page.ts';
import { Select } from '#ui/Select.tsx';
import { panelProps, Tabs } from '#ui/Tabs.tsx';
import { WithheldNote } from '#ui/Withheld.tsx';
import { ArticleList } from './ArticleList.tsx';
import { EventCard } from './EventCard.tsx';
import { EventList } from './EventList.tsx';
import styles from './Feed.module.css';
import type Ranking from './RankPane.tsx';
import { around } from './surrounding.tsx';
import { useArticleCount } from './use-articles.ts';
import { matching, useCounts } from './use-explore.ts';

const RankPane = lazyPage<ComponentProps<typeof Ranking>>(() => import('./RankPane.tsx'));

const SORTS = ['newest', 'oldest', 'kg', 'usd', 'people'] as const satisfies readonly EventSort[];

/** Moves the focus among the articles of a feed; false when there is nowhere to go. */
function focusCard(feed: HTMLElement | null, step: 1 | -1): boolean {
  const cards = [...(feed?.querySelectorAll<HTMLElement>('article[aria-posinset]') ?? [])];
  const at = cards.findIndex((card) => card.contains(document.activeElement));
  const next = cards[at === -1 ? (step === 1 ? 0 : cards.length - 1) : at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

type Props = { names: ReturnType<typeof useNames> };

/** Events and articles under the same filters, to be read by eye, by j and k, or by a screen reader's feed keys. */
export const Feed = around('list', Lists);

function Lists({ names }: Props) {
  const counts = useCounts();
  const { t, format } = useI18n();
  const { view, change } = useView();
  const feed = useRef<HTMLDivElement>(null);
  const articles = useArticleCount();
  useEffect(() => {
    const onStep = (event: Event) => {
      focusCard(feed.current, event instanceof CustomEvent && event.detail === -1 ? -1 : 1);
    };
    document.addEventListener('atalaya:feed-step', onStep);
    return () => document.removeEventListener('atalaya:feed-step', onStep);
  }, []);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'PageDown' && focusCard(feed.current, 1)) event.preventDefault();
    else if (event.key === 'PageUp' && focusCard(feed.current, -1)) event.preventDefault();
    else if (event.key === 'End' && event.ctrlKey) {
      event.preventDefault();
      document.getElementById('take-away')?.focus();
    } else if (
      event.key === 'Enter' &&
      event.target instanceof HTMLElement &&
      event.target.tagName === 'ARTICLE'
    ) {
      event.target.querySelector<HTMLAnchorElement>('h3 a')?.click();
    }
  };
  const events = matching(counts);
  return (
    <section id="feed" tabIndex={-1} className={styles.feed} aria-label={t('explore.feed')}>
      <h2 className="visually-hidden">{t('explore.feed')}</h2>
      <div className={styles.head}>
        <Tabs
          id="list"
          label={t('explore.feed')}
          value={view.list}
          onChange={(list) => change({ list }, 'quiet')}
          tabs={[
            {
              value: 'events',
              label: t('explore.tab.events'),
              ...(events === null ? {} : { count: format.number(events) }),
            },
            {
              value: 'articles',
              label: t('explore.tab.articles'),
              ...(articles === null ? {} : { count: format.number(articles) }),
            },
            { value: 'rank', label: t('explore.tab.rank') },
          ]}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the role is among the panel's props */}
      <div {...panelProps('list', view.list)} ref={feed} className={styles.scroll} onKeyDown={keys}>
        {view.list === 'events' ? (
          <div className={styles.sort}>
            <Select
              quiet
              label={t('explore.sort')}
              value={SORTS.find((sort) => sort === view.sort) ?? 'newest'}
              options={SORTS.map((value) => ({ value, label: t(`explore.sort.${value}`) }))}
              onChange={(sort) => change({ sort }, 'quiet')}
            />
          </div>
        ) : null}
        {view.list === 'events' ? <WithheldNote sources={names.sources} filter={view.filter} /> : null}
        {view.selected ? <Pinned id={view.selected} names={names} /> : null}
        {view.list === 'events' ? (
          <EventList names={names} />
        ) : view.list === 'articles' ? (
          <ArticleList />
        ) : (
          <Suspense fallback={null}>
            <RankPane counts={counts} names={names} />
          </Suspense>
        )}
      </div>
    </section>
  );
}

/** The event a link or a mark points at, above the list wherever it stands in it. */
function Pinned({ id, names }: { id: string; names: Names }) {
  const { t } = useI18n();
  const { view, change } = useView();
  const event = useQuery(apiOptions('event', { id })).data;
  if (!event) return null;
  return (
    <div className={styles.pinned}>
      <div className={styles.pinnedHead}>
        {t('explore.selected')}
        <IconButton icon="close" label={t('ui.close')} onClick={() => change({ selected: null }, 'quiet')} />
      </div>
      <EventCard event={event} names={names} view={view} />
    </div>
  );
}
