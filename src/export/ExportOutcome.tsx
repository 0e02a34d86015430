import { useEffect, useState } from 'react';
import { useT } from '#i18n/i18n.tsx';
import styles from './ExportDialog.module.css';
import type { WrittenFile } from './export-job.ts';
import type { ExportState } from './use-export.ts';

/** What became of the last export, and the file itself for browsers that refuse downloads (F37). */
export function ExportOutcome({ state }: { state: ExportState }) {
  const t = useT();
  return (
    <div className={styles.outcome} role="status" aria-busy={state.kind === 'working'}>
      {state.kind === 'working' ? t('export.working') : null}
      {state.kind === 'copied' ? state.text : null}
      {state.kind === 'refused' ? <span className={styles.refused}>{state.text}</span> : null}
      {state.kind === 'saved' ? (
        <>
          <span>{state.text}</span> <ByHand file={state.file} />
        </>
      ) : null}
    </div>
  );
}

function ByHand({ file }: { file: WrittenFile }) {
  const t = useT();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file.blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (url === null) return null;
  return (
    <span className={styles.hint}>
      {t('export.byHand')}{' '}
      <a href={url} download={file.name}>
        {t('export.openFile', { name: file.name })}
      </a>
    </span>
  );
}
