import { useLocation } from 'wouter';
import type { Briefing, BriefingItem } from '#core/briefing.ts';
import { type BriefingT, useBriefingT } from '#i18n/briefing-words.ts';
import { useT } from '#i18n/i18n.tsx';
import { takeFromServer } from '#state/briefing-server.ts';
import { keepBriefing, newId, noteServer } from '#state/briefing-store.ts';
import { paths } from '#state/paths.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './BriefingPage.module.css';
import { whyOf } from './why.ts';

type Props = {
  mine: Briefing;
  /** What the server has now; null = it was deleted there. */
  theirs: Briefing | null;
  onClose(): void;
  onAgain(): void;
};

/** Both states side by side; nothing is overwritten until the reader has chosen. */
export function ConflictDialog({ mine, theirs, onClose, onAgain }: Props) {
  const say = useBriefingT();
  const t = useT();
  const [, navigate] = useLocation();
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      showToast(say('briefing.server.failed', { why: whyOf(error, say, t) }));
    }
    onClose();
  };
  const copy = () =>
    attempt(async () => {
      const copied = {
        ...mine,
        id: newId(),
        title: say('briefing.conflict.copyTitle', { title: mine.title || say('briefing.untitled') }),
      };
      await keepBriefing(copied);
      if (theirs) await takeFromServer(mine.id);
      await keepBriefing(copied);
      navigate(paths.briefing(copied.id));
    });
  const anew = () =>
    attempt(async () => {
      await noteServer(mine.id, null);
      onAgain();
    });
  return (
    <Dialog open onClose={onClose} title={say('briefing.conflict.title')} width={760}>
      <p>{say(theirs === null ? 'briefing.conflict.gone' : 'briefing.conflict.text')}</p>
      {theirs === null ? null : <Compared mine={mine} theirs={theirs} say={say} />}
      <div className={styles.actions}>
        {theirs === null ? (
          <Button variant="primary" onClick={() => void anew()}>
            {say('briefing.conflict.again')}
          </Button>
        ) : (
          <>
            <Button variant="primary" onClick={() => void copy()}>
              {say('briefing.conflict.copy')}
            </Button>
            <Button onClick={() => void attempt(() => takeFromServer(mine.id))}>
              {say('briefing.conflict.theirs')}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Compared({ mine, theirs, say }: { mine: Briefing; theirs: Briefing; say: BriefingT }) {
  const column = (label: string, briefing: Briefing, other: Briefing) => {
    const byId = new Map(other.items.map((item) => [item.id, JSON.stringify(item)]));
    const state = (item: BriefingItem) => {
      const twin = byId.get(item.id);
      if (twin === undefined) return say('briefing.conflict.only');
      return say(twin === JSON.stringify(item) ? 'briefing.conflict.same' : 'briefing.conflict.changed');
    };
    return (
      <section className={styles.compared}>
        <h3>{label}</h3>
        <p>
          <strong>{briefing.title || say('briefing.untitled')}</strong>
        </p>
        <ol>
          {briefing.items.map((item) => (
            <li key={item.id}>
              {item.title || item.message.slice(0, 80) || say(`briefing.kind.${item.kind}`)}
              <span className={styles.hint}> · {state(item)}</span>
            </li>
          ))}
        </ol>
      </section>
    );
  };
  return (
    <div className={styles.sides}>
      {column(say('briefing.conflict.mine'), mine, theirs)}
      {column(say('briefing.conflict.their'), theirs, mine)}
    </div>
  );
}
