import { Suspense, useEffect } from 'react';
import { type FigureRef, FigureRefError } from '#core/figure-ref.ts';
import type { MadeFigure } from '#drawings/made-figure.ts';
import { FigureExtras } from '#figures/Figure.tsx';
import { figureFault } from '#i18n/figure-fault.ts';
import { useI18n, useT } from '#i18n/i18n.tsx';
import { useRetry } from '#state/engine-context.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ErrorState } from '#ui/ErrorState.tsx';
import { ExternalLink } from '#ui/ExternalLink.tsx';
import { detailOf } from '#ui/Loaded.tsx';
import { Loading } from '#ui/Skeleton.tsx';
import { EmbedBody } from './EmbedBody.tsx';
import styles from './EmbedPage.module.css';
import { useEmbed } from './use-embed.ts';

/** One figure with its words, alone in its frame: it fills the frame and is laid out again for every size. */
export function EmbedPage({ figure, allowed }: { figure: FigureRef; allowed: boolean }) {
  const { t } = useI18n();
  const { made, open, change } = useEmbed(figure);
  const tryAgain = useRetry();
  if (made.data)
    return (
      <Shown made={made.data} allowed={allowed} busy={made.isFetching}>
        <Suspense fallback={<Loading lines={6} />}>
          <EmbedBody made={made.data} open={open} change={change} busy={made.isFetching} />
        </Suspense>
      </Shown>
    );
  return (
    <main className={styles.page}>
      {made.error instanceof FigureRefError ? (
        <NoFigure error={made.error} />
      ) : made.error ? (
        <ErrorState
          title={t('embed.failed')}
          detail={detailOf(made.error)}
          onRetry={() => tryAgain(made.refetch)}
        />
      ) : (
        <Loading label={t('embed.loading')} lines={8} />
      )}
    </main>
  );
}

/** An address that names no figure, and how to mend it. */
export function NoFigure({ error }: { error: FigureRefError }) {
  const t = useT();
  return <EmptyState title={t('embed.noFigure')}>{figureFault(error, t)}</EmptyState>;
}

type ShownProps = { made: MadeFigure; allowed: boolean; busy: boolean; children: React.ReactNode };

function Shown({ made, allowed, busy, children }: ShownProps) {
  const { t } = useI18n();
  const { drawing, summary } = made;
  const { words, table } = drawing;
  useEffect(() => {
    document.title = words.title;
  }, [words.title]);
  return (
    <main className={styles.page} aria-busy={busy}>
      <header className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        <p className={styles.subtitle}>{words.subtitle}</p>
      </header>
      <div className={styles.body} data-kind={made.kind}>
        {children}
      </div>
      <footer className={styles.foot}>
        <p>
          {words.caveat} {words.counts}. {words.filters}
        </p>
        <p>
          {words.sources}. {words.licence}. {words.dataAsOf}.
        </p>
        {allowed ? null : <p className={styles.off}>{t('embed.off')}</p>}
        <div className={styles.ways}>
          <ExternalLink href={words.link} className={styles.open}>
            {t('embed.open')}
          </ExternalLink>
          <FigureExtras table={table.columns.length > 0 ? table : null} summary={summary} words={words} />
        </div>
      </footer>
    </main>
  );
}
