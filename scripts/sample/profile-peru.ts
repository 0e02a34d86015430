import type { Profile } from './profiles.ts';

/** Peru in full: every figure, group and decision links to the record it comes from. */
export const peru: Profile = {
  lead: {
    en:
      'Peru grew [{coca-national||2024} hectares of coca in 2024](indicator:coca-national), two fifths of it in the ' +
      '[VRAEM](indicator:coca-peru-zones), the valleys of the Apurímac, Ene and Mantaro, where the [remnants of the Shining Path](group:shining-path-vraem) ' +
      'and a splinter named [MPCP](group:mpcp) operate; an ambush laid to the splinter [killed seven police officers in 2023](event:pe-020). ' +
      'Small planes carry paste and cocaine to Bolivia: after [a no-fly zone](event:pe-010) in February 2015 police ' +
      '[shot one down](event:pe-011), and [a law of August 2015](event:pe-013) again lets the air force fire on them as a last resort. ' +
      'Satellite images showed [{airstrips-suspected-peru||2024} suspected airstrips in 2024](indicator:airstrips-suspected-peru), of which 76 were verified. ' +
      'A programme to replace coca in the VRAEM [replaced none in 2014](event:pe-009), while {coca-eradicated-peru||2015} hectares ' +
      'were [eradicated elsewhere in 2015](indicator:coca-eradicated-peru). ' +
      'Contraband worth [{contraband-seized-peru||2014} million dollars](indicator:contraband-seized-peru) and ' +
      '[nearly {counterfeit-dollars-peru||2014} million false dollars](indicator:counterfeit-dollars-peru) were seized in 2014, and ' +
      '[gold mining](indicator:mined-area-amazon) eats into the Amazon. The homicide rate was [{homicide-rate||2017/1} per 100,000 in 2017](indicator:homicide-rate), ' +
      'the last figure bundled here. Conflict and one-sided violence took [{sum|conflict-deaths|} lives from 1989 to 2017](indicator:conflict-deaths) by the count of UCDP.',
    es:
      'El Perú tenía [{coca-national||2024} hectáreas de coca en 2024](indicator:coca-national), dos quintas partes en el ' +
      '[VRAEM](indicator:coca-peru-zones), los valles de los ríos Apurímac, Ene y Mantaro, donde actúan los [remanentes de Sendero Luminoso](group:shining-path-vraem) ' +
      'y una escisión llamada [MPCP](group:mpcp); en una emboscada que se atribuye a esta [murieron siete policías en 2023](event:pe-020). ' +
      'Avionetas llevan pasta y cocaína a Bolivia: tras [una zona de no vuelo](event:pe-010) en febrero de 2015 la policía ' +
      '[derribó una](event:pe-011), y [una ley de agosto de 2015](event:pe-013) permite de nuevo a la Fuerza Aérea disparar contra ellas como último recurso. ' +
      'Imágenes de satélite mostraron [{airstrips-suspected-peru||2024} presuntas pistas clandestinas en 2024](indicator:airstrips-suspected-peru), 76 de ellas verificadas. ' +
      'Un programa para sustituir coca en el VRAEM [no sustituyó ninguna en 2014](event:pe-009), mientras que {coca-eradicated-peru||2015} hectáreas ' +
      'fueron [erradicadas en otras zonas en 2015](indicator:coca-eradicated-peru). ' +
      'En 2014 se incautaron contrabando por [{contraband-seized-peru||2014} millones de dólares](indicator:contraband-seized-peru) y ' +
      '[casi {counterfeit-dollars-peru||2014} millones de dólares falsos](indicator:counterfeit-dollars-peru), y ' +
      'la [minería de oro](indicator:mined-area-amazon) avanza en la Amazonía. La tasa de homicidios fue de [{homicide-rate||2017/1} por 100 mil habitantes en 2017](indicator:homicide-rate), ' +
      'la última cifra incluida aquí. El conflicto y la violencia unilateral causaron [{sum|conflict-deaths|} muertes de 1989 a 2017](indicator:conflict-deaths) según el recuento de UCDP.',
    pt:
      'O Peru tinha [{coca-national||2024} hectares de coca em 2024](indicator:coca-national), dois quintos no ' +
      '[VRAEM](indicator:coca-peru-zones), os vales dos rios Apurímac, Ene e Mantaro, onde atuam os [remanescentes do Sendero Luminoso](group:shining-path-vraem) ' +
      'e uma dissidência chamada [MPCP](group:mpcp); em uma emboscada atribuída a ela [morreram sete policiais em 2023](event:pe-020). ' +
      'Aviões pequenos levam pasta e cocaína à Bolívia: depois de [uma zona de exclusão aérea](event:pe-010) em fevereiro de 2015 a polícia ' +
      '[derrubou um](event:pe-011), e [uma lei de agosto de 2015](event:pe-013) permite de novo à Força Aérea atirar contra eles como último recurso. ' +
      'Imagens de satélite mostraram [{airstrips-suspected-peru||2024} pistas clandestinas suspeitas em 2024](indicator:airstrips-suspected-peru), 76 delas verificadas. ' +
      'Um programa para substituir coca no VRAEM [não substituiu nenhuma em 2014](event:pe-009), enquanto {coca-eradicated-peru||2015} hectares ' +
      'foram [erradicados em outras zonas em 2015](indicator:coca-eradicated-peru). ' +
      'Em 2014 foram apreendidos contrabando no valor de [{contraband-seized-peru||2014} milhões de dólares](indicator:contraband-seized-peru) e ' +
      '[quase {counterfeit-dollars-peru||2014} milhões de dólares falsos](indicator:counterfeit-dollars-peru), e ' +
      'a [mineração de ouro](indicator:mined-area-amazon) avança na Amazônia. A taxa de homicídios foi de [{homicide-rate||2017/1} por 100 mil habitantes em 2017](indicator:homicide-rate), ' +
      'o último número incluído aqui. O conflito e a violência unilateral causaram [{sum|conflict-deaths|} mortes de 1989 a 2017](indicator:conflict-deaths) segundo a contagem do UCDP.',
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
