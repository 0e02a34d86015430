import { useEffect } from 'react';
import { useT } from '#i18n/i18n.tsx';

/** Names the page in the tab and in the history; null while the name is still on its way. */
export function useTitle(page: string | null): void {
  const t = useT();
  useEffect(() => {
    if (page !== null) document.title = t('shell.title', { page });
  }, [page, t]);
}
