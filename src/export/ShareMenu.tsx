import { lazy, Suspense, useState } from 'react';
import { useT } from '#i18n/i18n.tsx';
import { Button } from '#ui/Button.tsx';
import type { ShareSubject } from './ShareTabs.tsx';

const ShareDialog = lazy(() => import('./ShareDialog.tsx').then((m) => ({ default: m.ShareDialog })));

/** A button that opens what a view can be handed on as; `subject` is asked for when it opens. */
export function ShareMenu({ subject, link }: { subject: () => ShareSubject; link: string }) {
  const t = useT();
  const [opened, setOpened] = useState<ShareSubject | null>(null);
  return (
    <>
      <Button icon="link" aria-haspopup="dialog" onClick={() => setOpened(subject())}>
        {t('share.menu')}
      </Button>
      {opened === null ? null : (
        <Suspense fallback={null}>
          <ShareDialog subject={opened} link={link} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
}
