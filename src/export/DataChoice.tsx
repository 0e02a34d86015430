import { useI18n } from '#i18n/i18n.tsx';
import { Button } from '#ui/Button.tsx';
import styles from './ExportDialog.module.css';
import type { Format, RowsSource } from './export-job.ts';

interface Props {
  readonly formats: readonly Format[];
  readonly tableRows: number;
  readonly rows: RowsSource | null;
  readonly busy: boolean;
  readonly save: (format: Format) => void;
  readonly copyTable: () => void;
}

/** The data in two extents: what the figure displays, and every row behind it. */
export function DataChoice({ formats, tableRows, rows, busy, save, copyTable }: Props) {
  const { t, format: say } = useI18n();
  const full = formats.filter(({ takes }) => takes === 'rows' || takes === 'events');
  const n = rows?.n ?? 0;
  const tooSmall = full.filter(({ limit }) => limit !== undefined && limit < n);
  const name = (format: Format): string => {
    if (format.takes === 'table') return t('export.save.table', { format: format.name });
    if (format.takes === 'bundle') return t('export.save.picture', { format: format.name });
    return t(`export.save.${rows?.kind ?? 'events'}`, { format: format.name });
  };
  const buttons = (some: readonly Format[]) =>
    some.map((format) => (
      <Button key={format.id} aria-label={name(format)} disabled={busy} onClick={() => save(format)}>
        {format.name}
      </Button>
    ));
  return (
    <section className={styles.part} aria-labelledby="export-data">
      <h3 id="export-data" className={styles.heading}>
        {t('export.data')}
      </h3>
      <div className={styles.item}>
        <p className={styles.hint}>
          <strong>{t('export.displayed')}</strong> · {t('export.about.table', { n: tableRows })}
        </p>
        <div className={styles.row}>
          {buttons(formats.filter(({ takes }) => takes === 'table'))}
          <Button disabled={busy} onClick={copyTable}>
            {t('export.copyTable')}
          </Button>
        </div>
      </div>
      {rows === null ? null : (
        <div className={styles.item}>
          <p className={styles.hint}>
            <strong>{t('export.full')}</strong> · {t(`export.about.${rows.kind}`, { n })}
          </p>
          <div className={styles.row}>{buttons(full.filter((format) => !tooSmall.includes(format)))}</div>
          {tooSmall.map((format) => (
            <p key={format.id} className={styles.hint}>
              {t('export.limit', { formats: format.name, limit: say.number(format.limit ?? 0) })}
            </p>
          ))}
        </div>
      )}
      <div className={styles.item}>
        <p className={styles.hint}>
          <strong>{t('export.bundle')}</strong> · {t('export.about.bundle')}
        </p>
        <div className={styles.row}>{buttons(formats.filter(({ takes }) => takes === 'bundle'))}</div>
      </div>
    </section>
  );
}
