import { Link } from 'wouter';
import { emptyFilter, withoutDimension } from '#core/filter.ts';
import { filterPhrases } from '#core/sentence.ts';
import { wordingOf } from '#figures/words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { paths } from '#state/paths.ts';
import { useNames } from '#state/use-names.ts';
import { useTitle } from '#state/use-title.ts';
import { useView } from '#state/use-view.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Page } from '#ui/Page.tsx';
import { EventFilters } from './EventFilters.tsx';
import { EventsList } from './EventsList.tsx';
import styles from './EventsPage.module.css';
import { useEvents, useOffset } from './use-events.ts';

export default function EventsPage() {
  const i18n = useI18n();
  const { t } = i18n;
  useTitle(t('shell.title.events'));
  const { view, changeFilter } = useView();
  const names = useNames();
  const { filter, sort } = view;
  const [offset, setOffset] = useOffset(filter, sort);
  const found = useEvents(filter, sort, offset);
  const phrases = filterPhrases(filter, wordingOf(i18n, names));
  return (
    <Page
      title={t('records.events.title')}
      lead={t('records.events.lead')}
      actions={
        <Link href={paths.explore(view)} className={buttonClass('primary')}>
          <Icon name="map" size={18} />
          {t('records.events.explore')}
        </Link>
      }
    >
      <EventFilters countries={found.countries} kinds={found.kinds} />
      {phrases.length > 0 ? (
        <div className={styles.chips}>
          <ul aria-label={t('records.events.active')} className={styles.chipList}>
            {phrases.map((phrase) => (
              <li key={phrase.dimension}>
                <Chip
                  text={phrase.text}
                  onRemove={() => changeFilter(withoutDimension(filter, phrase.dimension))}
                />
              </li>
            ))}
          </ul>
          <Button variant="link" onClick={() => changeFilter(emptyFilter)}>
            {t('records.clearAll')}
          </Button>
        </div>
      ) : null}
      <EventsList found={found} offset={offset} onOffset={setOffset} names={names} />
    </Page>
  );
}
