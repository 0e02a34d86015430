import { useT } from '#i18n/i18n.tsx';
import { CopyLink } from '#ui/Cite.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './ShareTabs.module.css';
import { type ShareSubject, ShareTabs } from './ShareTabs.tsx';

/** Everything a view can be handed on as, files apart: link, citation, code, feed. */
export function ShareDialog(props: { subject: ShareSubject; link: string; onClose: () => void }) {
  const t = useT();
  const { subject, link, onClose } = props;
  return (
    <Dialog open onClose={onClose} title={t('share.title', { title: subject.reference.title })} width={720}>
      <div className={styles.share}>
        <p className={styles.note}>{t('share.linkNote')}</p>
        <div>
          <CopyLink href={link} />
        </div>
        <ShareTabs {...subject} />
      </div>
    </Dialog>
  );
}
