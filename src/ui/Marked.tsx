import styles from './Marked.module.css';

/** Whether a word of a text is one that was searched. */
export type Meets = (word: string) => boolean;

/** The parts of a text, marked where a searched word stands. */
export function markedParts(text: string, meets: Meets): { readonly text: string; readonly hit: boolean }[] {
  const parts: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (!meets(match[0])) continue;
    if (match.index > at) parts.push({ text: text.slice(at, match.index), hit: false });
    parts.push({ text: match[0], hit: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: false });
  return parts;
}

/** Text with the searched words marked. */
export function Marked({ text, meets }: { text: string; meets: Meets | undefined }) {
  if (!meets) return text;
  return markedParts(text, meets).map((part, at) =>
    part.hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never change order
      <mark key={at} className={styles.mark}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
