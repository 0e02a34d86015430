import { useBriefingT } from '#i18n/briefing-words.ts';
import { useBriefings } from '#state/briefing-store.ts';
import styles from './BriefingPage.module.css';

/** Says why this browser keeps nothing, while it does not. */
export function Unkept() {
  const say = useBriefingT();
  const unkept = useBriefings((state) => state.unkept);
  if (unkept === null) return null;
  return (
    <p className={styles.warning} role="alert">
      {say(`briefing.unkept.${unkept}`)}
    </p>
  );
}
