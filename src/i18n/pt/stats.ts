import type { stats as source } from '../en/stats.ts';
import type { Translated } from '../message.ts';

export const stats: Translated<typeof source> = {
  'stats.trend': 'Tendência',
  'stats.trendHint': 'Mostrar o que aconteceu com os pontos quentes ao longo do tempo',
  'stats.note.hot':
    'A cor marca onde uma célula e suas seis vizinhas reúnem claramente mais (+) ou menos (\u2212) registros do que o acaso repartiria: são concentrações de registros, não de crimes.',
  'stats.note.trend':
    'Pontos quentes de {n} {bins}: novos (+), com parte de todos os registros em alta (\u2191), estável (=) ou em queda (\u2193), ou intermitentes (~). São concentrações de registros, não de crimes.',
  'stats.note.none': {
    one: 'A {n} célula testada não reúne mais nem menos registros do que o acaso repartiria.',
    many: 'Nenhuma dos {n} de células testadas reúne claramente mais nem menos registros do que o acaso repartiria.',
    other:
      'Nenhuma das {n} células testadas reúne claramente mais nem menos registros do que o acaso repartiria.',
  },
  'stats.note.noTrend': 'Nenhuma célula foi ponto quente em nenhum dos {n} {bins}.',
  'stats.note.size': 'Células de cerca de {km} km de largura.',
  'stats.note.waiting': 'Comparando cada lugar com o acaso.',
  'stats.note.sources': {
    one: '{n} fonte começa ou termina dentro destas datas, o que pode parecer uma tendência.',
    many: '{n} de fontes começam ou terminam dentro destas datas, o que pode parecer uma tendência.',
    other: '{n} fontes começam ou terminam dentro destas datas, o que pode parecer uma tendência.',
  },
  'stats.bins.day': 'dias',
  'stats.bins.week': 'semanas',
  'stats.bins.month': 'meses',
  'stats.bins.quarter': 'trimestres',
  'stats.bins.year': 'anos',
  'stats.problem.few-places':
    'Sem teste: a área tem menos de 30 células deste tamanho. Escolha uma área maior ou aproxime o mapa.',
  'stats.problem.few-events':
    'Sem teste: há poucos eventos. Pelo menos 10 células precisam ter algum, e o acaso precisa deixar esperar um em torno de cada célula. Amplie os filtros ou as datas.',
  'stats.problem.all-alike': 'Sem teste: todas as células têm o mesmo número de eventos.',
  'stats.problem.few-periods':
    'Sem tendência: são necessários dez anos, trimestres ou meses dentro das datas, cada um com eventos suficientes para o teste. Amplie as datas ou os filtros.',
  'stats.legend.hot': 'Registros frente ao acaso',
  'stats.legend.trend': 'Pontos quentes ao longo do tempo',
  'stats.class.strong-hot': 'Quente, 1 em 100 pode ser acaso',
  'stats.class.hot': 'Quente, 1 em 20 pode ser acaso',
  'stats.class.cold': 'Frio, 1 em 20 pode ser acaso',
  'stats.class.strong-cold': 'Frio, 1 em 100 pode ser acaso',
  'stats.class.even': 'Com eventos, não mais que o acaso',
  'stats.class.untested': 'Sem teste',
  'stats.class.new': 'Novo: quente só no último período',
  'stats.class.intensifying': 'Em alta: quente em 3 de 4 períodos, parte em alta',
  'stats.class.persistent': 'Persistente: quente em 3 de 4 períodos, parte estável',
  'stats.class.diminishing': 'Em queda: quente em 3 de 4 períodos, parte em queda',
  'stats.class.sporadic': 'Intermitente: quente em alguns períodos',
  'stats.class.evenTrend': 'Com eventos, quente em nenhum período',
  'stats.tip.around': {
    one: '{n} evento aqui e ao redor; eram esperados {expected}',
    many: '{n} de eventos aqui e ao redor; eram esperados {expected}',
    other: '{n} eventos aqui e ao redor; eram esperados {expected}',
  },
  'stats.tip.adjusted': 'p ajustado {p}',
  'stats.tip.periods': {
    one: 'Quente em {n} de {all} períodos',
    many: 'Quente em {n} de {all} períodos',
    other: 'Quente em {n} de {all} períodos',
  },
  'stats.tip.slope': 'Parte de todos os eventos: {points} pontos por {bin}',
  'stats.bin.day': 'dia',
  'stats.bin.week': 'semana',
  'stats.bin.month': 'mês',
  'stats.bin.quarter': 'trimestre',
  'stats.bin.year': 'ano',
  'stats.tip.none': 'Nenhum evento neste próprio lugar',
  'stats.title.hot': '{title}: pontos quentes',
  'stats.title.trend': '{title}: pontos quentes ao longo do tempo',
  'stats.caveat': 'Concentrações de registros, não de crimes: onde mais se noticia, mais o mapa esquenta.',
  'stats.caveatCold': 'Frio também pode significar que nenhuma fonte olha para lá.',
  'stats.method.hot':
    'Pontos quentes: Gi* de Getis-Ord de log(1 + eventos) em células de cerca de {km} km de largura e suas seis vizinhas, p exato por permutação, taxa de falsas descobertas de 5% e 1% (Benjamini\u2013Hochberg); {tested} de {places} células testadas.',
  'stats.method.trend':
    'Pontos quentes de {n} {bins} de {from} a {to}, como acima; tendência da parte de cada ponto quente duradouro por Mann\u2013Kendall com a inclinação de Sen, taxa de falsas descobertas de 5%.',
  'stats.summary.hot': {
    one: '{n} célula quente; frias: {cold}; testadas: {tested}.',
    many: '{n} de células quentes; frias: {cold}; testadas: {tested}.',
    other: '{n} células quentes; frias: {cold}; testadas: {tested}.',
  },
  'stats.summary.most': 'O ponto quente mais forte é {place}.',
  'stats.summary.trend':
    'Pontos quentes entre {tested} células testadas: {fresh} novos, {intensifying} em alta, {persistent} persistentes, {diminishing} em queda e {sporadic} intermitentes.',
  'stats.table.caption': 'Células comparadas com o acaso',
  'stats.table.verdict': 'Resultado',
  'stats.table.around': 'Eventos na célula e ao redor',
  'stats.table.expected': 'Esperados',
  'stats.table.z': 'Gi*',
  'stats.table.adjusted': 'p ajustado',
  'stats.table.hotPeriods': 'Períodos quente',
  'stats.table.slope': 'Parte por período, pontos',
  'stats.over': 'Comparar',
  'stats.over.cells': 'Células',
  'stats.over.regions': 'Regiões',
  'stats.note.bordersAbroad': 'Cada região com as que fazem divisa com ela, também de outros países.',
  'stats.note.hot.regions':
    'A cor marca onde uma região e as que fazem divisa com ela reúnem claramente mais (+) ou menos (\u2212) registros do que o acaso repartiria: são concentrações de registros, não de crimes.',
  'stats.note.none.regions': {
    one: 'A {n} região testada não reúne mais nem menos registros do que o acaso repartiria.',
    many: 'Nenhuma dos {n} de regiões testadas reúne claramente mais nem menos registros do que o acaso repartiria.',
    other:
      'Nenhuma das {n} regiões testadas reúne claramente mais nem menos registros do que o acaso repartiria.',
  },
  'stats.note.noTrend.regions': 'Nenhuma região foi ponto quente em nenhum dos {n} {bins}.',
  'stats.problem.few-places.regions':
    'Sem teste: há menos de 30 regiões para comparar. Compare células ou escolha mais.',
  'stats.problem.few-events.regions':
    'Sem teste: há poucos eventos. Pelo menos 10 regiões precisam ter algum, e o acaso precisa deixar esperar um em torno de cada região. Amplie os filtros ou as datas.',
  'stats.problem.all-alike.regions': 'Sem teste: todas as regiões têm o mesmo número de eventos.',
  'stats.method.hot.regions':
    'Pontos quentes: Gi* de Getis-Ord de log(1 + eventos) sobre regiões de primeiro nível e as que fazem divisa com elas, p exato por permutação, taxa de falsas descobertas de 5 % e de 1 % (Benjamini\u2013Hochberg); {tested} de {places} regiões testadas.',
  'stats.summary.hot.regions': {
    one: '{n} região quente; frias: {cold}; testadas: {tested}.',
    many: '{n} de regiões quentes; frias: {cold}; testadas: {tested}.',
    other: '{n} regiões quentes; frias: {cold}; testadas: {tested}.',
  },
  'stats.summary.trend.regions':
    'Pontos quentes entre {tested} regiões testadas: {fresh} novos, {intensifying} em alta, {persistent} persistentes, {diminishing} em queda e {sporadic} intermitentes.',
  'stats.table.caption.regions': 'Regiões comparadas com o acaso',
};
