import styles from './Marked.module.css';

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const WORD = /[\p{L}\p{N}]+/gu;

/** Whether a word of the text is (an inflection of) a searched word: same start, up to a short ending. */
function meets(word: string, searched: string): boolean {
  if (word === searched) return true;
  if (searched.length < 4) return false;
  let same = 0;
  while (same < word.length && same < searched.length && word[same] === searched[same]) same++;
  return same >= Math.max(4, searched.length - 3) && word.length - same <= 4;
}

/** The parts of a text, marked where a searched word stands; accents, case and endings do not matter. */
export function markedParts(text: string, words: string): { readonly text: string; readonly hit: boolean }[] {
  const searched = fold(words).match(WORD) ?? [];
  if (searched.length === 0) return [{ text, hit: false }];
  const parts: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = fold(match[0]);
    if (!searched.some((one) => meets(word, one))) continue;
    if (match.index > at) parts.push({ text: text.slice(at, match.index), hit: false });
    parts.push({ text: match[0], hit: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: false });
  return parts;
}

/** Text with the searched words marked. */
export function Marked({ text, words }: { text: string; words: string }) {
  return markedParts(text, words).map((part, at) =>
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
