import { markupText } from '#core/markup.ts';
import { en } from '#i18n/en.ts';
import { es } from '#i18n/es.ts';
import type { Lang } from '#i18n/lang.ts';
import { type Message, splitMessage } from '#i18n/message.ts';
import { pt } from '#i18n/pt.ts';
import { paths, patterns, type Screen } from '#state/paths.ts';

/** What the build hands over for one screen in one language. */
export interface FirstViewParts {
  readonly screen: Screen;
  readonly lang: Lang;
  /** Addresses of scripts and styles that the screen needs beyond what the document itself names. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

export const languages: Readonly<Record<Lang, Readonly<Record<string, Message>>>> = { en, es, pt };
export const screens = Object.keys(patterns) as Screen[];

/** Where the server writes what only it knows: server/first-view.ts fills these. */
const hole = (name: string, words?: string): string =>
  words === undefined ? `{{${name}}}` : `{{${name}|${words}}}`;

function wordsIn(lang: Lang): (key: string) => string {
  return (key) => {
    const message = languages[lang][key];
    if (typeof message !== 'string') throw new Error(`${lang}: no plain message "${key}"`);
    return markupText(message);
  };
}

/** Country and list pages carry their parent's mark in the header, as src/app/Header.tsx does. */
function isCurrent(link: Screen, screen: Screen): boolean {
  return (
    link === screen ||
    patterns[screen].split('/')[1] === patterns[link].split('/')[1] ||
    (link === 'countries' && screen === 'country')
  );
}

function header(screen: Screen, word: (key: string) => string, lang: Lang): string {
  const links = screens
    .filter((link) => `shell.nav.${link}` in languages[lang])
    .map((link) => {
      const current = isCurrent(link, screen) ? ' aria-current="page"' : '';
      return `<a href="${patterns[link]}"${current}>${word(`shell.nav.${link}`)}</a>`;
    });
  return `<header class="first-header"><a class="first-brand" href="${paths.explore()}">${word('shell.brand')}</a><nav aria-label="${word('shell.nav')}">${links.join('')}</nav></header>`;
}

/** What the server can say of the page; left empty it shows bars of about that size. */
const lead = (words?: string): string => `<p class="first-lead">${hole('lead', words)}</p>`;

function main(screen: Screen, word: (key: string) => string): string {
  if (screen === 'explore') {
    return `<main class="first-explore"><h1 class="visually-hidden">${word('explore.title')}</h1><div class="first-filters"></div><div class="first-center"><div class="first-map">${lead(word('shell.first'))}</div><div class="first-time"></div></div><div class="first-side"></div></main>`;
  }
  return `<main class="first-page first-${screen}"><h1>${hole('title', word(`shell.title.${screen}`))}</h1>${lead()}<div class="first-box"></div></main>`;
}

/** The document of one screen: everything a reader can be shown before a script runs, and the names of what to fetch meanwhile. */
export function firstViewDocument(page: string, { screen, lang, scripts, styles }: FirstViewParts): string {
  const word = wordsIn(lang);
  const fetched = [
    ...styles.map((href) => `<link rel="stylesheet" crossorigin href="${href}">`),
    ...scripts.map((href) => `<link rel="modulepreload" crossorigin href="${href}">`),
    hole('data'),
  ];
  const title = splitMessage(String(languages[lang]['shell.title']))
    .map((part, index) => (index % 2 === 0 ? markupText(part) : hole('title', word(`shell.title.${screen}`))))
    .join('');
  return page
    .replace('<html lang="en">', `<html lang="${lang}">`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`)
    .replace('</head>', () => `  ${fetched.join('\n    ')}\n  </head>`)
    .replace(
      '<div id="root"></div>',
      () =>
        `<div id="root"><div class="first">${header(screen, word, lang)}${main(screen, word)}</div></div>`,
    );
}
