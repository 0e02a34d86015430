import { useI18n } from '#i18n/i18n.tsx';
import { arrivedShare, useEngineStatus } from './engine-context.tsx';

/** Who counted what a page shows of events, and how finely, where that is not the browser from single events; else null. */
export function useDataWords(): { readonly by: 'server' | 'month'; readonly text: string } | null {
  const { t, format } = useI18n();
  const status = useEngineStatus();
  if (status.state === 'ready' && status.ranOn === 'server')
    return { by: 'server', text: t('shell.byServer', { n: status.rows }) };
  if (status.state !== 'loading' || !status.overview || status.damage) return null;
  return {
    by: 'month',
    text: t(status.held ? 'shell.byMonthHeld' : 'shell.byMonth', {
      share: format.percent(arrivedShare(status)),
    }),
  };
}
