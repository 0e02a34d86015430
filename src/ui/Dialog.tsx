import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '#i18n/i18n.tsx';
import { IconButton } from './Button.tsx';
import styles from './Dialog.module.css';
import { dialogOpens } from './layout-media.ts';

type Props = {
  open: boolean;
  onClose(): void;
  title: string;
  shape?: 'box' | 'full' | 'side';
  foot?: ReactNode;
  /** Width of the box in px. */
  width?: number;
  children: ReactNode;
};

/** The platform's modal dialog: focus goes in, cycles, Esc closes, and focus returns to where it was. */
export function Dialog({ open, onClose, title, shape = 'box', foot, width, children }: Props) {
  const t = useT();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!open || !element || element.open) return;
    const before = document.activeElement;
    const closes = dialogOpens();
    element.showModal();
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      closes();
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [open]);
  if (!open) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the platform's key for the same action
    <dialog
      ref={dialog}
      className={shape === 'box' ? styles.dialog : `${styles.dialog} ${styles[shape]}`}
      style={width ? { ['--dialog-w' as string]: `${width}px` } : undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <IconButton icon="close" label={t('ui.close')} onClick={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
      {foot ? <div className={styles.foot}>{foot}</div> : null}
    </dialog>
  );
}
