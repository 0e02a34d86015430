import { useT } from '#i18n/i18n.tsx';
import { transferOf, useEngineValue } from './engine-context.tsx';

/** What stands for something that waits for single events which the reader has stopped; null while they are on their way or here. */
export function useHeldWords(): string | null {
  const t = useT();
  return useEngineValue(transferOf) === 'held' ? t('shell.heldNeeds') : null;
}
