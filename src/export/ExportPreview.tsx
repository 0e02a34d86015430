import { useEffect, useState } from 'react';
import type { Drawing } from '#figures/figure.ts';
import { useT } from '#i18n/i18n.tsx';
import styles from './ExportDialog.module.css';
import type { ExportOptions } from './export-job.ts';
import { embeddedFaces } from './fonts.ts';
import { charactersOf, svgText, withFaces } from './svg.tsx';

type Shown =
  | { readonly kind: 'none' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'url'; readonly url: string };

/** The very file that will be saved, shown small. */
export function ExportPreview({ drawing, options }: { drawing: Drawing; options: ExportOptions }) {
  const t = useT();
  const [shown, setShown] = useState<Shown>({ kind: 'none' });
  const { preset, theme, ground, i18n } = options;
  const { lang } = i18n;
  useEffect(() => {
    let url: string | null = null;
    let isCurrent = true;
    const draw = async () => {
      // Another root may only be flushed once this one's effects are over.
      await Promise.resolve();
      const bare = svgText(drawing, { spec: preset, theme, ground, lang });
      const svg = withFaces(bare, await embeddedFaces(charactersOf(bare)));
      if (!isCurrent) return;
      url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      setShown({ kind: 'url', url });
    };
    draw().catch(() => isCurrent && setShown({ kind: 'failed' }));
    return () => {
      isCurrent = false;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [drawing, preset, theme, ground, lang]);
  return (
    <div className={styles.preview} style={{ aspectRatio: '16 / 10' }}>
      {shown.kind === 'url' ? (
        <img
          src={shown.url}
          alt={t('export.preview')}
          className={styles.image}
          style={{ aspectRatio: `${preset.size.width} / ${preset.size.height}` }}
        />
      ) : null}
      {shown.kind === 'failed' ? <p>{t('export.previewFailed')}</p> : null}
    </div>
  );
}
