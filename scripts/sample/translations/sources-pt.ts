import type { SourceTexts } from '#core/provenance.ts';

const pages = [
  'Uma amostra do que as páginas lidas continham: ausência aqui não é ausência de fatos, e não permite calcular taxas, tendências nem classificações.',
  'Foram lidos inícios de páginas, não arquivos; algumas fontes são blogs ou reproduções e estão marcadas como fracas.',
];

/** What SOURCES.json says of each source, in Portuguese. */
export const sourcesPt: Readonly<Record<string, SourceTexts>> = {
  'curated-peru': {
    title: 'Fatos no Peru, 2000–2024, seleção própria',
    note: 'Fatos avulsos que mostram cada tipo de notícia; não é uma contagem de nada.',
    limits: pages,
  },
  'curated-air': {
    title: 'Interdição aérea na América Latina, 1990–2026, seleção própria',
    note: 'Derrubadas, pousos forçados, aeronaves apreendidas e acidentadas, pistas destruídas e as leis por trás, em doze países.',
    limits: [
      ...pages,
      'Quase nada para o Peru de 2001 a 2011, a Colômbia depois de 2006, a Guatemala antes de 2019, ou o Paraguai e a Argentina antes de 2016.',
      'Os números da Venezuela são declarações do comando militar; lá se misturam "derrubado" e "destruído no solo".',
    ],
  },
  'curated-operations': {
    title: 'Apreensões e operações na América Latina, 2010–2026, seleção própria',
    note: 'Apreensões, buscas, ataques, massacres, laboratórios e erradicação em dezessete países, a maioria no Peru.',
    limits: [
      ...pages,
      'Grandes apreensões, portos, massacres e 2024–2026 estão sobrerrepresentados; 2012–2016 e cidades pequenas, pouco.',
      'Os pesos são em geral brutos e os primeiros informados; os valores em dinheiro são estimativas da polícia ou da alfândega.',
    ],
  },
  'unodc-ids-peru': {
    title: 'Apreensões individuais de drogas, Peru, 2011–2015, sem duplicatas e localizadas',
    note: 'Apreensões importantes que o Peru informou ao UNODC; um fato por linha depois de unir as repetições exatas.',
    limits: [
      'As linhas de 2012 e 2013 apareciam até três vezes; 405 linhas viraram 325 fatos.',
      'A fonte às vezes troca dia e mês: 140 fatos ficam entre as duas leituras, não em um dia.',
      '37 fatos aparecem em 2012 e em 2013 conforme a edição; seu ano é incerto.',
      '38 fatos não têm lugar além do Peru; 71 só departamento ou província.',
    ],
  },
  'articles-seed': {
    title: 'As dez notícias da página do Peru, 2014–2015',
    note: 'As notícias da página da qual parte este projeto.',
    limits: ['De uma não se achou endereço; é mantida sem link.', 'Quatro têm apenas mês ou ano.'],
  },
  'articles-peru': {
    title: 'Mais nove artigos sobre o Peru, 2014–2024',
    note: 'Artigos por trás dos fatos selecionados do Peru.',
    limits: ['Os links não foram abertos; alguns podem ter mudado.'],
  },
  'articles-latam': {
    title: 'Artigos citados sobre crime organizado na América Latina, 2010–2026',
    note: '190 citações de 88 veículos em inglês, espanhol e português.',
    limits: [
      'Predominam o Peru, o inglês e 2012–2017; há pouco em português e sobre México, América Central e Haiti.',
      '43 citações não têm data porque nem a página nem seu endereço a davam.',
      'Um artigo nomear um grupo não afirma a culpa de ninguém.',
    ],
  },
  'ucdp-ged-mexico': {
    title: 'UCDP GED 24.1, eventos georreferenciados, México, 1989–2023',
    note: 'Fatos letais entre atores organizados, ou de um contra civis, quando um par chegou a 25 mortes em um ano.',
    limits: [
      'Só fatos com ao menos uma morte segundo alguma estimativa, e só atores e pares que passam o limiar.',
      'O crime organizado no México é codificado a partir de poucos jornais; a atribuição a um grupo é da fonte.',
      'De 3.612 fatos só se conhece o município, de 890 só o estado, de 25 só o país.',
      '89 linhas trazem as estimativas de mortes fora de ordem; são ordenadas e marcadas.',
    ],
  },
  'ucdp-ged-colombia': {
    title: 'UCDP GED 19.1, eventos georreferenciados, Colômbia, 1989–2018',
    note: 'Fatos letais do conflito armado e da violência unilateral, como publicados na HDX.',
    limits: [
      'Uma edição antiga: as posteriores a revisam e falta a partir de 2019.',
      '54 linhas trazem as estimativas de mortes fora de ordem; são ordenadas e marcadas.',
    ],
  },
  'colombia-police-seizures': {
    title: 'Apreensões de drogas, janeiro–abril de 2018, quase todas em Antioquia',
    note: 'Cada apreensão registrada de base de coca e bazuco, até de um só grama.',
    limits: [
      'Quatro meses de um departamento, com poucas linhas de Amazonas, Valle e Cesar: não é um retrato da Colômbia.',
      'A maioria é de poucos gramas na rua; o ponto é o município.',
    ],
  },
  'colombia-drug-infrastructure': {
    title: 'Infraestrutura de drogas destruída, 2010–2022',
    note: 'Laboratórios e outros locais que as forças informam como destruídos.',
    limits: [
      '28.801 linhas são unidas em um registro por município e mês; cada registro guarda o número de linhas.',
      'Nove linhas não nomeiam município da Colômbia (oito estão na Venezuela ou no Peru).',
      'O arquivo não diz de que tipo era cada local.',
    ],
  },
  'brazil-airstrips-2021': {
    title: 'Pistas clandestinas da Amazônia brasileira, levantamento de 2021',
    note: '1.269 pistas da Amazônia Legal que não constam de nenhum registro de aeródromos.',
    limits: [
      'O ano é o do levantamento: não se sabe quando cada pista foi feita ou usada.',
      'Clandestina não é o mesmo que usada por traficantes.',
    ],
  },
  'amazon-mining-watch': {
    title: 'Amazon Mining Watch: locais lidos como mineração no Peru e área por município, 2018–2025',
    note: 'Um modelo lê imagens de satélite de cada período; o ponto é o centro de cada mancha.',
    limits: [
      'É a leitura de um modelo, não uma verificação de campo; a mineração nem sempre é ilegal.',
      'Os períodos diferem em duração e no modelo, portanto não formam uma tendência; 2018 contém tudo o que fora minerado até então.',
      'As manchas como fatos são incluídas só para o Peru; as áreas por município, para nove países.',
    ],
  },
  'ucdp-actors': {
    title: 'Organizações nomeadas no UCDP GED, México e Colômbia',
    note: 'Nomes e anos de atividade resultam dos fatos incluídos.',
    limits: [
      'Nomes combinados são separados em suas organizações.',
      'Nove facções e famílias que o UCDP chama por pessoas aparecem com seu número do UCDP.',
    ],
  },
  'ofac-sdn': {
    title: 'Lista SDN: organizações criminosas da América Latina',
    note: 'Programas de narcóticos e crime transnacional; a lista como estava em 22 de agosto de 2026.',
    limits: [
      'Uma designação é um ato de um governo, não uma declaração de culpa; as listas mudam: consulte a vigente.',
      'São incluídas 31 organizações criminosas; não as empresas da lista nem as chamadas por uma pessoa.',
    ],
  },
  'devida-unodc-coca': {
    title: 'Monitoramento de coca no Peru, por departamento, zona e distrito',
    note: 'Área anual de coca em pé lida de imagens de satélite e verificações de campo.',
    limits: [
      'Lido de tabelas guardadas em um repositório público, não dos próprios relatórios.',
      'Os distritos contêm só a parte localizada, de 2 a 5 por cento menos que os totais nacionais.',
      'Foram acrescentadas zonas ao longo do tempo, dez delas entre 2021 e 2024.',
    ],
  },
  'coca-national-cited': {
    title: 'Área de coca no Peru, na Colômbia e na Bolívia',
    note: 'Totais nacionais onde se leu um.',
    limits: [
      'Faltam anos, sobretudo da Bolívia e da Colômbia.',
      'Há revisões posteriores, por exemplo para a Colômbia em 2009.',
    ],
  },
  'peru-cited-figures': {
    title: 'Números avulsos do Peru: contrabando, dólares falsos, erradicação, voos',
    note: 'Números por trás de notícias da página do Peru.',
    limits: [
      'O contrabando de 2012 e 2013 resulta das diferenças que a fonte dá.',
      'Os dólares falsos cobrem dois anos.',
    ],
  },
  'iep-cost-of-violence': {
    title: 'Custo direto da violência, 2013',
    note: 'Três valores de uma nota de imprensa.',
    limits: ['Não são os dados completos do instituto.'],
  },
  'unodc-wdr-seizures': {
    title: 'Relatório Mundial sobre Drogas 2025, anexo 7.1: apreensões nas Américas',
    note: 'Quilogramas anuais por droga, como os países informam ao UNODC.',
    limits: [
      'Um país ausente em um ano não informou nada, o que não é zero.',
      'Totais como "cocaína, total" incluem suas partes.',
      'São omitidas as drogas que menos de dez países-ano latino-americanos informam.',
    ],
  },
  'pnp-seizures-department': {
    title: 'Drogas apreendidas por departamento, Peru, 2019–2020',
    note: 'Quilogramas de todas as drogas por departamento.',
    limits: [
      'A tabela lida chama a coluna de cocaína; suas somas de 2019 e 2020 igualam os totais de todas as drogas informados ao UNODC, portanto são todas as drogas.',
      'Os anos 2021–2023 da tabela não conferem com nenhum outro total e são omitidos.',
    ],
  },
  'inei-homicide-department': {
    title: 'Taxa de homicídios por departamento, Peru, 2019–2021',
    note: 'Homicídios por 100 mil habitantes por departamento.',
    limits: ['Lido da tabela de um terceiro; confira com o INEI antes de usar.'],
  },
  'worldbank-wdi': {
    title: 'Indicadores do Desenvolvimento Mundial: homicídios, conflito, deslocamento',
    note: 'Vinte países da América Latina.',
    limits: ['Uma edição antiga: os homicídios terminam em 2018 ou antes; para o Peru vão de 2011 a 2017.'],
  },
  'worldbank-population': {
    title: 'População total',
    note: 'Vinte países da América Latina.',
    limits: ['Estimativas entre censos.'],
  },
  'transparency-cpi': {
    title: 'Índice de Percepção da Corrupção, 1995–2017',
    note: 'Vinte países da América Latina; os valores são mostrados, nunca recalculados em outro índice.',
    limits: [
      'A escala e o método mudaram em 2012; as duas partes são séries separadas.',
      'O arquivo lido dá as notas desde 2012 divididas por dez; são mostradas na escala publicada de 0 a 100.',
    ],
  },
  'owid-ucdp-deaths': {
    title: 'Mortes em conflitos e violência unilateral por país, 1989–2018',
    note: 'Quinze países da América Latina com ao menos um ano codificado.',
    limits: [
      'Um ano ausente significa nenhum conflito codificado, não zero mortes.',
      'Termina em 2018, para o Peru em 2017.',
    ],
  },
};
