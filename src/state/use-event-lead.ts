import { useQueryClient } from '@tanstack/react-query';
import { useEngine } from './engine-context.tsx';
import { paths } from './paths.ts';
import { eventRowsOptions } from './queries.ts';

/** What leads from an event's number, all that a mark knows, to its page. */
export function useEventLead(open: (address: string) => void): (n: number) => void {
  const client = useQueryClient();
  const engine = useEngine();
  return (n) => {
    const status = engine.status();
    if (status.state !== 'ready') return;
    void client.fetchQuery(eventRowsOptions([n], status.dataVersion)).then(([event]) => {
      if (event) open(paths.event(event.id));
    });
  };
}
