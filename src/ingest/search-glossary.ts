import type { KindKey, SubstanceKey } from '#core/taxonomy.ts';

/**
 * Words by which a reader of each language looks for a kind of event or a substance. They are indexed with every event of
 * that kind, so that machine-coded rows without a sentence are found too, in any of the three languages.
 */
export interface Glossary {
  readonly en: string;
  readonly es: string;
  readonly pt: string;
}

const seizure = { en: 'seizure seized', es: 'incautación decomiso', pt: 'apreensão' };
const destroyed = { en: 'destruction destroyed', es: 'destrucción', pt: 'destruição' };

const withSeizure = (en: string, es: string, pt: string): Glossary => ({
  en: `${seizure.en} ${en}`,
  es: `${seizure.es} ${es}`,
  pt: `${seizure.pt} ${pt}`,
});
const withDestroyed = (en: string, es: string, pt: string): Glossary => ({
  en: `${destroyed.en} ${en}`,
  es: `${destroyed.es} ${es}`,
  pt: `${destroyed.pt} ${pt}`,
});

export const kindWords: Readonly<Record<KindKey, Glossary>> = {
  'drug-seizure': withSeizure('drug', 'droga', 'droga'),
  'contraband-seizure': withSeizure('contraband smuggling', 'contrabando', 'contrabando'),
  'counterfeit-seizure': withSeizure(
    'counterfeit fake money',
    'falsificación dinero falso',
    'falsificação dinheiro falso',
  ),
  'mining-seizure': withSeizure('illegal mining', 'minería ilegal', 'garimpo ilegal mineração'),
  'arms-seizure': withSeizure('arms weapons', 'armas', 'armas'),
  'other-seizure': withSeizure('goods', 'bienes', 'bens'),
  'shoot-down': {
    en: 'shoot-down shot down aircraft plane',
    es: 'derribo avioneta aeronave',
    pt: 'abate avião aeronave',
  },
  'forced-landing': {
    en: 'forced landing interception aircraft plane',
    es: 'aterrizaje forzado interdicción avioneta aeronave',
    pt: 'pouso forçado interceptação avião aeronave',
  },
  'aircraft-seizure': withSeizure('aircraft plane', 'avioneta aeronave', 'avião aeronave'),
  'aircraft-crash': {
    en: 'aircraft plane crash accident',
    es: 'accidente caída avioneta aeronave',
    pt: 'queda acidente avião aeronave',
  },
  'airstrip-destruction': withDestroyed(
    'clandestine airstrip runway',
    'pista clandestina aterrizaje',
    'pista clandestina pouso',
  ),
  combat: { en: 'combat clash fighting', es: 'combate enfrentamiento', pt: 'combate confronto' },
  attack: { en: 'attack ambush', es: 'ataque atentado emboscada', pt: 'ataque atentado emboscada' },
  'non-state-clash': {
    en: 'clash between armed groups cartels',
    es: 'enfrentamiento entre grupos armados',
    pt: 'confronto entre grupos armados',
  },
  riot: { en: 'riot prison unrest', es: 'motín disturbio', pt: 'motim rebelião' },
  arrest: { en: 'arrest detention captured', es: 'detención captura arresto', pt: 'prisão captura detenção' },
  raid: { en: 'raid operation', es: 'allanamiento operativo redada', pt: 'operação batida busca' },
  'crop-eradication': {
    en: 'crop coca eradication',
    es: 'erradicación cultivos coca',
    pt: 'erradicação cultivos coca',
  },
  'laboratory-destruction': withDestroyed('drug laboratory', 'laboratorio cocina droga', 'laboratório droga'),
  'mining-destruction': withDestroyed(
    'illegal mining dredge',
    'minería ilegal draga',
    'garimpo ilegal draga mineração',
  ),
  massacre: { en: 'massacre killing', es: 'masacre matanza', pt: 'massacre chacina' },
  'one-sided-violence': {
    en: 'violence against civilians killing',
    es: 'violencia contra civiles asesinato',
    pt: 'violência contra civis assassinato',
  },
  kidnapping: { en: 'kidnapping abduction', es: 'secuestro', pt: 'sequestro' },
  'airstrip-detection': {
    en: 'clandestine airstrip runway',
    es: 'pista clandestina aterrizaje',
    pt: 'pista clandestina pouso',
  },
  'mining-detection': {
    en: 'mining detection gold',
    es: 'minería detección oro',
    pt: 'garimpo mineração detecção ouro',
  },
  'trafficking-case': { en: 'trafficking case', es: 'caso tráfico', pt: 'caso tráfico' },
  policy: { en: 'policy law decree', es: 'ley norma decreto política', pt: 'lei norma decreto política' },
  judicial: {
    en: 'court trial sentence extradition',
    es: 'juicio condena extradición',
    pt: 'julgamento condenação extradição',
  },
  report: { en: 'report study', es: 'informe estudio', pt: 'relatório estudo' },
  other: { en: 'other event', es: 'otro hecho', pt: 'outro fato' },
};

export const substanceWords: Readonly<Record<SubstanceKey, Glossary>> = {
  cocaine: { en: 'cocaine', es: 'cocaína', pt: 'cocaína' },
  'coca-base': { en: 'coca base paste', es: 'pasta básica cocaína', pt: 'pasta base cocaína' },
  'coca-leaf': { en: 'coca leaf', es: 'hoja coca', pt: 'folha coca' },
  cannabis: { en: 'cannabis marijuana', es: 'marihuana cannabis', pt: 'maconha cannabis' },
  opiates: { en: 'opiates heroin opium', es: 'opiáceos heroína opio amapola', pt: 'opiáceos heroína ópio' },
  synthetics: {
    en: 'synthetic drugs methamphetamine fentanyl ecstasy',
    es: 'drogas sintéticas metanfetamina fentanilo éxtasis',
    pt: 'drogas sintéticas metanfetamina fentanil ecstasy',
  },
  precursors: {
    en: 'precursors chemicals',
    es: 'precursores insumos químicos',
    pt: 'precursores insumos químicos',
  },
  'drugs-unspecified': { en: 'drugs', es: 'drogas', pt: 'drogas' },
  'contraband-goods': {
    en: 'contraband smuggled goods',
    es: 'contrabando mercancía',
    pt: 'contrabando mercadoria',
  },
  'counterfeit-money': {
    en: 'counterfeit money',
    es: 'dinero falso billetes falsificados',
    pt: 'dinheiro falso notas falsas',
  },
  minerals: { en: 'minerals gold', es: 'minerales oro', pt: 'minérios ouro' },
  arms: { en: 'arms weapons firearms', es: 'armas fusiles', pt: 'armas fuzis' },
  money: { en: 'money cash', es: 'dinero efectivo', pt: 'dinheiro' },
};

/** What a kind is called where an event has no sentence of its own. */
export const kindTitles: Readonly<Record<KindKey, Glossary>> = {
  'drug-seizure': { en: 'Drug seizure', es: 'Incautación de drogas', pt: 'Apreensão de drogas' },
  'contraband-seizure': {
    en: 'Contraband seizure',
    es: 'Decomiso de contrabando',
    pt: 'Apreensão de contrabando',
  },
  'counterfeit-seizure': {
    en: 'Counterfeit seizure',
    es: 'Incautación de falsificaciones',
    pt: 'Apreensão de falsificações',
  },
  'mining-seizure': {
    en: 'Illegal mining seizure',
    es: 'Incautación de minería ilegal',
    pt: 'Apreensão em garimpo ilegal',
  },
  'arms-seizure': { en: 'Arms seizure', es: 'Incautación de armas', pt: 'Apreensão de armas' },
  'other-seizure': { en: 'Seizure', es: 'Incautación', pt: 'Apreensão' },
  'shoot-down': { en: 'Shoot-down', es: 'Derribo', pt: 'Abate' },
  'forced-landing': { en: 'Forced landing', es: 'Aterrizaje forzado', pt: 'Pouso forçado' },
  'aircraft-seizure': {
    en: 'Aircraft seizure',
    es: 'Incautación de aeronave',
    pt: 'Apreensão de aeronave',
  },
  'aircraft-crash': { en: 'Aircraft crash', es: 'Accidente aéreo', pt: 'Acidente aéreo' },
  'airstrip-destruction': {
    en: 'Airstrip destroyed',
    es: 'Pista destruida',
    pt: 'Pista destruída',
  },
  combat: { en: 'Combat', es: 'Combate', pt: 'Combate' },
  attack: { en: 'Attack', es: 'Ataque', pt: 'Ataque' },
  'non-state-clash': {
    en: 'Clash between groups',
    es: 'Enfrentamiento entre grupos',
    pt: 'Confronto entre grupos',
  },
  riot: { en: 'Riot', es: 'Motín', pt: 'Motim' },
  arrest: { en: 'Arrest', es: 'Detención', pt: 'Prisão' },
  raid: { en: 'Raid', es: 'Operativo', pt: 'Operação' },
  'crop-eradication': {
    en: 'Crop eradication',
    es: 'Erradicación de cultivos',
    pt: 'Erradicação de cultivos',
  },
  'laboratory-destruction': {
    en: 'Laboratory destroyed',
    es: 'Laboratorio destruido',
    pt: 'Laboratório destruído',
  },
  'mining-destruction': {
    en: 'Illegal mining destroyed',
    es: 'Minería ilegal destruida',
    pt: 'Garimpo ilegal destruído',
  },
  massacre: { en: 'Massacre', es: 'Masacre', pt: 'Massacre' },
  'one-sided-violence': {
    en: 'Violence against civilians',
    es: 'Violencia contra civiles',
    pt: 'Violência contra civis',
  },
  kidnapping: { en: 'Kidnapping', es: 'Secuestro', pt: 'Sequestro' },
  'airstrip-detection': {
    en: 'Clandestine airstrip',
    es: 'Pista clandestina',
    pt: 'Pista clandestina',
  },
  'mining-detection': { en: 'Mining detected', es: 'Minería detectada', pt: 'Mineração detectada' },
  'trafficking-case': { en: 'Trafficking case', es: 'Caso de tráfico', pt: 'Caso de tráfico' },
  policy: { en: 'Policy', es: 'Política', pt: 'Política' },
  judicial: { en: 'Court decision', es: 'Decisión judicial', pt: 'Decisão judicial' },
  report: { en: 'Report', es: 'Informe', pt: 'Relatório' },
  other: { en: 'Event', es: 'Hecho', pt: 'Fato' },
};
