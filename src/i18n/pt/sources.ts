import type { sources as source } from '../en/sources.ts';
import type { Translated } from '../message.ts';

export const sources: Translated<typeof source> = {
  'sources.title': 'Fontes',
  'sources.lead':
    'Cada registro nomeia sua fonte. Aqui se diz quem são, o que permitem, o que cobrem e onde falham.',
  'sources.version':
    'Versão dos dados {version}, última mudança em {date}: {events} · {articles} · {indicators}',
  'sources.toAbout': 'Como os dados são feitos e seus limites',
  'sources.failed': 'Não foi possível carregar as fontes',
  'sources.none': 'Estes dados não nomeiam fontes',
  'sources.noneText': 'O armazém está vazio: carregue dados primeiro.',
  'sources.table': 'Todas as fontes de relance',
  'sources.col.source': 'Fonte',
  'sources.col.publisher': 'Publica',
  'sources.col.period': 'Cobre',
  'sources.col.events': 'Eventos',
  'sources.col.articles': 'Artigos',
  'sources.col.indicators': 'Séries',
  'sources.redistribution.rows': 'as linhas podem ser compartilhadas',
  'sources.redistribution.aggregates': 'só totais',
  'sources.redistribution.none': 'não se compartilha',
  'sources.open': 'aberto',
  'sources.fact.holds': 'Fornece',
  'sources.fact.period': 'Período',
  'sources.fact.licence': 'Licença',
  'sources.fact.attribution': 'Crédito',
  'sources.fact.retrieved': 'Obtido',
  'sources.fact.id': 'Id nos filtros',
  'sources.holds.none': 'nada contado ainda',
  'sources.limits': 'Limites conhecidos',
  'sources.strip.events': {
    one: 'Cobre de {from} a {to}; o ano com mais eventos é {year}: {n}',
    many: 'Cobre de {from} a {to}; o ano com mais eventos é {year}: {n}',
    other: 'Cobre de {from} a {to}; o ano com mais eventos é {year}: {n}',
  },
  'sources.strip.span': 'Cobre de {from} a {to}',
  'sources.strip.peak':
    'Barras: eventos por ano nestes dados, no máximo {n} ({year}). Faixa: anos que a fonte cobre.',
};
