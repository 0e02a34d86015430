import { Link, useLocation } from 'wouter';
import type { View } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useBriefingCount } from '#state/briefing-count.ts';
import { paths, type Screen } from '#state/paths.ts';
import { useView } from '#state/use-view.ts';
import styles from './Header.module.css';
import { navigation } from './routes.tsx';

/** Where a header link leads: the same filters, on that screen. */
function hrefOf(screen: Screen, view: View): string {
  if (screen === 'sources') return paths.sources(undefined, view);
  if (screen === 'country') return paths.countries(view);
  if (screen === 'event' || screen === 'article' || screen === 'group' || screen === 'indicator')
    return paths.explore(view);
  if (screen === 'briefing') return paths.briefings(view);
  return paths[screen](view);
}

/** The header link under which a path lives: /country/PE belongs to Countries. */
export function currentScreen(path: string): Screen | undefined {
  if (path === '/') return 'explore';
  if (path.startsWith('/country')) return 'countries';
  return navigation.map((item) => item.screen).find((screen) => path.startsWith(`/${screen}`));
}

/** The links to the screens, as the header and the drawer list them. */
export function Links({ className, onFollow }: { className: string | undefined; onFollow?: () => void }) {
  const { t } = useI18n();
  const { view } = useView();
  const [path] = useLocation();
  const current = currentScreen(path);
  return (
    <div className={className}>
      {navigation.map(({ screen, label }) => (
        <Link
          key={screen}
          className={styles.link}
          href={hrefOf(screen, view)}
          aria-current={screen === current ? 'page' : undefined}
          onClick={onFollow}
        >
          {t(label)}
          {screen === 'briefings' ? <BriefingCount /> : null}
        </Link>
      ))}
    </div>
  );
}

/** How many items the open briefing has; nothing while it has none. */
function BriefingCount() {
  const { t, format } = useI18n();
  const items = useBriefingCount((state) => state.items);
  if (!items) return null;
  return (
    <>
      {' '}
      <span className={styles.count} aria-hidden="true">
        {format.number(items)}
      </span>
      <span className="visually-hidden">{t('shell.briefing.count', { n: items })}</span>
    </>
  );
}
