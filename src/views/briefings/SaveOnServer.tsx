import { useState } from 'react';
import { Link } from 'wouter';
import type { Briefing } from '#core/briefing.ts';
import { useBriefingT } from '#i18n/briefing-words.ts';
import { useT } from '#i18n/i18n.tsx';
import { saveOnServer, useBriefingServer } from '#state/briefing-server.ts';
import { keptBriefing } from '#state/briefing-store.ts';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { useQuery } from '#state/use-query.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { showToast } from '#ui/toast-store.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import { whyOf } from './why.ts';

/** Keeps a briefing on the server, where it takes briefings; asks what to do when somebody else was faster. */
export function SaveOnServer({ id }: { id: string }) {
  const say = useBriefingT();
  const t = useT();
  const meta = useQuery(apiOptions('meta')).data;
  const token = useBriefingServer((state) => state.token);
  const [theirs, setTheirs] = useState<{ readonly state: Briefing | null } | null>(null);
  if (!meta?.writable) return null;
  if (token === null)
    return (
      <Link className={buttonClass('quiet')} href={`${paths.briefings()}#server`}>
        {say('briefing.server.save')}
      </Link>
    );
  const save = async () => {
    try {
      const outcome = await saveOnServer(id);
      if (outcome.kind === 'conflict') setTheirs({ state: outcome.theirs });
      else showToast(say('briefing.server.saved'));
    } catch (error) {
      showToast(say('briefing.server.failed', { why: whyOf(error, say, t) }));
    }
  };
  const mine = keptBriefing(id)?.briefing;
  return (
    <>
      <Button onClick={() => void save()}>{say('briefing.server.save')}</Button>
      {theirs && mine ? (
        <ConflictDialog
          mine={mine}
          theirs={theirs.state}
          onClose={() => setTheirs(null)}
          onAgain={() => void save()}
        />
      ) : null}
    </>
  );
}
