import type { FigureRefError } from '#core/figure-ref.ts';
import { maxAddressLength } from '#core/view.ts';
import type { T } from './i18n.tsx';

/** Why a reference names no figure, and what there is instead. */
export function figureFault({ code, value, known }: FigureRefError, t: T): string {
  const why =
    code === 'too-long'
      ? t('embed.noFigure.too-long', { most: maxAddressLength })
      : t(`embed.noFigure.${code}`, { value });
  return known.length === 0 ? why : `${why} ${t('embed.noFigure.known', { names: known.join(', ') })}`;
}
