import type { FamilyKey } from '#core/taxonomy.ts';
import type { FigureTheme } from './figure.ts';

/**
 * The colours of figures as plain values, for canvas and for files that leave the page (ux.md 9; tests/figures/palette.test.ts
 * recomputes contrast and colour-blind distance, and that src/app/tokens.css says the same).
 */
export interface Palette {
  readonly bg: string;
  readonly surface: string;
  readonly sunken: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly control: string;
  readonly divider: string;
  readonly hairline: string;
  readonly window: string;
  readonly land: string;
  readonly landChosen: string;
  readonly water: string;
  readonly coast: string;
  readonly adm1: string;
  readonly warn: string;
  readonly category: Readonly<Record<FamilyKey, string>>;
  /** Lowest to highest class. */
  readonly sequential: readonly [string, string, string, string, string];
  /** Ink of labels that stand on the class of the same place. */
  readonly sequentialInk: readonly [string, string, string, string, string];
  /** Lowest to highest class of density: squares of a few pixels without an edge, so the lowest already stands out. */
  readonly density: readonly [string, string, string, string, string];
  /** Classes of hot spots: orange against blue, the surer the further from the ground; `fresh` only in trends. */
  readonly hot: {
    readonly strongHot: string;
    readonly hot: string;
    readonly cold: string;
    readonly strongCold: string;
    readonly fresh: string;
    readonly even: string;
    /** Ink of the sign on `hot` and `cold`, and on the others. */
    readonly ink: string;
    readonly strongInk: string;
  };
}

const light: Palette = {
  bg: '#ffffff',
  surface: '#f5f7fa',
  sunken: '#e9edf2',
  text: '#16202b',
  text2: '#45525f',
  text3: '#5b6875',
  accent: '#0b5cad',
  onAccent: '#ffffff',
  control: '#7a8794',
  divider: '#cbd3dc',
  hairline: '#dde3ea',
  window: '#e6eef8',
  land: '#f3f4f5',
  landChosen: '#ffffff',
  water: '#e3ebf2',
  coast: '#74818d',
  adm1: '#c3cad2',
  warn: '#8a5300',
  category: {
    seizure: '#3c60fe',
    air: '#61049a',
    clash: '#990a00',
    arrest: '#115457',
    eradication: '#848f02',
    killing: '#400000',
    trafficking: '#c46e8e',
    policy: '#6f579f',
  },
  sequential: ['#fde3c8', '#f6b97f', '#e2853c', '#b4551a', '#7a2e0b'],
  sequentialInk: ['#16202b', '#16202b', '#16202b', '#ffffff', '#ffffff'],
  density: ['#c2702a', '#9e5314', '#78390a', '#502305', '#251003'],
  hot: {
    strongHot: '#8a2f08',
    hot: '#d4622a',
    cold: '#4a86c5',
    strongCold: '#123f7a',
    fresh: '#3d1299',
    even: '#dde3ea',
    ink: '#0b1016',
    strongInk: '#ffffff',
  },
};

const dark: Palette = {
  bg: '#12161c',
  surface: '#1b222b',
  sunken: '#0c0f13',
  text: '#e8edf2',
  text2: '#b7c2cd',
  text3: '#93a0ad',
  accent: '#7cb7f2',
  onAccent: '#0c1a28',
  control: '#7e8b99',
  divider: '#33404d',
  hairline: '#2a343f',
  window: '#1d2733',
  land: '#1b222b',
  landChosen: '#242d37',
  water: '#0e1822',
  coast: '#6c7c8d',
  adm1: '#3a4754',
  warn: '#f0b95b',
  category: {
    seizure: '#6065fc',
    air: '#8f5baa',
    clash: '#d73d49',
    arrest: '#8ef9fe',
    eradication: '#defd99',
    killing: '#d0b9a3',
    trafficking: '#ec822c',
    policy: '#9496b1',
  },
  sequential: ['#4a3220', '#7c4a22', '#b46c2c', '#e5a362', '#fbe4cb'],
  sequentialInk: ['#ffffff', '#ffffff', '#ffffff', '#16202b', '#16202b'],
  density: ['#a26b39', '#c3884c', '#e2a966', '#f6d29e', '#fffdfa'],
  hot: {
    strongHot: '#ffd2a3',
    hot: '#d97a35',
    cold: '#5590d6',
    strongCold: '#c4dcff',
    fresh: '#ffffff',
    even: '#33404d',
    ink: '#0b1016',
    strongInk: '#12161c',
  },
};

export const palettes: Readonly<Record<FigureTheme, Palette>> = { light, dark };

/** Dash of each family's line, so that lines differ without colour. */
export const familyDash: Readonly<Record<FamilyKey, string>> = {
  seizure: '',
  air: '8 3',
  clash: '2 2',
  arrest: '12 4',
  eradication: '8 3 2 3',
  killing: '4 4',
  trafficking: '1 3',
  policy: '6 2 1 2',
};
