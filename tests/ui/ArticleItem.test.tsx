// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article.ts';
import { es } from '#i18n/es.ts';
import { I18nProvider } from '#i18n/i18n.tsx';
import { ArticleItem } from '#ui/ArticleItem.tsx';

const article: Article = {
  id: 'a-1',
  headline: 'Peru Shoots Down Narco Plane',
  lang: 'en',
  outlet: 'InSight Crime',
  url: null,
  published: { from: null, to: null, precision: 'unknown' },
  countries: ['PE'],
  topics: ['policy'],
  groups: [],
  summary: 'Police shot down a plane.',
  summaries: { es: 'La policía derribó una avioneta.', pt: 'A polícia derrubou um avião.' },
  events: [],
  source: 's',
};

const drawn = (one: Article) =>
  render(
    <I18nProvider lang="es" messages={es}>
      <ArticleItem article={one} href="/articles/a-1" summary />
    </I18nProvider>,
  );

describe('an article in a list, read in Spanish', () => {
  it('tells our summary in Spanish and leaves the headline as its publisher wrote it', () => {
    drawn(article);
    expect(screen.getByText('La policía derribó una avioneta.')).not.toHaveAttribute('lang');
    expect(screen.getByText('Peru Shoots Down Narco Plane').closest('bdi')).toHaveAttribute('lang', 'en');
    expect(screen.queryByText('Police shot down a plane.')).toBeNull();
  });

  it('marks the English where a record brings no other', () => {
    drawn({ ...article, summaries: undefined });
    expect(screen.getByText('Police shot down a plane.')).toHaveAttribute('lang', 'en');
  });
});
