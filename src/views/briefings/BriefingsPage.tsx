import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { readBriefing } from '#core/briefing-file.ts';
import { useBriefingT } from '#i18n/briefing-words.ts';
import { useI18n, useT } from '#i18n/i18n.tsx';
import {
  deleteBriefing,
  type KeptBriefing,
  keepBriefing,
  keptBriefing,
  loadBriefings,
  newId,
  startBriefing,
  useBriefings,
} from '#state/briefing-store.ts';
import { paths } from '#state/paths.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Page } from '#ui/Page.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Loading } from '#ui/Skeleton.tsx';
import { saveFile } from '#ui/save-file.ts';
import { Tag } from '#ui/Tag.tsx';
import { showToast } from '#ui/toast-store.ts';
import { saveBriefingFile } from './BriefingExport.tsx';
import styles from './BriefingPage.module.css';
import { Examples } from './Examples.tsx';
import { ServerShelf } from './ServerShelf.tsx';
import { Unkept } from './Unkept.tsx';
import { FileTooLarge, whyOf } from './why.ts';

/** All briefings of this browser, examples to start from, and what the server keeps. */
export default function BriefingsPage() {
  const say = useBriefingT();
  const { lang } = useI18n();
  const [, navigate] = useLocation();
  const { loaded, kept, unreadable } = useBriefings();
  useEffect(() => void loadBriefings(), []);
  const start = async () => {
    const { id } = await startBriefing(lang, say('briefing.untitled'));
    navigate(paths.briefing(id));
  };
  return (
    <Page
      title={say('briefing.list.title')}
      lead={say('briefing.list.lead')}
      actions={
        <div className={styles.actions}>
          <Button variant="primary" icon="plus" onClick={() => void start()}>
            {say('briefing.new')}
          </Button>
          <OpenFile />
        </div>
      }
    >
      <Unkept />
      <Panel title={say('briefing.list.yours')}>
        {loaded ? null : <Loading lines={3} />}
        {loaded && kept.length === 0 ? (
          <EmptyState title={say('briefing.list.empty')}>{say('briefing.list.emptyText')}</EmptyState>
        ) : null}
        <ul className={styles.shelf}>
          {kept.map((one) => (
            <KeptRow key={one.briefing.id} kept={one} />
          ))}
          {unreadable.map((one) => (
            <UnreadableRow key={one.id} {...one} />
          ))}
        </ul>
      </Panel>
      <Examples />
      <ServerShelf />
    </Page>
  );
}

function KeptRow({ kept: { briefing, changed, server } }: { kept: KeptBriefing }) {
  const say = useBriefingT();
  const { format } = useI18n();
  const current = useBriefings((state) => state.current);
  const title = briefing.title || say('briefing.untitled');
  const remove = async () => {
    const undo = await deleteBriefing(briefing.id);
    showToast(say('briefing.deleted', { title }), { label: say('briefing.undo'), run: () => void undo() });
  };
  return (
    <li className={styles.row}>
      <div className={styles.rowWords}>
        <Link href={paths.briefing(briefing.id)} lang={briefing.lang} className={styles.rowTitle}>
          {title}
        </Link>
        <span className={styles.hint}>
          {[
            say('briefing.list.items', { n: briefing.items.length }),
            say('briefing.list.changed', { when: format.stamp(changed) }),
            server && server.at !== changed ? say('briefing.server.unsaved') : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {current === briefing.id ? <Tag tone="solid">{say('briefing.list.current')}</Tag> : null}
      <Button onClick={() => saveBriefingFile(briefing)}>{say('briefing.saveFile')}</Button>
      <Button variant="quiet" onClick={() => void remove()}>
        {say('briefing.delete')}
      </Button>
    </li>
  );
}

/** A document that this version cannot read: it can be taken away, and nothing else happens to it. */
function UnreadableRow({ id, doc, error }: { id: string; doc: string; error: unknown }) {
  const say = useBriefingT();
  const t = useT();
  return (
    <li className={styles.row}>
      <p className={styles.rowWords}>{say('briefing.list.unreadable', { why: whyOf(error, say, t) })}</p>
      <Button
        onClick={() =>
          saveFile({ name: `briefing-${id}.json`, blob: new Blob([doc], { type: 'application/json' }) })
        }
      >
        {say('briefing.saveFile')}
      </Button>
    </li>
  );
}

/** Largest file that is looked at. */
const mostBytes = 64_000_000;

function OpenFile() {
  const say = useBriefingT();
  const t = useT();
  const [, navigate] = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const open = async (file: File) => {
    try {
      if (file.size > mostBytes) throw new FileTooLarge(Math.ceil(file.size / 1e6), mostBytes / 1e6);
      const read = readBriefing(await file.text());
      // One of the same id that is here already stays as it is.
      const briefing = keptBriefing(read.id) ? { ...read, id: newId() } : read;
      await keepBriefing(briefing);
      showToast(say('briefing.import.done', { title: briefing.title || say('briefing.untitled') }));
      navigate(paths.briefing(briefing.id));
    } catch (error) {
      showToast(say('briefing.import.failed', { name: file.name, why: whyOf(error, say, t) }));
    }
  };
  return (
    <>
      <Button icon="upload" onClick={() => input.current?.click()}>
        {say('briefing.import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={say('briefing.import')}
        className="visually-hidden"
        tabIndex={-1}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void open(file);
          target.value = '';
        }}
      />
    </>
  );
}
