import type { Dispute } from '#core/provenance.ts';

type Short = readonly [field: Dispute['field'], text: string, alternative?: string];

/**
 * Where the sources of one row disagree: both versions, each with who says so. Written from the rows' own columns and
 * notes; a range of figures alone (low/high) is not a dispute and stands in the quantity.
 */
const disputes: Readonly<Record<string, readonly Short[]>> = {
  'pe-007': [
    [
      'quantity',
      'Reuters first reported 6.5 tonnes; Andina gives the later official figure of 7.6 tonnes. The first count was 3 tonnes.',
    ],
  ],
  'pe-016': [
    [
      'kind',
      'AFP, citing the police, says the plane was taken on the ground while being loaded; International Business Times says it was shot down.',
      'shoot-down',
    ],
    ['date', 'AFP places it on the weekend before; International Business Times says 3 May 2016.'],
  ],
  'pe-018': [
    [
      'quantity',
      'Early counts ran from 14 to 18 dead; the later count, given by OjoPúblico a year on, is 16.',
    ],
  ],
  'ai-pe-038': [
    [
      'quantity',
      'Most outlets give the registration CP-2890, one gives CP-2780; the weight of 356 kg is not disputed.',
    ],
  ],
  'ai-pe-053': [['quantity', 'One source gives 293.16 kg, the other 300 kg.']],
  'ai-pe-057': [
    [
      'place',
      'La República says Padre Abad province, but the coordinates it prints fall further east; the point follows the coordinates.',
    ],
  ],
  'ai-pe-058': [['date', 'RCR Perú gives Friday 2 October 2020; El Tiempo (Piura) says Thursday.']],
  'ai-pe-060': [['date', 'Correo reported it on 18 March 2022; Infobae says 19 March.']],
  'ai-pe-069': [['date', 'El Deber says Sunday (17 August 2025); Instantáneas says Monday.']],
  'ai-bo-012': [
    [
      'place',
      'Red Uno and Ahora Digital report it at San Matías; El Deber places the strips in San Ignacio de Velasco.',
    ],
  ],
  'ai-co-010': [
    [
      'kind',
      'Colombia reported a crash while the jet was being followed; Venezuela said it had fired at the plane before.',
      'shoot-down',
    ],
  ],
  'ai-ve-004': [
    [
      'kind',
      'The military command said two planes were shot down; outlets doubt whether they were hit in flight or destroyed on the ground.',
      'aircraft-seizure',
    ],
  ],
  'ai-ve-006': [
    [
      'kind',
      'Often told as a shoot-down; the president said the jet had been taken on a clandestine strip, full of drugs.',
      'shoot-down',
    ],
  ],
  'ai-ve-007': [['place', 'Venezuela says the plane fell in its waters, Aruba says in its own.']],
  'ai-ve-008': [
    [
      'kind',
      'The military said it downed the plane; whether it was destroyed in the air or on the ground is not clear.',
      'aircraft-seizure',
    ],
  ],
  'ai-ve-021': [
    ['kind', 'The same page tells it as neutralised after landing and as shot down.', 'shoot-down'],
  ],
  'ai-br-006': [
    ['date', 'BBC News Brasil and Estadão give 25 April 2018; La Razón (Bolivia) says Thursday.'],
  ],
  'ai-br-009': [
    [
      'place',
      'La República places the landing at Porto Urucu in Amazonas, Brazil; Andina places it in Loreto, Peru.',
    ],
  ],
  'ai-hn-004': [['date', 'InSight Crime gives 18 August 2012; Associated Press says mid-August.']],
  'ai-hn-007': [['date', 'América Economía gives 23 March 2014; La Prensa says April 2014.']],
  'ai-gt-013': [['quantity', 'Narcodiario counted 770 packages at first; El Buen Tono says about a tonne.']],
  'ai-ar-007': [['quantity', 'First counts were 130 to 140 kg; the later figure is 364 kg.']],
  'ai-ec-006': [['quantity', 'El Universo says some 400 kg; Manabí Noticias counts 100 packages.']],
  'ai-do-003': [
    [
      'kind',
      'The page says a helicopter brought the plane down; the anti-drug agency neither confirmed nor denied it.',
    ],
  ],
  'so-pe-006': [['quantity', 'The first count was three soldiers killed; the later count is five.']],
  'so-pe-023': [['date', 'Andina gives 27 June 2017; Perú Informa says July.']],
  'so-pe-036': [['quantity', 'One outlet counts 1,500 officers deployed, another 1,800.']],
  'so-pe-044': [['quantity', 'Early counts were three and eight dead; the later count is nine.']],
  'so-pe-075': [['quantity', 'The same page gives 1,120,000 and 1.5 million cigarettes.']],
  'so-pe-081': [
    ['place', 'Panamericana reports the stop at Aguas Verdes; Caretas puts it at the Papayal junction.'],
  ],
  'so-pe-095': [['kind', 'Police speak of land recovered from traffickers; who owns the land is disputed.']],
  'so-pe-099': [
    ['quantity', 'La República counts 259 dynamite sticks and 600 emulsions; Correo says 800 sticks.'],
  ],
  'so-ar-001': [['quantity', 'TN8 gives 1,500 kg; Clarín says over 1,200 kg.']],
  'so-bo-001': [
    ['date', 'Las Ultimitas gives 31 December 2023; another page gives 30 December.'],
    ['quantity', 'Counts of 8.6, 8.7 and 8.776 tonnes were published.'],
  ],
  'so-br-001': [['quantity', 'The early count was 50 to 60 dead; the later figure is at least 56.']],
  'so-br-004': [['quantity', 'Counts of 52 and 57 dead were published; a later count is 58.']],
  'so-br-008': [['quantity', 'First reports said at least 25 dead; later counts are 23 and 24.']],
  'so-br-014': [['quantity', 'The first count was 64 dead, the official count is 121, one outlet says 130.']],
  'so-cl-010': [['quantity', 'The Navy said over 700 kg; a preliminary estimate was at least a tonne.']],
  'so-co-003': [['quantity', 'Counts of 12, 12.5 and 13.3 tonnes were published.']],
  'so-co-015': [['quantity', 'The first days gave about 30 dead; later counts reach 60 to 80.']],
  'so-cr-004': [['quantity', 'One source says 5 tonnes, the other 5.8.']],
  'so-ec-001': [['quantity', 'Counts of 116 and 118 dead were published.']],
  'so-ec-008': [['quantity', 'First counts were 3 and 10 tonnes; later counts are 21, 21.4 and 22 tonnes.']],
  'so-gt-003': [['quantity', 'The first count was 408 kg; the later figure is 436 kg.']],
  'so-hn-001': [['quantity', 'Chicago Tribune / AFP gives 13 dead; another page says 18.']],
  'so-hn-005': [['quantity', 'The first count was 41 dead; the later count is 46.']],
  'so-mx-001': [['date', 'Sources date the killing 21 to 23 August 2010 and the find 24 or 25 August.']],
  'so-mx-002': [['quantity', 'The toll is unknown; sources speak of dozens and of up to 300 victims.']],
  'so-mx-004': [
    ['kind', 'Who did it is disputed: the source names the Sinaloa cartel or CJNG against Los Zetas.'],
  ],
};

/** The disputes of a curated row; empty where its sources agree or there is one source. */
export function disputesOf(id: string): readonly Dispute[] {
  return (disputes[id] ?? []).map(([field, text, alternative = null]) => ({ field, text, alternative }));
}
