import { useEffect, useState } from 'react';
import { pictureIn } from '#export/briefing/body-picture.tsx';
import type { DrawnContent } from '#export/briefing/drawn-briefing.ts';
import { embeddedFaces } from '#export/fonts.ts';
import { charactersOf, withFaces } from '#export/svg.tsx';
import styles from './Preview.module.css';

interface Props {
  readonly content: DrawnContent;
  readonly lang: string;
  /** In px at 96 an inch, as the file lays it out. */
  readonly width: number;
  readonly height: number;
  readonly where: 'slide' | 'page';
}

/** The very picture that slides and documents carry. */
export function ItemPicture({ content, lang, width, height, where }: Props) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isCurrent = true;
    const draw = async () => {
      // Another root may only be flushed once this one's effects are over.
      await Promise.resolve();
      const picture = pictureIn(lang)(content, { width, height }, where);
      if (!picture) return;
      // Without its typefaces it is still the picture, in the letters of this machine.
      const faces = await embeddedFaces(charactersOf(picture.svg)).catch(() => []);
      const svg = withFaces(picture.svg, faces);
      if (!isCurrent) return;
      made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      setUrl(made);
    };
    void draw();
    return () => {
      isCurrent = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [content, lang, width, height, where]);
  if (url === null) return <span className={styles.blank} />;
  return <img className={styles.picture} src={url} alt={content.words.alt} />;
}
