import { useState } from 'react';
import { type FamilyKey, families, kinds } from '#core/taxonomy.ts';
import { eventsIn, type FacetCounts } from '#drawings/counts.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Glyph } from '#ui/Glyph.tsx';
import { Icon } from '#ui/Icon.tsx';
import styles from './FilterPanel.module.css';
import { countProps } from './facet-count.ts';
import { chosenKinds, withFamily, withKind } from './type-choice.ts';

type Props = {
  types: readonly string[];
  /** Null while they are awaited or could not be had: no number is shown, above all not 0. */
  counts: FacetCounts | null;
  onChange(types: string[]): void;
};

/** Kinds of event on two levels: eight families, each opening onto its kinds. */
export function TypeFilter({ types, counts, onChange }: Props) {
  const { t, format } = useI18n();
  const [open, setOpen] = useState<ReadonlySet<FamilyKey>>(new Set());
  const chosen = chosenKinds(types);
  const toggleOpen = (family: FamilyKey) => {
    const next = new Set(open);
    if (!next.delete(family)) next.add(family);
    setOpen(next);
  };
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{t('explore.kind')}</legend>
      <div>
        {families.map(({ key: family, glyph }) => {
          const members = kinds.filter((kind) => kind.family === family);
          const events = eventsIn(
            counts,
            members.map((kind) => kind.key),
          );
          const on = members.filter((kind) => chosen.has(kind.key)).length;
          const name = t(`domain.families.${family}`);
          return (
            <div key={family}>
              <div className={styles.family}>
                <Checkbox
                  checked={on === members.length}
                  mixed={on > 0 && on < members.length}
                  onChange={(checked) => onChange(withFamily(types, family, checked))}
                  {...countProps(events, format)}
                >
                  <Glyph shape={glyph} color={`var(--cat-${family})`} />
                  {name}
                </Checkbox>
                <button
                  type="button"
                  className={styles.open}
                  aria-expanded={open.has(family)}
                  aria-label={t('explore.kind.open', { name })}
                  onClick={() => toggleOpen(family)}
                >
                  <Icon name={open.has(family) ? 'chevronUp' : 'chevronDown'} size={14} />
                </button>
              </div>
              {open.has(family) ? (
                <div className={styles.kinds}>
                  {members.map((kind) => (
                    <Checkbox
                      key={kind.key}
                      checked={chosen.has(kind.key)}
                      onChange={(checked) => onChange(withKind(types, kind.key, checked))}
                      {...countProps(eventsIn(counts, [kind.key]), format)}
                    >
                      {t(`domain.kind.${kind.key}`)}
                    </Checkbox>
                  ))}
                </div>
              ) : null}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
