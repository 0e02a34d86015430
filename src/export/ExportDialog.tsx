import { useMemo, useState } from 'react';
import { useI18n } from '#i18n/i18n.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { DataChoice } from './DataChoice.tsx';
import styles from './ExportDialog.module.css';
import { ExportOutcome } from './ExportOutcome.tsx';
import { ExportPreview } from './ExportPreview.tsx';
import { ExportWords } from './ExportWords.tsx';
import type { ExportOptions, ExportSubject } from './export-job.ts';
import { formatsFor } from './formats.ts';
import { PictureChoice } from './PictureChoice.tsx';
import { presetOf } from './presets.ts';
import { useExport } from './use-export.ts';

interface Props {
  readonly subject: ExportSubject;
  readonly link: string;
  readonly onClose: () => void;
}

/** Everything a figure or list can leave as; what is chosen is shown before it is saved. */
export function ExportDialog({ subject, link, onClose }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const drawing = useMemo(() => subject.drawing(), [subject]);
  const [options, setOptions] = useState<ExportOptions>({
    preset: presetOf('wide'),
    scale: 1,
    theme: 'light',
    ground: true,
    i18n,
    alt: null,
  });
  const { state, save, copy } = useExport(subject, t);
  const change = (part: Partial<ExportOptions>) => setOptions({ ...options, ...part });
  const available = formatsFor(subject);
  const busy = state.kind === 'working';
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('export.title', { title: drawing.words.title })}
      width={960}
      foot={<ExportOutcome state={state} />}
    >
      <div className={styles.columns}>
        <section className={styles.part} aria-label={t('export.picture')}>
          <ExportPreview drawing={drawing} options={options} />
          <PictureChoice
            options={options}
            change={change}
            formats={available.filter(({ takes }) => takes === 'picture')}
            busy={busy}
            save={(format) => void save(format, options)}
            copy={() => void copy('image', options)}
          />
        </section>
        <div className={styles.side}>
          <DataChoice
            formats={available}
            tableRows={drawing.table.rows.length}
            rows={subject.rows}
            busy={busy}
            save={(format) => void save(format, options)}
            copyTable={() => void copy('table', options)}
          />
          <ExportWords alt={options.alt ?? drawing.words.alt} link={link} onAlt={(alt) => change({ alt })} />
        </div>
      </div>
    </Dialog>
  );
}
