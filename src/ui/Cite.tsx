import { useId, useState } from 'react';
import { type CitationFormat, citationFiles, citationFormats, writeCitation } from '#core/citation.ts';
import { citationKey, type Reference } from '#core/reference.ts';
import { citationWords } from '#i18n/citation-words.ts';
import { useI18n, useT } from '#i18n/i18n.tsx';
import { Button } from './Button.tsx';
import styles from './Cite.module.css';
import { copyText } from './ErrorState.tsx';
import { saveFile } from './save-file.ts';
import { panelProps, Tabs } from './Tabs.tsx';

/** A citation to be taken along, in the format asked for: copied, or saved as a file that reference managers read. */
export function Cite({ reference }: { reference: Reference }) {
  const i18n = useI18n();
  const { t } = i18n;
  const id = useId();
  const [format, setFormat] = useState<CitationFormat>('plain');
  const text = writeCitation(reference, format, citationWords(i18n));
  const { extension, type } = citationFiles[format];
  const name = `${citationKey(reference)}.${extension}`;
  const prose = format === 'plain' || format === 'apa';
  return (
    <div className={styles.cite}>
      <Tabs<CitationFormat>
        id={id}
        label={t('cite.format')}
        value={format}
        onChange={setFormat}
        tabs={citationFormats.map((value) => ({ value, label: t(`cite.format.${value}`) }))}
      />
      <div {...panelProps(id, format)} className={styles.panel}>
        {prose ? (
          <p className={styles.text}>{text}</p>
        ) : (
          <CodeText text={text} label={t(`cite.format.${format}`)} />
        )}
        <div className={styles.actions}>
          <Button icon="link" onClick={() => void copyText(text, t('cite.copied'), t('cite.copy'))}>
            {t('cite.copy')}
          </Button>
          <Button icon="download" onClick={() => saveFile({ name, blob: new Blob([text], { type }) })}>
            {t('cite.save', { file: extension })}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Text for machines, as it is, line by line; scrolls by keyboard where it is wider than the page. */
export function CodeText({ text, label }: { text: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.code} tabIndex={0} aria-label={label}>
      <pre>{text}</pre>
    </section>
  );
}

/** Copies the page's own address. */
export function CopyLink({ href }: { href?: string }) {
  const t = useT();
  const address = () => (href === undefined ? location.href : new URL(href, location.href).href);
  return (
    <Button
      icon="link"
      onClick={() => void copyText(address(), t('shell.linkCopied'), t('shell.linkManual'))}
    >
      {t('records.copyLink')}
    </Button>
  );
}
