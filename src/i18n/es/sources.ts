import type { sources as source } from '../en/sources.ts';
import type { Translated } from '../message.ts';

export const sources: Translated<typeof source> = {
  'sources.title': 'Fuentes',
  'sources.lead':
    'Cada registro nombra su fuente. Aquí se dice quiénes son, qué permiten, qué cubren y en qué se quedan cortas.',
  'sources.version':
    'Versión de los datos {version}, último cambio {date}: {events} · {articles} · {indicators}',
  'sources.toAbout': 'Cómo se hacen los datos y sus límites',
  'sources.failed': 'No se pudieron cargar las fuentes',
  'sources.none': 'Estos datos no nombran fuentes',
  'sources.noneText': 'El almacén está vacío: cargue datos primero.',
  'sources.table': 'Todas las fuentes de un vistazo',
  'sources.col.source': 'Fuente',
  'sources.col.publisher': 'Publica',
  'sources.col.period': 'Cubre',
  'sources.col.events': 'Eventos',
  'sources.col.articles': 'Artículos',
  'sources.col.indicators': 'Series',
  'sources.redistribution.rows': 'las filas pueden compartirse',
  'sources.redistribution.aggregates': 'solo totales',
  'sources.redistribution.none': 'no se comparte',
  'sources.open': 'abierto',
  'sources.fact.holds': 'Aporta',
  'sources.fact.period': 'Período',
  'sources.fact.licence': 'Licencia',
  'sources.fact.attribution': 'Crédito',
  'sources.fact.retrieved': 'Obtenido',
  'sources.fact.id': 'Id en los filtros',
  'sources.holds.none': 'aún nada contado',
  'sources.limits': 'Límites conocidos',
  'sources.strip.events': {
    one: 'Cubre de {from} a {to}; el año con más eventos es {year}: {n}',
    many: 'Cubre de {from} a {to}; el año con más eventos es {year}: {n}',
    other: 'Cubre de {from} a {to}; el año con más eventos es {year}: {n}',
  },
  'sources.strip.span': 'Cubre de {from} a {to}',
  'sources.strip.peak':
    'Barras: eventos por año en estos datos, como máximo {n} ({year}). Banda: años que cubre la fuente.',
};
