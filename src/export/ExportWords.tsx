import { useT } from '#i18n/i18n.tsx';
import { Button } from '#ui/Button.tsx';
import { copyText } from '#ui/ErrorState.tsx';
import styles from './ExportDialog.module.css';

/** Characters of a text alternative, at most. */
const LONGEST = 300;

interface Props {
  readonly alt: string;
  readonly link: string;
  readonly onAlt: (text: string) => void;
  /** Made when asked for. */
  readonly longText: () => string;
}

/** The text alternative, to be edited and copied; its long version and the link. */
export function ExportWords(props: Props) {
  const t = useT();
  const { alt, link } = props;
  const copy = (text: string) => void copyText(text, t('export.copied'), t('export.copyByHand'));
  return (
    <section className={styles.part} aria-labelledby="export-words">
      <h3 id="export-words" className={styles.heading}>
        {t('export.words')}
      </h3>
      <label className={styles.alt}>
        <span>{t('export.alt')}</span>
        <textarea
          rows={5}
          maxLength={LONGEST}
          value={alt}
          onChange={(event) => props.onAlt(event.target.value)}
        />
        <span className={styles.hint}>{t('export.altHint', { n: alt.length })}</span>
      </label>
      <div className={styles.row}>
        <Button onClick={() => copy(alt)}>{t('export.copyAlt')}</Button>
        <Button onClick={() => copy(props.longText())}>{t('export.copyLong')}</Button>
        <Button icon="link" onClick={() => copy(link)}>
          {t('export.copyLink')}
        </Button>
      </div>
    </section>
  );
}
