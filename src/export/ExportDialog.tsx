import { useMemo, useState } from 'react';
import type { FigureWords } from '#figures/figure.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { DataChoice } from './DataChoice.tsx';
import { EmbedChoice } from './EmbedChoice.tsx';
import styles from './ExportDialog.module.css';
import { ExportOutcome } from './ExportOutcome.tsx';
import { ExportPreview } from './ExportPreview.tsx';
import { ExportWords } from './ExportWords.tsx';
import type { ExportOptions, ExportSubject } from './export-job.ts';
import { drawingOf } from './format-svg.ts';
import { formatsFor } from './formats.ts';
import { longAlt } from './long-alt.ts';
import { PictureChoice } from './PictureChoice.tsx';
import { presetOf } from './presets.ts';
import shareStyles from './ShareTabs.module.css';
import { ShareTabs } from './ShareTabs.tsx';
import { subjectReference } from './subject-reference.ts';
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
          <ExportWords
            alt={options.alt ?? drawing.words.alt}
            link={link}
            onAlt={(alt) => change({ alt })}
            longText={() => longAlt(drawingOf(subject, options.alt), i18n)}
          />
          <Reproduce subject={subject} words={drawing.words} />
          <EmbedChoice kind={drawing.kind} words={drawing.words} />
        </div>
      </div>
    </Dialog>
  );
}

/** Citation in every format and code for the same rows, folded away until wanted. */
function Reproduce({ subject, words }: { subject: ExportSubject; words: FigureWords }) {
  const { t, lang } = useI18n();
  const [open, setOpen] = useState(false);
  const { rows, dataVersion } = subject;
  return (
    <details className={shareStyles.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('share.fold')}</summary>
      {open ? (
        <ShareTabs
          reference={subjectReference(subject, words, { lang, today: new Date() })}
          csv={rows?.kind === 'events' ? pinnedTo(rows.address('csv'), dataVersion) : null}
          feeds={null}
        />
      ) : null}
    </details>
  );
}

/** The absolute address of rows, of the data version shown. */
function pinnedTo(address: string, dataVersion: string): string {
  const url = new URL(address, location.href);
  if (dataVersion !== '') url.searchParams.set('asof', dataVersion);
  return url.href;
}
