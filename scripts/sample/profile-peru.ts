import type { Profile } from './profiles.ts';

/** Peru in full: every figure, group and decision links to the record it comes from. */
export const peru: Profile = {
  lead: {
    en:
      'Peru grew [{coca-national||2024} hectares of coca in 2024](indicator:coca-national), two fifths of it in the ' +
      '[VRAEM](indicator:coca-peru-zones), where [remnants of the Shining Path](group:shining-path-vraem) and a splinter named [MPCP](group:mpcp) operate; ' +
      'an ambush laid to the splinter [killed seven police officers in 2023](event:pe-020). ' +
      'Small planes carry paste and cocaine to Bolivia: police [shot one down](event:pe-011) weeks after [a no-fly zone](event:pe-010) was announced in 2015, ' +
      'and [a law of that August](event:pe-013) again lets the air force fire on them as a last resort. ' +
      'Contraband worth [{contraband-seized-peru||2014} million dollars](indicator:contraband-seized-peru) and ' +
      '[nearly {counterfeit-dollars-peru||2014} million false dollars](indicator:counterfeit-dollars-peru) were seized in 2014, and ' +
      '[gold mining](indicator:mined-area-amazon) eats into the Amazon. Conflict took [{sum|conflict-deaths|} lives from 1989 to 2017](indicator:conflict-deaths).',
    es:
      'El Perú tenía [{coca-national||2024} hectáreas de coca en 2024](indicator:coca-national), dos quintas partes en el ' +
      '[VRAEM](indicator:coca-peru-zones), donde actúan [remanentes de Sendero Luminoso](group:shining-path-vraem) y una escisión llamada [MPCP](group:mpcp); ' +
      'en una emboscada atribuida a esta [murieron siete policías en 2023](event:pe-020). ' +
      'Avionetas llevan pasta y cocaína a Bolivia: la policía [derribó una](event:pe-011) semanas después de anunciarse [una zona de no vuelo](event:pe-010) en 2015, ' +
      'y [una ley de agosto de ese año](event:pe-013) permite de nuevo a la Fuerza Aérea disparar contra ellas como último recurso. ' +
      'En 2014 se incautaron contrabando por [{contraband-seized-peru||2014} millones de dólares](indicator:contraband-seized-peru) y ' +
      '[casi {counterfeit-dollars-peru||2014} millones de dólares falsos](indicator:counterfeit-dollars-peru), y ' +
      'la [minería de oro](indicator:mined-area-amazon) avanza en la Amazonía. El conflicto costó [{sum|conflict-deaths|} vidas de 1989 a 2017](indicator:conflict-deaths).',
    pt:
      'O Peru tinha [{coca-national||2024} hectares de coca em 2024](indicator:coca-national), dois quintos no ' +
      '[VRAEM](indicator:coca-peru-zones), onde atuam [remanescentes do Sendero Luminoso](group:shining-path-vraem) e uma dissidência chamada [MPCP](group:mpcp); ' +
      'em uma emboscada atribuída a ela [morreram sete policiais em 2023](event:pe-020). ' +
      'Aviões pequenos levam pasta e cocaína à Bolívia: a polícia [derrubou um](event:pe-011) semanas depois do anúncio de [uma zona de exclusão aérea](event:pe-010) em 2015, ' +
      'e [uma lei de agosto daquele ano](event:pe-013) permite de novo à Força Aérea atirar contra eles como último recurso. ' +
      'Em 2014 foram apreendidos contrabando no valor de [{contraband-seized-peru||2014} milhões de dólares](indicator:contraband-seized-peru) e ' +
      '[quase {counterfeit-dollars-peru||2014} milhões de dólares falsos](indicator:counterfeit-dollars-peru), e ' +
      'a [mineração de ouro](indicator:mined-area-amazon) avança na Amazônia. O conflito custou [{sum|conflict-deaths|} vidas de 1989 a 2017](indicator:conflict-deaths).',
  },
  facts: [
    [['Coca under cultivation', 'Superficie de coca', 'Área de coca'], 'coca-national', '2024'],
    [
      ['of which in the VRAEM', 'de ella en el VRAEM', 'dos quais no VRAEM'],
      'coca-peru-zones',
      '2024',
      'VRAEM',
    ],
    [['Homicides per 100,000', 'Homicidios por 100 mil', 'Homicídios por 100 mil'], 'homicide-rate', '2017'],
    [
      ['Suspected airstrips', 'Presuntas pistas clandestinas', 'Pistas clandestinas suspeitas'],
      'airstrips-suspected-peru',
      '2024',
    ],
    [
      [
        'Cocaine hydrochloride seized',
        'Clorhidrato de cocaína incautado',
        'Cloridrato de cocaína apreendido',
      ],
      'seized-cocaine-hydrochloride',
      '2023',
    ],
    [
      [
        'Coca paste and base seized',
        'Pasta y base de cocaína incautadas',
        'Pasta e base de cocaína apreendidas',
      ],
      'seized-coca-paste-base',
      '2023',
    ],
    [['Coca eradicated', 'Coca erradicada', 'Coca erradicada'], 'coca-eradicated-peru', '2015'],
    [
      ['Contraband seized', 'Contrabando incautado', 'Contrabando apreendido'],
      'contraband-seized-peru',
      '2014',
    ],
    [
      ['Counterfeit dollars seized', 'Dólares falsos incautados', 'Dólares falsos apreendidos'],
      'counterfeit-dollars-peru',
      '2014',
    ],
    [['Deaths in conflict', 'Muertes en conflicto', 'Mortes em conflito'], 'conflict-deaths', '2017'],
    [
      [
        'Corruption Perceptions Index',
        'Índice de Percepción de la Corrupción',
        'Índice de Percepção da Corrupção',
      ],
      'cpi-0-100',
      '2017',
    ],
    [['Population', 'Población', 'População'], 'population', '2024'],
  ],
};
