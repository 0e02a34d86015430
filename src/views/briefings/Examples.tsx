import { useLocation } from 'wouter';
import { useBriefingT } from '#i18n/briefing-words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { keepBriefing } from '#state/briefing-store.ts';
import { paths } from '#state/paths.ts';
import { Button } from '#ui/Button.tsx';
import { Panel } from '#ui/Panel.tsx';
import styles from './BriefingPage.module.css';
import { type ExampleKey, exampleBriefing, exampleKeys } from './examples.ts';

/** Three briefings to start from. */
export function Examples() {
  const say = useBriefingT();
  const { lang } = useI18n();
  const [, navigate] = useLocation();
  const use = async (key: ExampleKey) => {
    const briefing = exampleBriefing(key, lang, say);
    await keepBriefing(briefing);
    navigate(paths.briefing(briefing.id));
  };
  return (
    <Panel bare title={say('briefing.examples')} note={say('briefing.examples.lead')}>
      <ul className={styles.examples}>
        {exampleKeys.map((key) => (
          <li key={key} className={styles.example}>
            <h3>{say(`briefing.example.${key}.title`)}</h3>
            <p>{say(`briefing.example.${key}.about`)}</p>
            <Button
              aria-label={`${say('briefing.example.use')}: ${say(`briefing.example.${key}.title`)}`}
              onClick={() => void use(key)}
            >
              {say('briefing.example.use')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
