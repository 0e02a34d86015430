import { useI18n } from '#i18n/i18n.tsx';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './ExportDialog.module.css';
import type { ExportOptions, Format } from './export-job.ts';
import { type Preset, presetOf, presets } from './presets.ts';

interface Props {
  readonly options: ExportOptions;
  readonly change: (part: Partial<ExportOptions>) => void;
  readonly formats: readonly Format[];
  readonly busy: boolean;
  readonly save: (format: Format) => void;
  readonly copy: () => void;
}

/** Size, scale and colours of the picture, and the files it is saved as. */
export function PictureChoice({ options, change, formats, busy, save, copy }: Props) {
  const { t } = useI18n();
  const { preset, scale } = options;
  return (
    <>
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
          options={(['light', 'dark'] as const).map((value) => ({
            value,
            label: t(`export.theme.${value}`),
          }))}
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
      <div className={styles.row}>
        {formats.map((format, index) => (
          <Button
            key={format.id}
            variant={index === 0 ? 'primary' : 'plain'}
            disabled={busy}
            onClick={() => save(format)}
          >
            {t('export.save.picture', { format: format.name })}
          </Button>
        ))}
        <Button disabled={busy} onClick={copy}>
          {t('export.copyImage')}
        </Button>
      </div>
    </>
  );
}
