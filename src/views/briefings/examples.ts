import { type Briefing, type BriefingItem, type ItemContent, newItem } from '#core/briefing.ts';
import type { BriefingT } from '#i18n/briefing-words.ts';
import type { Lang } from '#i18n/lang.ts';
import { newId } from '#state/briefing-store.ts';

export const exampleKeys = ['air', 'vraem', 'homicide'] as const;
export type ExampleKey = (typeof exampleKeys)[number];

/** What the examples say in numbers; tests/sample/briefing-examples.test.ts holds them against the bundled data. */
export const exampleFigures = {
  air: { in1995: 7, all: 18 },
  vraem: {
    nation: { 2015: 40_300, 2022: 95_008, 2024: 89_755 },
    zone: { 2015: 18_333, 2024: 36_345 },
  },
  homicide: { salvador: { 2016: 83, 2018: 52 }, mexico: { 2016: 19.9, 2018: 29.1 }, peru: { 2017: 7.9 } },
} as const;

type Words = readonly [title: string, message: string];
type Entry = readonly [content: ItemContent | { readonly kind: 'note' }, words: Words];

const figure = (name: string, address: string): ItemContent => ({
  kind: 'figure',
  ref: { figure: name, address },
});

const interceptions = 'v=1&c=PE&type=forced-landing,shoot-down';

const entries: Readonly<Record<ExampleKey, (say: BriefingT) => readonly Entry[]>> = {
  air: (say) => [
    [
      figure('map', '/?v=1&c=PE&type=air'),
      [say('briefing.example.air.map'), say('briefing.example.air.mapSays')],
    ],
    [
      figure('timeline', `/?${interceptions}`),
      [
        say('briefing.example.air.time', { n: exampleFigures.air.in1995, all: exampleFigures.air.all }),
        say('briefing.example.air.timeSays'),
      ],
    ],
    [
      { kind: 'list', address: `/events?${interceptions}&sort=oldest`, rows: 10 },
      [say('briefing.example.air.list'), ''],
    ],
    [{ kind: 'note' }, [say('briefing.example.air.note'), say('briefing.example.air.noteSays')]],
  ],
  vraem: (say) => {
    const { nation, zone } = exampleFigures.vraem;
    return [
      [
        figure('series', '/indicators/coca-national?v=1&c=PE'),
        [
          say('briefing.example.vraem.nation', { a: nation[2015], b: nation[2024] }),
          say('briefing.example.vraem.nationSays', { c: nation[2022] }),
        ],
      ],
      [
        figure('chart', '/country/PE#coca-peru-zones@VRAEM'),
        [
          say('briefing.example.vraem.zone', { a: zone[2015], b: zone[2024] }),
          say('briefing.example.vraem.zoneSays'),
        ],
      ],
      [
        figure('map', '/?v=1&c=PE&q=VRAEM'),
        [say('briefing.example.vraem.map'), say('briefing.example.vraem.mapSays')],
      ],
      [{ kind: 'note' }, [say('briefing.example.vraem.note'), say('briefing.example.vraem.noteSays')]],
    ];
  },
  homicide: (say) => {
    const { salvador, mexico, peru } = exampleFigures.homicide;
    return [
      [
        figure('series', '/indicators/homicide-rate'),
        [
          say('briefing.example.homicide.all', { a: salvador[2018] }),
          say('briefing.example.homicide.allSays', { b: salvador[2016] }),
        ],
      ],
      [
        figure('series', '/indicators/homicide-rate?v=1&c=MX'),
        [
          say('briefing.example.homicide.mexico', { a: mexico[2016], b: mexico[2018] }),
          say('briefing.example.homicide.mexicoSays'),
        ],
      ],
      [
        figure('series', '/indicators/homicide-rate?v=1&c=PE'),
        [say('briefing.example.homicide.peru', { a: peru[2017] }), say('briefing.example.homicide.peruSays')],
      ],
      [{ kind: 'note' }, [say('briefing.example.homicide.note'), say('briefing.example.homicide.noteSays')]],
    ];
  },
};

/** A ready-made briefing as a copy of the reader's own: live figures, our words. */
export function exampleBriefing(key: ExampleKey, lang: Lang, say: BriefingT): Briefing {
  const items = entries[key](say).map(
    ([content, [title, message]]): BriefingItem => ({ ...newItem(newId(), content), title, message }),
  );
  return { id: newId(), title: say(`briefing.example.${key}.title`), audience: '', lang, items };
}
