import { useMemo, useState } from 'react';
import { useI18n } from '#i18n/i18n.tsx';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { copyText } from '#ui/ErrorState.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './ExportDialog.module.css';
import { ExportOutcome } from './ExportOutcome.tsx';
import { ExportPreview } from './ExportPreview.tsx';
import type { ExportOptions, ExportSubject, Format } from './export-job.ts';
import { formatsFor } from './formats.ts';
import { type Preset, presetOf, presets } from './presets.ts';
import { useExport } from './use-export.ts';

interface Props {
  readonly subject: ExportSubject;
  readonly link: string;
  readonly onClose: () => void;
}

/** Everything a figure or list can leave as; what is chosen is shown before it is saved. */
export function ExportDialog({ subject, link, onClose }: Props) {
  const { t, lang } = useI18n();
  const drawing = useMemo(() => subject.drawing?.() ?? null, [subject]);
  const [options, setOptions] = useState<ExportOptions>({
    preset: presetOf('wide'),
    scale: 1,
    theme: 'light',
    ground: true,
    lang,
    alt: null,
  });
  const { state, run } = useExport(subject, t);
  const change = (part: Partial<ExportOptions>) => setOptions({ ...options, ...part });
  const available = formatsFor({ drawing, rows: subject.rows });
  const title = drawing?.words.title ?? subject.subject;
  const alt = options.alt ?? drawing?.words.alt ?? '';
  const save = (format: Format) => void run(format, options);
  const pictures = available.filter((format) => format.takes === 'picture');
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('export.title', { title })}
      width={drawing ? 920 : 520}
      foot={<ExportOutcome state={state} />}
    >
      <div className={drawing ? styles.columns : styles.single}>
        {drawing ? (
          <section className={styles.part} aria-label={t('export.picture')}>
            <ExportPreview drawing={drawing} options={options} />
            <PictureOptions options={options} change={change} />
            <div className={styles.row}>
              {pictures.map((format, index) => (
                <Button
                  key={format.id}
                  variant={index === 0 ? 'primary' : 'plain'}
                  disabled={state.kind === 'working'}
                  onClick={() => save(format)}
                >
                  {t(format.id === 'svg' ? 'export.save.svg' : 'export.save.png')}
                </Button>
              ))}
            </div>
          </section>
        ) : null}
        <div className={styles.side}>
          <DataFormats
            formats={available.filter((format) => format.takes !== 'picture')}
            tableRows={drawing?.table.rows.length ?? 0}
            rows={subject.rows?.n ?? 0}
            busy={state.kind === 'working'}
            save={save}
          />
          <ExportWords alt={drawing ? alt : null} link={link} onAlt={(text) => change({ alt: text })} />
        </div>
      </div>
    </Dialog>
  );
}

/** The text alternative, to be edited and copied, and the link. */
function ExportWords(props: { alt: string | null; link: string; onAlt: (text: string) => void }) {
  const { t } = useI18n();
  const { alt, link } = props;
  const copy = (text: string) => void copyText(text, t('export.copied'), t('export.copyByHand'));
  return (
    <section className={styles.part} aria-labelledby="export-words">
      <h3 id="export-words" className={styles.heading}>
        {t('export.words')}
      </h3>
      {alt === null ? null : (
        <label className={styles.alt}>
          <span>{t('export.alt')}</span>
          <textarea
            rows={6}
            maxLength={300}
            value={alt}
            onChange={(event) => props.onAlt(event.target.value)}
          />
          <span className={styles.hint}>{t('export.altHint', { n: alt.length })}</span>
        </label>
      )}
      <div className={styles.row}>
        {alt === null ? null : <Button onClick={() => copy(alt)}>{t('export.copyAlt')}</Button>}
        <Button icon="link" onClick={() => copy(link)}>
          {t('export.copyLink')}
        </Button>
      </div>
    </section>
  );
}

function PictureOptions({
  options,
  change,
}: {
  options: ExportOptions;
  change: (part: Partial<ExportOptions>) => void;
}) {
  const { t } = useI18n();
  const { preset, scale } = options;
  return (
    <div className={styles.options}>
      <Select<Preset['id']>
        label={t('export.size')}
        value={preset.id}
        options={presets.map(({ id }) => ({ value: id, label: t(`export.size.${id}`) }))}
        onChange={(id) => change({ preset: presetOf(id) })}
      />
      <Segmented
        label={t('export.scale')}
        value={String(scale) as '1' | '2' | '3'}
        options={(['1', '2', '3'] as const).map((value) => ({
          value,
          label: t('export.scale.n', { n: Number(value) }),
        }))}
        onChange={(value) => change({ scale: Number(value) as 1 | 2 | 3 })}
      />
      <Segmented
        label={t('export.theme')}
        value={options.theme}
        options={(['light', 'dark'] as const).map((value) => ({ value, label: t(`export.theme.${value}`) }))}
        onChange={(theme) => change({ theme })}
      />
      <Checkbox checked={!options.ground} onChange={(clear) => change({ ground: !clear })}>
        {t('export.ground')}
      </Checkbox>
      <span className={styles.hint}>
        {t('export.pixels', {
          width: String(preset.size.width * scale),
          height: String(preset.size.height * scale),
        })}
      </span>
    </div>
  );
}

const dataKeys = { 'table-csv': 'table-csv', csv: 'csv', geojson: 'geojson' } as const;

function DataFormats(props: {
  formats: readonly Format[];
  tableRows: number;
  rows: number;
  busy: boolean;
  save: (format: Format) => void;
}) {
  const { t } = useI18n();
  if (props.formats.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="export-data">
      <h3 id="export-data" className={styles.heading}>
        {t('export.data')}
      </h3>
      <ul className={styles.list}>
        {props.formats.map((format) => {
          const key = dataKeys[format.id as keyof typeof dataKeys];
          return (
            <li key={format.id} className={styles.item}>
              <Button icon="download" disabled={props.busy} onClick={() => props.save(format)}>
                {t(`export.save.${key}`)}
              </Button>
              <span className={styles.hint}>
                {t(`export.about.${key}`, { n: format.takes === 'table' ? props.tableRows : props.rows })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
