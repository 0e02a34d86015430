import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import {
  type Briefing,
  type BriefingItem,
  briefingLimits,
  changeItem,
  differences,
  insertItem,
  moveItem,
  newItem,
  removeItem,
} from '#core/briefing.ts';
import { briefingSlides, itemSlides, type PlannedSlide } from '#export/briefing/slide-plan.ts';
import { useBriefingT } from '#i18n/briefing-words.ts';
import { useT } from '#i18n/i18n.tsx';
import { isLang, LANG_NAMES, LANGS } from '#i18n/lang.ts';
import { changeBriefing, chooseBriefing, loadBriefings, newId, useBriefings } from '#state/briefing-store.ts';
import { paths } from '#state/paths.ts';
import { useTitle } from '#state/use-title.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Page } from '#ui/Page.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { Select } from '#ui/Select.tsx';
import { Loading } from '#ui/Skeleton.tsx';
import { announce, showToast } from '#ui/toast-store.ts';
import { BriefingExport } from './BriefingExport.tsx';
import styles from './BriefingPage.module.css';
import { DocumentHead, DocumentSources, DocumentView } from './DocumentView.tsx';
import { Field, ItemCard } from './ItemCard.tsx';
import { pinnedContent, withPinned } from './pin-item.ts';
import { SaveOnServer } from './SaveOnServer.tsx';
import { SlideView } from './SlideView.tsx';
import { Unkept } from './Unkept.tsx';
import { drawnSoFar, useDrawnItems, wholeBriefing } from './use-drawn-items.ts';
import { whyOf } from './why.ts';

type Look = 'edit' | 'slides' | 'document';

export default function BriefingPage({ params }: { params: { readonly id?: string } }) {
  const say = useBriefingT();
  const { loaded, kept } = useBriefings();
  useEffect(() => void loadBriefings(), []);
  const id = params.id ?? '';
  const found = kept.find(({ briefing }) => briefing.id === id);
  const isHere = found !== undefined;
  useEffect(() => {
    if (isHere) void chooseBriefing(id);
  }, [isHere, id]);
  if (!loaded) return <Loading lines={8} />;
  if (!found)
    return (
      <Page
        crumbs={[{ label: say('briefing.all'), href: paths.briefings() }]}
        title={say('briefing.missing')}
      >
        <EmptyState
          title={say('briefing.missing')}
          actions={
            <Link className={buttonClass('primary')} href={paths.briefings()}>
              {say('briefing.all')}
            </Link>
          }
        >
          {say('briefing.missingText')}
        </EmptyState>
      </Page>
    );
  return <OpenBriefing briefing={found.briefing} />;
}

function OpenBriefing({ briefing }: { briefing: Briefing }) {
  const say = useBriefingT();
  const [look, setLook] = useState<Look>('edit');
  const drawn = useDrawnItems(briefing);
  useTitle(briefing.title || say('briefing.untitled'));
  const looks = (['edit', 'slides', 'document'] satisfies Look[]).map((value: Look) => ({
    value,
    label: say(`briefing.view.${value}`),
  }));
  return (
    <Page
      crumbs={[{ label: say('briefing.all'), href: paths.briefings() }]}
      title={briefing.title || say('briefing.untitled')}
      quiet
      actions={
        <div className={styles.actions}>
          <Segmented
            label={say('briefing.view')}
            value={look}
            options={looks}
            onChange={(next) => setLook(next)}
          />
          <BriefingExport briefing={briefing} drawn={drawn} />
          <SaveOnServer id={briefing.id} />
        </div>
      }
    >
      <Unkept />
      <Differences briefing={briefing} drawn={drawn} />
      {look === 'edit' ? (
        <Edit briefing={briefing} drawn={drawn} />
      ) : (
        <Preview look={look} briefing={briefing} drawn={drawn} />
      )}
    </Page>
  );
}

type Drawn = ReturnType<typeof useDrawnItems>;

/** Says that items speak of different periods or of different states of the data. */
function Differences({ briefing, drawn }: { briefing: Briefing; drawn: Drawn }) {
  const say = useBriefingT();
  const states = drawn.items.flatMap((one, at) =>
    one.state === 'drawn' && one.item.content
      ? [
          {
            id: briefing.items[at]?.id ?? '',
            period: ['figure', 'list'].includes(one.item.kind) ? one.item.content.words.period : '',
            dataVersion: one.item.content.dataVersion,
          },
        ]
      : [],
  );
  const { periods, dataVersions } = differences(states);
  if (periods.length + dataVersions.length === 0) return null;
  return (
    <div className={styles.warning} role="status">
      {periods.length > 0 ? <p>{say('briefing.differ.periods', { list: periods.join('; ') })}</p> : null}
      {dataVersions.length > 0 ? (
        <p>{say('briefing.differ.versions', { list: dataVersions.join('; ') })}</p>
      ) : null}
    </div>
  );
}

function Edit({ briefing, drawn }: { briefing: Briefing; drawn: Drawn }) {
  const say = useBriefingT();
  const { id, items } = briefing;
  const change = (next: (before: Briefing) => Briefing) => void changeBriefing(id, next);
  const remove = (item: BriefingItem, at: number) => {
    change((before) => removeItem(before, item.id));
    const title = item.title || say(`briefing.kind.${item.kind}`);
    showToast(say('briefing.item.removed', { title }), {
      label: say('briefing.undo'),
      run: () => change((before) => insertItem(before, item, Math.min(at, before.items.length))),
    });
  };
  const move = (item: BriefingItem, at: number, by: number) => {
    const to = Math.max(0, Math.min(items.length - 1, at + by));
    if (to === at) return;
    change((before) => moveItem(before, item.id, by));
    announce(say('briefing.item.moved', { at: String(to + 1), n: items.length }));
    keepFocus(document.activeElement);
  };
  const pin = (item: BriefingItem, at: number, isPinned: boolean) => {
    const one = drawn.items[at];
    const content = one?.state === 'drawn' ? one.item.content : null;
    const pinned = isPinned && content ? pinnedContent(content, briefing.lang, new Date()) : null;
    change((before) => changeItem(before, item.id, (old) => withPinned(old, pinned)));
  };
  const drop = (dropped: string, at: number) => {
    const from = items.findIndex((item) => item.id === dropped);
    const item = items[from];
    if (item) move(item, from, at - from);
  };
  return (
    <>
      <Head briefing={briefing} change={change} />
      {items.length === 0 ? (
        <EmptyState title={say('briefing.empty')}>{say('briefing.emptyText')}</EmptyState>
      ) : null}
      <ol className={styles.items}>
        {items.map((item, at) => (
          <ItemCard
            key={item.id}
            item={item}
            at={at}
            count={items.length}
            drawing={drawn.items[at] ?? { state: 'drawing' }}
            slideI18n={drawn.context?.i18n ?? null}
            say={say}
            onChange={(next) => change((before) => changeItem(before, item.id, next))}
            onMove={(by) => move(item, at, by)}
            onRemove={() => remove(item, at)}
            onPin={(isPinned) => pin(item, at, isPinned)}
            onDropped={(dropped) => drop(dropped, at)}
          />
        ))}
      </ol>
      <div>
        <Button
          icon="plus"
          disabled={items.length >= briefingLimits.items}
          onClick={() => change((before) => insertItem(before, newItem(newId(), { kind: 'note' })))}
        >
          {say('briefing.addNote')}
        </Button>
      </div>
    </>
  );
}

/** Focus stays on the moved item: where it was, or on the next control where that one has come to its end. */
function keepFocus(focused: Element | null): void {
  const card = focused?.closest('[data-item]');
  requestAnimationFrame(() => {
    const isOff = focused instanceof HTMLButtonElement && focused.disabled;
    const target = isOff ? card?.querySelector('button:enabled') : focused;
    if (target instanceof HTMLElement && target.isConnected) target.focus();
  });
}

function Head({
  briefing,
  change,
}: {
  briefing: Briefing;
  change(next: (before: Briefing) => Briefing): void;
}) {
  const say = useBriefingT();
  return (
    <div className={styles.head}>
      <Field
        label={say('briefing.title')}
        value={briefing.title}
        most={briefingLimits.titleCharacters}
        onText={(title) => change((before) => ({ ...before, title }))}
      />
      <Field
        label={say('briefing.audience')}
        value={briefing.audience}
        most={briefingLimits.titleCharacters}
        onText={(audience) => change((before) => ({ ...before, audience }))}
      />
      <div className={styles.field}>
        <span>{say('briefing.lang')}</span>
        <Select
          label={say('briefing.lang')}
          value={briefing.lang}
          options={LANGS.map((value) => ({ value, label: LANG_NAMES[value] }))}
          onChange={(lang) => isLang(lang) && change((before) => ({ ...before, lang }))}
        />
      </div>
    </div>
  );
}

function Preview({ look, briefing, drawn }: { look: Look; briefing: Briefing; drawn: Drawn }) {
  const say = useBriefingT();
  const t = useT();
  const { context } = drawn;
  if (context === null) return <Loading lines={8} />;
  const whole = look === 'slides' ? wholeBriefing(briefing, drawn) : null;
  if (whole) return <Deck slides={briefingSlides(whole)} lang={briefing.lang} />;
  const soFar = look === 'document' ? drawnSoFar(briefing, drawn) : null;
  let figures = 0;
  return (
    <div className={look === 'slides' ? styles.deck : styles.paper}>
      {soFar ? <DocumentHead briefing={soFar} /> : null}
      {drawn.items.map((one, at) => {
        const key = `${at}`;
        if (one.state === 'drawing') return <Loading key={key} lines={4} />;
        if (one.state === 'failed')
          return <p key={key}>{say('briefing.failed', { why: whyOf(one.error, say, t) })}</p>;
        const { item } = one;
        if (look === 'slides')
          return itemSlides(item, context).map((slide) => (
            <SlideView key={`${item.id} ${slide.title.text}`} slide={slide} lang={briefing.lang} />
          ));
        const isFigure = item.content !== null && (item.content.drawing ?? item.content.pictures) !== null;
        if (isFigure) figures += 1;
        const number = isFigure ? figures : null;
        return (
          <DocumentView key={item.id} item={item} number={number} i18n={context.i18n} say={context.say} />
        );
      })}
      {soFar ? <DocumentSources briefing={soFar} /> : null}
    </div>
  );
}

/** All slides in the order and number of the file's. */
function Deck({ slides, lang }: { slides: readonly PlannedSlide[]; lang: string }) {
  return (
    <div className={styles.deck}>
      {slides.map((slide, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a slide is its place in the deck
        <SlideView key={at} slide={slide} lang={lang} />
      ))}
    </div>
  );
}
