import { useEffect, useState } from 'react';
import { useT } from '#i18n/i18n.tsx';
import { Button } from '#ui/Button.tsx';
import styles from './ArticlesPage.module.css';

/** The search box; it commits on Enter or by its button, so that the address does not change at every letter. */
export function SearchField({ text, onText }: { text: string; onText(text: string): void }) {
  const t = useT();
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  return (
    <search>
      <form
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          onText(typed.trim());
        }}
      >
        <input
          type="search"
          className={styles.input}
          aria-label={t('records.articles.search')}
          placeholder={t('records.articles.placeholder')}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" variant="primary" icon="search">
          {t('records.search')}
        </Button>
      </form>
    </search>
  );
}
