import { useState } from 'react';
import type { Reference } from '#core/reference.ts';
import { type SnippetLanguage, snippetLanguages, snippetOf } from '#core/snippets.ts';
import { useT } from '#i18n/i18n.tsx';
import { Button } from '#ui/Button.tsx';
import { Cite, CodeText } from '#ui/Cite.tsx';
import { copyText } from '#ui/ErrorState.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import styles from './ShareTabs.module.css';

/** What can be taken along of a view beside its files. */
export interface ShareSubject {
  readonly reference: Reference;
  /** Absolute address of the rows as CSV, pinned to their data version; null where there are no rows. */
  readonly csv: string | null;
  /** Absolute addresses of the filter as a feed; null where it is none. */
  readonly feeds: { readonly atom: string; readonly json: string } | null;
}

const names = { curl: 'curl', python: 'Python', r: 'R' } as const;

/** Cite, fetch the same rows by code, follow: one at a time. */
export function ShareTabs({ reference, csv, feeds }: ShareSubject) {
  const t = useT();
  const parts = (['cite', 'code', 'follow'] as const).filter(
    (part) => !(part === 'code' && csv === null) && !(part === 'follow' && feeds === null),
  );
  const [part, setPart] = useState<(typeof parts)[number]>('cite');
  return (
    <div className={styles.share}>
      {parts.length > 1 ? (
        <Segmented<(typeof parts)[number]>
          label={t('share.parts')}
          value={part}
          onChange={setPart}
          options={parts.map((value) => ({ value, label: t(`share.${value}`) }))}
        />
      ) : null}
      <div className={styles.panel}>
        {part === 'cite' ? <Cite reference={reference} /> : null}
        {part === 'code' && csv !== null ? <Code csv={csv} /> : null}
        {part === 'follow' && feeds !== null ? <Follow feeds={feeds} /> : null}
      </div>
    </div>
  );
}

function Code({ csv }: { csv: string }) {
  const t = useT();
  const [language, setLanguage] = useState<SnippetLanguage>('python');
  const text = snippetOf(language, csv);
  return (
    <>
      <p className={styles.note}>{t('share.codeNote')}</p>
      <Segmented<SnippetLanguage>
        label={t('share.language')}
        value={language}
        options={snippetLanguages.map((value) => ({ value, label: names[value] }))}
        onChange={setLanguage}
      />
      <CodeText text={text} label={names[language]} />
      <div>
        <Button icon="link" onClick={() => void copyText(text, t('share.codeCopied'), t('share.copyCode'))}>
          {t('share.copyCode')}
        </Button>
      </div>
    </>
  );
}

function Follow({ feeds }: { feeds: NonNullable<ShareSubject['feeds']> }) {
  const t = useT();
  return (
    <>
      <p className={styles.note}>{t('share.followNote')}</p>
      <ul className={styles.feeds}>
        {(['atom', 'json'] as const).map((format) => (
          <li key={format}>
            <a href={feeds[format]} className={styles.address}>
              {t(`share.feed.${format}`)}
            </a>
            <Button
              onClick={() => void copyText(feeds[format], t('share.feedCopied'), t('share.copyFeed'))}
              aria-label={t('share.copyFeedOf', { name: t(`share.feed.${format}`) })}
            >
              {t('share.copyFeed')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
