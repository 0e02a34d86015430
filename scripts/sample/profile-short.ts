import type { Profile } from './profiles.ts';

const homicide = ['Homicides per 100,000', 'Homicidios por 100 mil', 'Homicídios por 100 mil'] as const;
const cocaine = [
  'Cocaine hydrochloride seized',
  'Clorhidrato de cocaína incautado',
  'Cloridrato de cocaína apreendido',
] as const;
const paste = [
  'Coca paste and base seized',
  'Pasta y base de cocaína incautadas',
  'Pasta e base de cocaína apreendidas',
] as const;
const coca = ['Coca under cultivation', 'Superficie de coca', 'Área de coca'] as const;
const strips = [
  'Airstrips destroyed',
  'Pistas clandestinas destruidas',
  'Pistas clandestinas destruídas',
] as const;
const deaths = ['Deaths in conflict', 'Muertes en conflicto', 'Mortes em conflito'] as const;
const perceptions = [
  'Corruption Perceptions Index',
  'Índice de Percepción de la Corrupción',
  'Índice de Percepção da Corrupção',
] as const;
const population = ['Population', 'Población', 'População'] as const;
const displaced = [
  'Internally displaced by conflict',
  'Desplazados internos por conflicto',
  'Deslocados internos por conflito',
] as const;

export const colombia: Profile = {
  lead: {
    en:
      'Colombia grew [{coca-national||2019} hectares of coca in 2019](indicator:coca-national), the last figure read here, and reported ' +
      '[{seized-cocaine-hydrochloride||2023} kilograms of cocaine seized in 2023](indicator:seized-cocaine-hydrochloride). ' +
      'The Ministry of Defence counts [{events|colombia-drug-infrastructure|items} drug installations destroyed](source:colombia-drug-infrastructure) from 2010 to 2022. ' +
      'UCDP codes [{events|ucdp-ged-colombia|deaths} deaths](source:ucdp-ged-colombia) in the armed conflict and one-sided violence from 1989 to 2018; ' +
      'the [ELN](group:eln), [FARC dissidents](group:farc-dissidents) and the [Clan del Golfo](group:clan-del-golfo) are named in the later events bundled here.',
    es:
      'Colombia tenía [{coca-national||2019} hectáreas de coca en 2019](indicator:coca-national), la última cifra leída aquí, e informó de ' +
      '[{seized-cocaine-hydrochloride||2023} kilogramos de cocaína incautados en 2023](indicator:seized-cocaine-hydrochloride). ' +
      'El Ministerio de Defensa cuenta [{events|colombia-drug-infrastructure|items} instalaciones de droga destruidas](source:colombia-drug-infrastructure) de 2010 a 2022. ' +
      'UCDP codifica [{events|ucdp-ged-colombia|deaths} muertes](source:ucdp-ged-colombia) en el conflicto armado y la violencia unilateral de 1989 a 2018; ' +
      'el [ELN](group:eln), las [disidencias de las FARC](group:farc-dissidents) y el [Clan del Golfo](group:clan-del-golfo) figuran en los eventos posteriores incluidos aquí.',
    pt:
      'A Colômbia tinha [{coca-national||2019} hectares de coca em 2019](indicator:coca-national), o último número lido aqui, e informou ' +
      '[{seized-cocaine-hydrochloride||2023} quilogramas de cocaína apreendidos em 2023](indicator:seized-cocaine-hydrochloride). ' +
      'O Ministério da Defesa conta [{events|colombia-drug-infrastructure|items} instalações de droga destruídas](source:colombia-drug-infrastructure) de 2010 a 2022. ' +
      'O UCDP codifica [{events|ucdp-ged-colombia|deaths} mortes](source:ucdp-ged-colombia) no conflito armado e na violência unilateral de 1989 a 2018; ' +
      'o [ELN](group:eln), as [dissidências das FARC](group:farc-dissidents) e o [Clan del Golfo](group:clan-del-golfo) aparecem nos eventos posteriores incluídos aqui.',
  },
  facts: [
    [coca, 'coca-national', '2019'],
    [homicide, 'homicide-rate', '2018'],
    [cocaine, 'seized-cocaine-hydrochloride', '2023'],
    [paste, 'seized-coca-paste-base', '2023'],
    [displaced, 'displaced-conflict-total', '2020'],
    [deaths, 'conflict-deaths', '2018'],
    [perceptions, 'cpi-0-100', '2017'],
    [population, 'population', '2024'],
  ],
};

export const mexico: Profile = {
  lead: {
    en:
      'In Mexico UCDP codes [{events|ucdp-ged-mexico|count} lethal events with {events|ucdp-ged-mexico|deaths} deaths](source:ucdp-ged-mexico) from 1989 to 2023, ' +
      'nearly all of them between criminal organisations; the [Sinaloa Cartel](group:sinaloa-cartel) and the [Jalisco Cartel New Generation](group:cjng) stand in more of them than any other. ' +
      'The homicide rate was [{homicide-rate||2018/1} per 100,000 in 2018](indicator:homicide-rate). Mexico reported ' +
      '[{seized-methamphetamine||2023} kilograms of methamphetamine](indicator:seized-methamphetamine) and [{seized-fentanyl||2023} of fentanyl](indicator:seized-fentanyl) seized in 2023.',
    es:
      'En México UCDP codifica [{events|ucdp-ged-mexico|count} eventos letales con {events|ucdp-ged-mexico|deaths} muertes](source:ucdp-ged-mexico) de 1989 a 2023, ' +
      'casi todos entre organizaciones criminales; el [Cártel de Sinaloa](group:sinaloa-cartel) y el [Cártel Jalisco Nueva Generación](group:cjng) figuran en más de ellos que ninguna otra. ' +
      'La tasa de homicidios fue de [{homicide-rate||2018/1} por 100 mil habitantes en 2018](indicator:homicide-rate). México informó de ' +
      '[{seized-methamphetamine||2023} kilogramos de metanfetamina](indicator:seized-methamphetamine) y [{seized-fentanyl||2023} de fentanilo](indicator:seized-fentanyl) incautados en 2023.',
    pt:
      'No México o UCDP codifica [{events|ucdp-ged-mexico|count} eventos letais com {events|ucdp-ged-mexico|deaths} mortes](source:ucdp-ged-mexico) de 1989 a 2023, ' +
      'quase todos entre organizações criminosas; o [Cartel de Sinaloa](group:sinaloa-cartel) e o [Cartel Jalisco Nova Geração](group:cjng) aparecem em mais deles do que qualquer outra. ' +
      'A taxa de homicídios foi de [{homicide-rate||2018/1} por 100 mil habitantes em 2018](indicator:homicide-rate). O México informou ' +
      '[{seized-methamphetamine||2023} quilogramas de metanfetamina](indicator:seized-methamphetamine) e [{seized-fentanyl||2023} de fentanil](indicator:seized-fentanyl) apreendidos em 2023.',
  },
  facts: [
    [homicide, 'homicide-rate', '2018'],
    [deaths, 'conflict-deaths', '2018'],
    [
      ['Methamphetamine seized', 'Metanfetamina incautada', 'Metanfetamina apreendida'],
      'seized-methamphetamine',
      '2023',
    ],
    [['Fentanyl seized', 'Fentanilo incautado', 'Fentanil apreendido'], 'seized-fentanyl', '2023'],
    [cocaine, 'seized-cocaine-hydrochloride', '2023'],
    [displaced, 'displaced-conflict-total', '2020'],
    [perceptions, 'cpi-0-100', '2017'],
    [population, 'population', '2024'],
  ],
};

export const bolivia: Profile = {
  lead: {
    en:
      'Bolivia grew [{coca-national||2013} hectares of coca in 2013](indicator:coca-national), the last figure read here. Small planes [carry cocaine there from Peru](event:ai-bo-005): ' +
      'police destroyed [{airstrips-destroyed||2021} clandestine airstrips in 2021](indicator:airstrips-destroyed), and [a law of 2014](event:ai-bo-006) allows unauthorised aircraft to be shot down. ' +
      'It reported [{seized-cocaine-hydrochloride||2023} kilograms of cocaine](indicator:seized-cocaine-hydrochloride) seized in 2023, the year of ' +
      '[a seizure of 8.8 tonnes](event:so-bo-001) on a lorry bound for Europe.',
    es:
      'Bolivia tenía [{coca-national||2013} hectáreas de coca en 2013](indicator:coca-national), la última cifra leída aquí. Avionetas [llevan allí cocaína desde el Perú](event:ai-bo-005): ' +
      'la policía destruyó [{airstrips-destroyed||2021} pistas clandestinas en 2021](indicator:airstrips-destroyed), y [una ley de 2014](event:ai-bo-006) permite derribar aeronaves no autorizadas. ' +
      'Informó de [{seized-cocaine-hydrochloride||2023} kilogramos de cocaína](indicator:seized-cocaine-hydrochloride) incautados en 2023, el año de ' +
      '[una incautación de 8.8 toneladas](event:so-bo-001) en un camión con destino a Europa.',
    pt:
      'A Bolívia tinha [{coca-national||2013} hectares de coca em 2013](indicator:coca-national), o último número lido aqui. Aviões pequenos [levam para lá cocaína do Peru](event:ai-bo-005): ' +
      'a polícia destruiu [{airstrips-destroyed||2021} pistas clandestinas em 2021](indicator:airstrips-destroyed), e [uma lei de 2014](event:ai-bo-006) permite derrubar aeronaves não autorizadas. ' +
      'Informou [{seized-cocaine-hydrochloride||2023} quilogramas de cocaína](indicator:seized-cocaine-hydrochloride) apreendidos em 2023, o ano de ' +
      '[uma apreensão de 8,8 toneladas](event:so-bo-001) em um caminhão com destino à Europa.',
  },
  facts: [
    [coca, 'coca-national', '2013'],
    [homicide, 'homicide-rate', '2016'],
    [cocaine, 'seized-cocaine-hydrochloride', '2023'],
    [paste, 'seized-coca-paste-base', '2023'],
    [strips, 'airstrips-destroyed', '2021'],
    [perceptions, 'cpi-0-100', '2017'],
    [population, 'population', '2024'],
  ],
};

export const ecuador: Profile = {
  lead: {
    en:
      'Ecuador reported [{seized-cocaine-hydrochloride||2023} kilograms of cocaine seized in 2023](indicator:seized-cocaine-hydrochloride); ' +
      'its largest single find, [21.4 tonnes beneath a pig farm](event:so-ec-008), came in January 2024. Prison gangs killed [118 inmates in one prison in September 2021](event:so-ec-001); ' +
      '[Los Choneros](group:los-choneros), [Los Lobos](group:los-lobos) and [Los Tiguerones](group:los-tiguerones) are the groups named most here. ' +
      'The air force destroyed [{airstrips-destroyed||2024} clandestine airstrips in 2024](indicator:airstrips-destroyed) up to late August. ' +
      'The homicide rate bundled here, [{homicide-rate||2018/1} per 100,000](indicator:homicide-rate), is of 2018.',
    es:
      'Ecuador informó de [{seized-cocaine-hydrochloride||2023} kilogramos de cocaína incautados en 2023](indicator:seized-cocaine-hydrochloride); ' +
      'su mayor hallazgo, [21.4 toneladas bajo una granja de cerdos](event:so-ec-008), fue en enero de 2024. Bandas carcelarias mataron a [118 internos en una prisión en septiembre de 2021](event:so-ec-001); ' +
      '[Los Choneros](group:los-choneros), [Los Lobos](group:los-lobos) y [Los Tiguerones](group:los-tiguerones) son los grupos más nombrados aquí. ' +
      'La Fuerza Aérea destruyó [{airstrips-destroyed||2024} pistas clandestinas en 2024](indicator:airstrips-destroyed) hasta fines de agosto. ' +
      'La tasa de homicidios incluida aquí, [{homicide-rate||2018/1} por 100 mil habitantes](indicator:homicide-rate), es de 2018.',
    pt:
      'O Equador informou [{seized-cocaine-hydrochloride||2023} quilogramas de cocaína apreendidos em 2023](indicator:seized-cocaine-hydrochloride); ' +
      'seu maior achado, [21,4 toneladas sob uma granja de porcos](event:so-ec-008), foi em janeiro de 2024. Facções mataram [118 detentos em uma prisão em setembro de 2021](event:so-ec-001); ' +
      '[Los Choneros](group:los-choneros), [Los Lobos](group:los-lobos) e [Los Tiguerones](group:los-tiguerones) são os grupos mais citados aqui. ' +
      'A Força Aérea destruiu [{airstrips-destroyed||2024} pistas clandestinas em 2024](indicator:airstrips-destroyed) até o fim de agosto. ' +
      'A taxa de homicídios incluída aqui, [{homicide-rate||2018/1} por 100 mil habitantes](indicator:homicide-rate), é de 2018.',
  },
  facts: [
    [homicide, 'homicide-rate', '2018'],
    [cocaine, 'seized-cocaine-hydrochloride', '2023'],
    [paste, 'seized-coca-paste-base', '2023'],
    [strips, 'airstrips-destroyed', '2024'],
    [perceptions, 'cpi-0-100', '2017'],
    [population, 'population', '2024'],
  ],
};

export const brazil: Profile = {
  lead: {
    en:
      'A survey of 2021 found [{events|brazil-airstrips-2021|count} clandestine airstrips](source:brazil-airstrips-2021) in the Brazilian Amazon, 362 of them within 20 km of mining. ' +
      'A [decree of 2004](event:ai-br-002) lets the air force destroy aircraft suspected of carrying drugs as a last step. ' +
      'Brazil reported [{seized-cocaine-hydrochloride||2023} kilograms of cocaine seized in 2023](indicator:seized-cocaine-hydrochloride). ' +
      'The [PCC](group:pcc) and the [Comando Vermelho](group:comando-vermelho) are named in the events bundled here; a police operation in Rio de Janeiro left [121 dead in October 2025](event:so-br-014). ' +
      'The homicide rate was [{homicide-rate||2018/1} per 100,000 in 2018](indicator:homicide-rate).',
    es:
      'Un relevamiento de 2021 halló [{events|brazil-airstrips-2021|count} pistas clandestinas](source:brazil-airstrips-2021) en la Amazonía brasileña, 362 de ellas a menos de 20 km de minería. ' +
      'Un [decreto de 2004](event:ai-br-002) permite a la Fuerza Aérea destruir como último paso aeronaves sospechosas de llevar drogas. ' +
      'Brasil informó de [{seized-cocaine-hydrochloride||2023} kilogramos de cocaína incautados en 2023](indicator:seized-cocaine-hydrochloride). ' +
      'El [PCC](group:pcc) y el [Comando Vermelho](group:comando-vermelho) figuran en los eventos incluidos aquí; una operación policial en Río de Janeiro dejó [121 muertos en octubre de 2025](event:so-br-014). ' +
      'La tasa de homicidios fue de [{homicide-rate||2018/1} por 100 mil habitantes en 2018](indicator:homicide-rate).',
    pt:
      'Um levantamento de 2021 encontrou [{events|brazil-airstrips-2021|count} pistas clandestinas](source:brazil-airstrips-2021) na Amazônia brasileira, 362 delas a menos de 20 km de mineração. ' +
      'Um [decreto de 2004](event:ai-br-002) permite à Força Aérea destruir, como último passo, aeronaves suspeitas de levar drogas. ' +
      'O Brasil informou [{seized-cocaine-hydrochloride||2023} quilogramas de cocaína apreendidos em 2023](indicator:seized-cocaine-hydrochloride). ' +
      'O [PCC](group:pcc) e o [Comando Vermelho](group:comando-vermelho) aparecem nos eventos incluídos aqui; uma operação policial no Rio de Janeiro deixou [121 mortos em outubro de 2025](event:so-br-014). ' +
      'A taxa de homicídios foi de [{homicide-rate||2018/1} por 100 mil habitantes em 2018](indicator:homicide-rate).',
  },
  facts: [
    [homicide, 'homicide-rate', '2018'],
    [cocaine, 'seized-cocaine-hydrochloride', '2023'],
    [['Crack seized', 'Crack incautado', 'Crack apreendido'], 'seized-crack', '2023'],
    [['Cannabis herb seized', 'Marihuana incautada', 'Maconha apreendida'], 'seized-cannabis-herb', '2023'],
    [perceptions, 'cpi-0-100', '2017'],
    [population, 'population', '2024'],
  ],
};
