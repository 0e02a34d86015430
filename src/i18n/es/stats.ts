import type { stats as source } from '../en/stats.ts';
import type { Translated } from '../message.ts';

export const stats: Translated<typeof source> = {
  'stats.trend': 'Tendencia',
  'stats.trendHint': 'Mostrar qué fue de los puntos calientes con el tiempo',
  'stats.note.hot':
    'El color marca dónde una celda y sus seis vecinas reúnen claramente más (+) o menos (\u2212) reportes de los que repartiría el azar: son concentraciones de reportes, no de delitos.',
  'stats.note.trend':
    'Puntos calientes de {n} {bins}: nuevos (+), con una parte de todos los reportes que sube (\u2191), se mantiene (=) o baja (\u2193), o intermitentes (~). Son concentraciones de reportes, no de delitos.',
  'stats.note.none': {
    one: 'La {n} celda probada no reúne más ni menos reportes de los que repartiría el azar.',
    many: 'Ninguna de los {n} de celdas probadas reúne claramente más ni menos reportes de los que repartiría el azar.',
    other:
      'Ninguna de las {n} celdas probadas reúne claramente más ni menos reportes de los que repartiría el azar.',
  },
  'stats.note.noTrend': 'Ninguna celda fue punto caliente en ninguno de los {n} {bins}.',
  'stats.note.size': 'Celdas de unos {km} km de ancho.',
  'stats.note.waiting': 'Comparando cada lugar con el azar.',
  'stats.note.sources': {
    one: '{n} fuente comienza o termina dentro de estas fechas, lo que puede parecer una tendencia.',
    many: '{n} de fuentes comienzan o terminan dentro de estas fechas, lo que puede parecer una tendencia.',
    other: '{n} fuentes comienzan o terminan dentro de estas fechas, lo que puede parecer una tendencia.',
  },
  'stats.bins.day': 'días',
  'stats.bins.week': 'semanas',
  'stats.bins.month': 'meses',
  'stats.bins.quarter': 'trimestres',
  'stats.bins.year': 'años',
  'stats.problem.few-places':
    'Sin prueba: la zona tiene menos de 30 celdas de este tamaño. Elija una zona mayor o acerque el mapa.',
  'stats.problem.few-events':
    'Sin prueba: hay muy pocos eventos. Al menos 10 celdas deben tener alguno, y el azar debe dejar esperar uno alrededor de cada celda. Amplíe los filtros o las fechas.',
  'stats.problem.all-alike': 'Sin prueba: todas las celdas tienen el mismo número de eventos.',
  'stats.problem.few-periods':
    'Sin tendencia: hacen falta diez años, trimestres o meses dentro de las fechas, cada uno con eventos suficientes para la prueba. Amplíe las fechas o los filtros.',
  'stats.legend.hot': 'Reportes frente al azar',
  'stats.legend.trend': 'Puntos calientes en el tiempo',
  'stats.class.strong-hot': 'Caliente, 1 de 100 puede ser azar',
  'stats.class.hot': 'Caliente, 1 de 20 puede ser azar',
  'stats.class.cold': 'Frío, 1 de 20 puede ser azar',
  'stats.class.strong-cold': 'Frío, 1 de 100 puede ser azar',
  'stats.class.even': 'Con eventos, no más que el azar',
  'stats.class.untested': 'Sin prueba',
  'stats.class.new': 'Nuevo: caliente solo en el último período',
  'stats.class.intensifying': 'En aumento: caliente en 3 de 4 períodos, su parte sube',
  'stats.class.persistent': 'Persistente: caliente en 3 de 4 períodos, su parte se mantiene',
  'stats.class.diminishing': 'En descenso: caliente en 3 de 4 períodos, su parte baja',
  'stats.class.sporadic': 'Intermitente: caliente en algunos períodos',
  'stats.class.evenTrend': 'Con eventos, caliente en ningún período',
  'stats.tip.around': {
    one: '{n} evento aquí y alrededor; se esperaban {expected}',
    many: '{n} de eventos aquí y alrededor; se esperaban {expected}',
    other: '{n} eventos aquí y alrededor; se esperaban {expected}',
  },
  'stats.tip.adjusted': 'p ajustado {p}',
  'stats.tip.periods': {
    one: 'Caliente en {n} de {all} períodos',
    many: 'Caliente en {n} de {all} períodos',
    other: 'Caliente en {n} de {all} períodos',
  },
  'stats.tip.slope': 'Parte de todos los eventos: {points} puntos por {bin}',
  'stats.bin.day': 'día',
  'stats.bin.week': 'semana',
  'stats.bin.month': 'mes',
  'stats.bin.quarter': 'trimestre',
  'stats.bin.year': 'año',
  'stats.tip.none': 'Ningún evento en este mismo lugar',
  'stats.title.hot': '{title}: puntos calientes',
  'stats.title.trend': '{title}: puntos calientes en el tiempo',
  'stats.caveat':
    'Concentraciones de reportes, no de delitos: donde más se informa, más se calienta el mapa.',
  'stats.caveatCold': 'Frío puede significar también que ninguna fuente mira allí.',
  'stats.method.hot':
    'Puntos calientes: Gi* de Getis-Ord de log(1 + eventos) sobre celdas de unos {km} km de ancho y sus seis vecinas, p exacto por permutación, tasa de falsos hallazgos del 5 % y del 1 % (Benjamini\u2013Hochberg); {tested} de {places} celdas probadas.',
  'stats.method.trend':
    'Puntos calientes de {n} {bins} de {from} a {to}, como arriba; tendencia de la parte de cada punto caliente duradero según Mann\u2013Kendall con la pendiente de Sen, tasa de falsos hallazgos del 5 %.',
  'stats.summary.hot': {
    one: '{n} celda caliente; frías: {cold}; probadas: {tested}.',
    many: '{n} de celdas calientes; frías: {cold}; probadas: {tested}.',
    other: '{n} celdas calientes; frías: {cold}; probadas: {tested}.',
  },
  'stats.summary.most': 'El punto caliente más fuerte es {place}.',
  'stats.summary.trend':
    'Puntos calientes entre {tested} celdas probadas: {fresh} nuevos, {intensifying} en aumento, {persistent} persistentes, {diminishing} en descenso y {sporadic} intermitentes.',
  'stats.table.caption': 'Celdas comparadas con el azar',
  'stats.table.verdict': 'Resultado',
  'stats.table.around': 'Eventos en y alrededor',
  'stats.table.expected': 'Esperados',
  'stats.table.z': 'Gi*',
  'stats.table.adjusted': 'p ajustado',
  'stats.table.hotPeriods': 'Períodos caliente',
  'stats.table.slope': 'Parte por período, puntos',
  'stats.over': 'Comparar',
  'stats.over.cells': 'Celdas',
  'stats.over.regions': 'Regiones',
  'stats.note.bordersAbroad': 'Cada región con las que limita, también de otros países.',
  'stats.note.hot.regions':
    'El color marca dónde una región y sus limítrofes reúnen claramente más (+) o menos (\u2212) reportes de los que repartiría el azar: son concentraciones de reportes, no de delitos.',
  'stats.note.none.regions': {
    one: 'La {n} región probada no reúne más ni menos reportes de los que repartiría el azar.',
    many: 'Ninguna de los {n} de regiones probadas reúne claramente más ni menos reportes de los que repartiría el azar.',
    other:
      'Ninguna de las {n} regiones probadas reúne claramente más ni menos reportes de los que repartiría el azar.',
  },
  'stats.note.noTrend.regions': 'Ninguna región fue punto caliente en ninguno de los {n} {bins}.',
  'stats.problem.few-places.regions':
    'Sin prueba: hay menos de 30 regiones que comparar. Compare celdas o elija más.',
  'stats.problem.few-events.regions':
    'Sin prueba: hay muy pocos eventos. Al menos 10 regiones deben tener alguno, y el azar debe dejar esperar uno alrededor de cada región. Amplíe los filtros o las fechas.',
  'stats.problem.all-alike.regions': 'Sin prueba: todas las regiones tienen el mismo número de eventos.',
  'stats.method.hot.regions':
    'Puntos calientes: Gi* de Getis-Ord de log(1 + eventos) sobre regiones de primer nivel y las que limitan con ellas, p exacto por permutación, tasa de falsos hallazgos del 5 % y del 1 % (Benjamini\u2013Hochberg); {tested} de {places} regiones probadas.',
  'stats.summary.hot.regions': {
    one: '{n} región caliente; frías: {cold}; probadas: {tested}.',
    many: '{n} de regiones calientes; frías: {cold}; probadas: {tested}.',
    other: '{n} regiones calientes; frías: {cold}; probadas: {tested}.',
  },
  'stats.summary.trend.regions':
    'Puntos calientes entre {tested} regiones probadas: {fresh} nuevos, {intensifying} en aumento, {persistent} persistentes, {diminishing} en descenso y {sporadic} intermitentes.',
  'stats.table.caption.regions': 'Regiones comparadas con el azar',
};
