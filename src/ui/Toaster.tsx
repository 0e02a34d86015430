import { useT } from '#i18n/i18n.tsx';
import { Icon } from './Icon.tsx';
import styles from './Toaster.module.css';
import { dismissToast, useToasts } from './toast-store.ts';

/** The page's messages and its one polite live region; mounted once by the shell. */
export function Toaster() {
  const t = useT();
  const toasts = useToasts((state) => state.toasts);
  const polite = useToasts((state) => state.polite);
  return (
    <>
      <p className="visually-hidden" aria-live="polite" aria-atomic="true">
        {polite}
      </p>
      <div className={styles.stack} role="status">
        {toasts.map((toast) => (
          <div key={toast.id} className={styles.toast}>
            <span>{toast.text}</span>
            {toast.actions.map(({ label, run }) => (
              <button
                key={label}
                type="button"
                className={styles.action}
                onClick={() => {
                  run();
                  dismissToast(toast.id);
                }}
              >
                {label}
              </button>
            ))}
            <button
              type="button"
              className={styles.close}
              aria-label={t('ui.close')}
              onClick={() => dismissToast(toast.id)}
            >
              <Icon name="close" size={14} />
            </button>
          </div>
        ))}
      </div>
    </>
  );
}
