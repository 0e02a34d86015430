import { Link } from 'wouter';
import { isPlaced, placePrecisions } from '#core/place.ts';
import { defaultView } from '#core/view.ts';
import { useAboutT } from '#i18n/about-words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { placePrecisionLabel } from '#i18n/labels.ts';
import { paths } from '#state/paths.ts';
import { viewReference } from '#state/references.ts';
import { useEdition } from '#state/use-edition.ts';
import { useNames } from '#state/use-names.ts';
import { useTitle } from '#state/use-title.ts';
import { Cite } from '#ui/Cite.tsx';
import { ExternalLink } from '#ui/ExternalLink.tsx';
import { Page } from '#ui/Page.tsx';
import { Panel } from '#ui/Panel.tsx';
import { PrecisionMark } from '#ui/PrecisionMark.tsx';
import styles from './AboutPage.module.css';

const SECTIONS = [
  'method',
  'place',
  'time',
  'numbers',
  'hot',
  'limits',
  'cite',
  'licences',
  'private',
] as const;
const PARAGRAPHS = {
  method: ['about.method.1', 'about.method.2', 'about.method.3', 'about.method.4'],
  time: ['about.time.1', 'about.time.2', 'about.time.3'],
  numbers: ['about.numbers.1', 'about.numbers.2'],
  hot: ['about.hot.1', 'about.hot.2', 'about.hot.3', 'about.hot.4'],
  limits: ['about.limits.1', 'about.limits.2', 'about.limits.3', 'about.limits.4'],
  private: ['about.private.1'],
} as const;

/** Method, precision, counting rules, limits, citation, licences. */
export default function AboutPage() {
  const say = useAboutT();
  useTitle(say('about.title'));
  return (
    <Page narrow title={say('about.title')} lead={say('about.lead')}>
      <nav aria-label={say('about.contents')} className={styles.contents}>
        <ul>
          {SECTIONS.map((key) => (
            <li key={key}>
              <a href={`#${key}`}>{say(`about.${key}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Words id="method" />
      <Precision />
      <Words id="time" />
      <Words id="numbers" />
      <Words id="hot" />
      <Words id="limits" />
      <HowToCite />
      <Licences />
      <Words id="private" />
    </Page>
  );
}

function Words({ id }: { id: keyof typeof PARAGRAPHS }) {
  const say = useAboutT();
  return (
    <Panel id={id} title={say(`about.${id}`)}>
      <div className={styles.text}>
        {PARAGRAPHS[id].map((key) => (
          <p key={key}>{say(key)}</p>
        ))}
      </div>
    </Panel>
  );
}

/** The seven levels of place, each with the sign that maps use. */
function Precision() {
  const { t } = useI18n();
  const say = useAboutT();
  return (
    <Panel flush id="place" title={say('about.place')} note={say('about.place.note')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{say('about.place')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('about.place.col.drawn')}</th>
            <th scope="col">{say('about.place.col.level')}</th>
            <th scope="col">{say('about.place.col.means')}</th>
            <th scope="col">{say('about.place.col.map')}</th>
          </tr>
        </thead>
        <tbody>
          {placePrecisions.map(({ level }) => (
            <tr key={level}>
              <td>
                <PrecisionMark level={level} size={28} color="var(--cat-seizure)" />
              </td>
              <th scope="row">
                <span className={styles.level}>P{level}</span> {placePrecisionLabel(t, level)}
              </th>
              <td>{say(`about.place.${level}`)}</td>
              <td>{isPlaced(level) ? say('about.place.counted') : say('about.place.notCounted')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function HowToCite() {
  const i18n = useI18n();
  const say = useAboutT();
  const edition = useEdition();
  const link = new URL(paths.explore({ ...defaultView, asof: edition.dataVersion || null }), location.href)
    .href;
  const tool = { id: 'tool', title: say('about.cite.title'), link, sources: useNames().sources };
  return (
    <Panel id="cite" title={say('about.cite')}>
      <div className={styles.text}>
        <p>{say('about.cite.note')}</p>
        <Cite reference={viewReference({ i18n, edition }, tool)} />
      </div>
    </Panel>
  );
}

const LINKS = [
  ['Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0'],
  ['Hippocratic-2.1', 'https://firstdonoharm.dev/version/2/1/license/'],
  ['OFL-1.1', 'https://openfontlicense.org/'],
  ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
] as const;

function Licences() {
  const say = useAboutT();
  return (
    <Panel id="licences" title={say('about.licences')}>
      <div className={styles.text}>
        <p>{say('about.licences.1')}</p>
        <p>{say('about.licences.2')}</p>
        <p>{say('about.licences.3')}</p>
        <p>
          {say('about.licences.4')} <Link href={paths.sources()}>{say('about.licences.sources')}</Link>
        </p>
        <ul className={styles.links}>
          {LINKS.map(([name, href]) => (
            <li key={name}>
              <ExternalLink href={href}>{name}</ExternalLink>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
