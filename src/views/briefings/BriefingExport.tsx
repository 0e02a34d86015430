import { useState } from 'react';
import type { Briefing } from '#core/briefing.ts';
import { writeBriefing } from '#core/briefing-file.ts';
import { briefingFileName, briefingFormats } from '#export/briefing/briefing-formats.ts';
import { useBriefingT } from '#i18n/briefing-words.ts';
import { useT } from '#i18n/i18n.tsx';
import { Menu } from '#ui/Menu.tsx';
import { saveFile } from '#ui/save-file.ts';
import { showToast } from '#ui/toast-store.ts';
import styles from './BriefingPage.module.css';
import { type useDrawnItems, wholeBriefing } from './use-drawn-items.ts';
import { whyOf } from './why.ts';

type Props = { briefing: Briefing; drawn: ReturnType<typeof useDrawnItems> };

/** The ways out of a briefing. A file is made only when every item is in it. */
export function BriefingExport({ briefing, drawn }: Props) {
  const say = useBriefingT();
  const t = useT();
  const [said, setSaid] = useState('');
  const whole = wholeBriefing(briefing, drawn);
  const failed = drawn.items.flatMap((one, at) => (one.state === 'failed' ? [String(at + 1)] : []));
  const waiting = drawn.items.filter((one) => one.state === 'drawing').length;
  const write = async (id: string) => {
    if (id === 'json') return saveBriefingFile(briefing);
    const format = briefingFormats.find((candidate) => candidate.id === id);
    if (!format || !whole) return;
    const name = briefingFileName(whole, format.extension);
    setSaid(say('briefing.export.working', { name }));
    try {
      const { blob, missing = '' } = await format.write(whole);
      saveFile({ name, blob });
      setSaid(missing === '' ? '' : say('briefing.export.letters', { letters: missing }));
      showToast(say('briefing.export.saved', { name }));
    } catch (error) {
      setSaid(say('briefing.export.failed', { why: whyOf(error, say, t) }));
    }
  };
  const all = drawn.items.length;
  const status =
    failed.length > 0
      ? say('briefing.export.unready', { list: failed.join(', ') })
      : waiting > 0
        ? say('briefing.drawing', { n: all - waiting, all })
        : said;
  const formats = whole === null ? [] : briefingFormats;
  return (
    <>
      <Menu
        label={say('briefing.export')}
        button={say('briefing.export')}
        icon="download"
        variant="primary"
        side="start"
        items={[
          ...formats.map(({ id }) => ({ value: id, label: say(`briefing.format.${id}`) })),
          { value: 'json', label: say('briefing.saveFile') },
        ]}
        onChoose={(id) => void write(id)}
      />
      <span className={styles.status} role="status">
        {status}
      </span>
    </>
  );
}

/** The briefing as the one file that can be opened again, here or elsewhere. */
export function saveBriefingFile(briefing: Briefing): void {
  const blob = new Blob([writeBriefing(briefing)], { type: 'application/json' });
  saveFile({ name: briefingFileName({ title: briefing.title, dataVersion: '' }, 'json'), blob });
}
