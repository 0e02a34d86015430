import { useMemo, useState } from 'react';
import type { FacetCounts } from '#drawings/counts.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Combobox, type ComboOption } from '#ui/Combobox.tsx';
import { useSteady } from '#ui/use-steady.ts';
import styles from './FilterPanel.module.css';

type Props = {
  legend: string;
  /** What the field asks for: "Add a country". */
  add: string;
  /** Null while they are awaited: the field keeps its place. */
  counts: FacetCounts | null;
  chosen: readonly string[];
  name(key: string): string;
  onChange(chosen: string[]): void;
};

const MOST = 60;
const closed: readonly ComboOption[] = [];

/** A facet with many values: chosen ones as chips, the others found by typing, each with its count. */
export function FacetPicker({ legend, add, counts, chosen, name, onChange }: Props) {
  const { format } = useI18n();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const options = useMemo(() => {
    if (!open || !counts) return closed;
    const typed = text.trim();
    return [...counts]
      .map(([key, events]) => ({ key, events, label: name(key) }))
      .filter(({ key }) => !chosen.includes(key))
      .filter(
        ({ key, label }) =>
          typed === '' || matches(label, typed) || key.toLowerCase() === typed.toLowerCase(),
      )
      .slice(0, MOST)
      .map(({ key, events, label }) => ({ id: key, label, detail: format.number(events) }));
  }, [open, counts, chosen, text, name, format]);
  const pick = useSteady((key: string) => {
    setText('');
    onChange([...chosen, key]);
  });
  if (counts?.size === 0 && chosen.length === 0) return null;
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{legend}</legend>
      <div>
        {chosen.length > 0 ? (
          <div className={styles.chosen}>
            {chosen.map((key) => (
              <Chip
                key={key}
                text={name(key)}
                onRemove={() => onChange(chosen.filter((other) => other !== key))}
              />
            ))}
          </div>
        ) : null}
        <Combobox
          label={add}
          text={text}
          onText={setText}
          options={options}
          openEmpty
          onOpen={setOpen}
          onPick={pick}
        />
      </div>
    </fieldset>
  );
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');

/** Every typed word begins a word of the label; accents and case do not matter. */
function matches(label: string, typed: string): boolean {
  const words = fold(label).split(/[\s,.()/-]+/);
  return fold(typed)
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}
