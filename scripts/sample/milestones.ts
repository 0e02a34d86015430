import type { Localised } from '#core/localised.ts';

type Three = readonly [en: string, es: string, pt: string];

/**
 * Policy rows that are a law, a decree, a zone, or the start or stop of a programme: drawn as lines across the timeline,
 * under these short names.
 */
const milestones: Readonly<Record<string, Three>> = {
  'pe-009': ['Coca substitution stalls', 'Sustitución de coca estancada', 'Substituição da coca parada'],
  'pe-010': ['No-fly zone, VRAEM', 'Zona de no vuelo, VRAEM', 'Zona de exclusão aérea, VRAEM'],
  'pe-013': ['Shoot-down law passed', 'Ley de derribo aprobada', 'Lei do abate aprovada'],
  'ai-pe-022': [
    'US suspends intercept aid',
    'EE. UU. suspende la interdicción',
    'EUA suspendem a interceptação',
  ],
  'ai-pe-046': ['Law 30339 in force', 'Ley 30339 promulgada', 'Lei 30339 promulgada'],
  'ai-pe-049': ['Intercept protocol', 'Protocolo de interceptación', 'Protocolo de interceptação'],
  'ai-pe-064': ['US–Peru air agreement', 'Acuerdo aéreo EE. UU.–Perú', 'Acordo aéreo EUA–Peru'],
  'ai-bo-006': ['Airspace law 521', 'Ley 521 del espacio aéreo', 'Lei 521 do espaço aéreo'],
  'ai-bo-017': ['Decree 5477, radars', 'Decreto 5477, radares', 'Decreto 5477, radares'],
  'ai-ve-002': ['Airspace defence law', 'Ley de defensa del espacio aéreo', 'Lei de defesa do espaço aéreo'],
  'ai-ve-003': ['Airspace law regulated', 'Reglamento de la ley aérea', 'Regulamento da lei aérea'],
  'ai-br-001': ['Law 9.614, shoot-down', 'Ley 9.614, derribo', 'Lei 9.614, abate'],
  'ai-br-002': ['Decree 5.144, shoot-down', 'Decreto 5.144, derribo', 'Decreto 5.144, abate'],
  'ai-br-012': [
    'Yanomami airspace closed',
    'Espacio aéreo yanomami cerrado',
    'Espaço aéreo yanomami fechado',
  ],
  'ai-hn-006': [
    'Shoot-down law, no-fly zone',
    'Ley de derribo, zona de exclusión',
    'Lei do abate, zona de exclusão',
  ],
  'ai-hn-010': ['New law, no shoot-down', 'Nueva ley, sin derribo', 'Nova lei, sem abate'],
  'ai-ar-001': ['Decree 228, shoot-down', 'Decreto 228, derribo', 'Decreto 228, abate'],
  'ai-py-004': ['Airspace law, warning shots', 'Ley aérea, disparos de aviso', 'Lei aérea, tiros de aviso'],
  'ai-co-003': ['US resumes intercept aid', 'EE. UU. retoma la interdicción', 'EUA retomam a interceptação'],
};

/** The short name of a milestone row, or null for a row that is none. */
export function milestoneLabel(id: string): Localised | null {
  const names = milestones[id];
  return names ? { en: names[0], es: names[1], pt: names[2] } : null;
}
