import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { useBriefingT } from '#i18n/briefing-words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import {
  deleteOnServer,
  leaveServer,
  openServer,
  takeFromServer,
  useBriefingServer,
} from '#state/briefing-server.ts';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { useQuery } from '#state/use-query.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './BriefingPage.module.css';
import { whyOf } from './why.ts';

/** The briefings that the server keeps, for whoever has its token; nothing where it takes none. */
export function ServerShelf() {
  const say = useBriefingT();
  const { t, format } = useI18n();
  const [, navigate] = useLocation();
  const meta = useQuery(apiOptions('meta')).data;
  const { token, rows } = useBriefingServer();
  if (!meta?.writable) return null;
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      showToast(say('briefing.server.failed', { why: whyOf(error, say, t) }));
    }
  };
  const take = (id: string, title: string) =>
    attempt(async () => {
      await takeFromServer(id);
      showToast(say('briefing.server.taken', { title }));
      navigate(paths.briefing(id));
    });
  const remove = (id: string, title: string) =>
    attempt(async () => {
      const undo = await deleteOnServer(id);
      showToast(say('briefing.server.deleted', { title }), {
        label: say('briefing.undo'),
        run: () => void attempt(undo),
      });
    });
  return (
    <Panel id="server" title={say('briefing.server')} note={say('briefing.server.lead')}>
      {token === null ? (
        <TokenForm onOpen={(given) => attempt(() => openServer(given))} />
      ) : (
        <>
          {rows?.length === 0 ? <p>{say('briefing.server.none')}</p> : null}
          <ul className={styles.shelf}>
            {rows?.map(({ id, title, items, changed, lang }) => (
              <li key={id} className={styles.row}>
                <div className={styles.rowWords}>
                  <strong lang={lang}>{title || say('briefing.untitled')}</strong>
                  <span className={styles.hint}>
                    {say('briefing.list.items', { n: items })} ·{' '}
                    {say('briefing.list.changed', { when: format.stamp(changed) })}
                  </span>
                </div>
                <Button onClick={() => void take(id, title)}>{say('briefing.server.take')}</Button>
                <Button variant="quiet" onClick={() => void remove(id, title)}>
                  {say('briefing.server.delete')}
                </Button>
              </li>
            ))}
          </ul>
          <Button variant="link" onClick={leaveServer}>
            {say('briefing.server.leave')}
          </Button>
        </>
      )}
    </Panel>
  );
}

function TokenForm({ onOpen }: { onOpen(token: string): Promise<void> }) {
  const say = useBriefingT();
  const id = useId();
  const [typed, setTyped] = useState('');
  return (
    <form
      className={styles.token}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') void onOpen(typed.trim());
      }}
    >
      <label htmlFor={id}>{say('briefing.server.token')}</label>
      <input
        id={id}
        type="password"
        autoComplete="off"
        value={typed}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="submit">{say('briefing.server.enter')}</Button>
      <span id={`${id}-hint`} className={styles.hint}>
        {say('briefing.server.tokenHint')}
      </span>
    </form>
  );
}
