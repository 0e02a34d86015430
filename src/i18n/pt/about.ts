import type { about as source } from '../en/about.ts';
import type { Translated } from '../message.ts';

export const about: Translated<typeof source> = {
  'about.title': 'Sobre os dados',
  'about.lead':
    'Atalaya reúne o que fontes públicas relatam sobre crime organizado e segurança na América Latina e mantém ao lado de cada número quem o diz e com que exatidão.',
  'about.contents': 'Nesta página',
  'about.method': 'Como são feitos',
  'about.method.1':
    'Os registros vêm de conjuntos de dados abertos e de páginas públicas. Tomam-se fatos: datas, lugares, números, nomes, manchetes, links. As frases são nossas; os artigos ficam com quem os publicou.',
  'about.method.2':
    'Cada registro nomeia seu conjunto de dados e, quando se conhecem, as publicações que o sustentam. Um blog, uma reprodução ou uma cópia é marcada como fonte fraca. Quando as fontes divergem, ficam as duas versões.',
  'about.method.3':
    'Os tipos de evento têm dois níveis: oito famílias e os tipos dentro delas. Linhas que são totais de um ano ou de uma campanha são guardadas como indicadores e nunca contadas como eventos.',
  'about.method.4':
    'Linhas repetidas de um mesmo conjunto são unidas quando são o mesmo registro. Um mesmo evento contado por dois conjuntos ainda pode aparecer duas vezes.',
  'about.place': 'Com que exatidão se conhece um lugar',
  'about.place.note':
    'Cada lugar leva um de sete níveis. Os mapas desenham o nível, para que um lugar vago nunca pareça preciso.',
  'about.place.col.drawn': 'Desenho',
  'about.place.col.level': 'Nível',
  'about.place.col.means': 'Significado',
  'about.place.col.map': 'Células e focos',
  'about.place.1': 'Um local com nome ou coordenadas.',
  'about.place.2': 'A cerca de 25 km de um lugar com nome; um anel tracejado.',
  'about.place.3': 'Só se conhece o município; um anel vazio em seu centro.',
  'about.place.4': 'Só se conhece a região; um símbolo por toda a região.',
  'about.place.5': 'Uma zona, um rio, uma fronteira ou uma rota; tracejado, da nossa lista de zonas.',
  'about.place.6': 'Só se conhece o país; nunca é desenhado, consta como não localizado.',
  'about.place.7': 'No mar ou no ar; com sinal próprio.',
  'about.place.counted': 'contado',
  'about.place.notCounted': 'não contado',
  'about.time': 'Como se contam as datas',
  'about.time.1':
    'Uma data é guardada tão exata quanto a fonte a dá: um dia, uma semana, um mês, um trimestre, um ano. Um mês nunca vira seu primeiro dia. Os dias são datas civis no lugar do evento e não mudam com seu fuso horário.',
  'about.time.2':
    'Um evento conhecido ao dia pertence a todo período com que coincide. Um mais vago pertence só a um período que contém todo o seu intervalo; se apenas coincide, é contado à parte como “vago demais”. Eventos sem data aparecem só quando nenhuma data é escolhida.',
  'about.time.3':
    'Uma barra da linha do tempo segue a mesma regra de um período que você escolhe. Por isso, abrir uma barra lista exatamente os eventos que ela contou.',
  'about.numbers': 'Quantidades',
  'about.numbers.1':
    'Um número ausente é “não informado”, nunca zero. As somas dizem quantos eventos não dão número. Quando as fontes dão uma faixa, guardam-se o mínimo, o melhor valor e o máximo.',
  'about.numbers.2':
    'Os quilogramas são só de drogas, como informados primeiro e quase sempre brutos. O dinheiro são dólares nominais: o valor declarado dos bens ou o valor de face das notas falsas.',
  'about.hot': 'Pontos quentes e tendências',
  'about.hot.1':
    'Os pontos quentes comparam cada hexágono e seus seis vizinhos com todos os hexágonos dos países que as fontes cobrem; um hexágono sem registros conta como 0. A medida é Gi* de Getis-Ord em escala logarítmica, para que um único lugar extremo não decida. O acaso não é aproximado: é contado com exatidão, repartindo de novo os mesmos números.',
  'about.hot.2':
    'Milhares de hexágonos são testados ao mesmo tempo, por isso as falsas descobertas são controladas: dos que são chamados quentes ou frios espera-se que no máximo 1 em 20, ou 1 em 100, seja acaso. Poucos hexágonos, poucos com eventos ou menos de um evento esperado em torno de um hexágono: não se testa, e isso é dito.',
  'about.hot.3':
    'Uma tendência precisa de dez anos, trimestres ou meses inteiros. Um ponto quente duradouro o é em três quartos deles e no último; se sua parte de todos os registros sobe ou cai é testado por Mann–Kendall. Tudo isso encontra concentrações de registros. Não encontra crimes nem suas causas, e uma fonte que começa ou termina pode parecer uma tendência.',
  'about.hot.4':
    'Em vez de hexágonos podem ser comparadas regiões de primeiro nível: cada uma com as que têm com ela um trecho de divisa, também de outros países. Ali contam também os eventos de que só se conhece a região.',
  'about.limits': 'O que isto não pode dizer',
  'about.limits.1':
    'As contagens são de relatos. Mais eventos podem refletir mais relatos, uma fonte nova ou uma que acabou; a faixa sob cada linha do tempo mostra qual.',
  'about.limits.2':
    'As listas curadas são uma amostra. Delas não se pode calcular taxa, tendência nem classificação de países.',
  'about.limits.3':
    'Uma menção ou uma designação não é declaração de culpa. Pessoas privadas não são nomeadas.',
  'about.limits.4':
    'Os dados são um estado incluído, não um fluxo ao vivo; sua versão consta em cada página e exportação.',
  'about.cite': 'Como citar',
  'about.cite.title':
    'Atalaya, um painel para analistas do crime organizado e da segurança na América Latina',
  'about.cite.note':
    'Cite a ferramenta e a versão dos dados para uma vista; cite quem publicou para um fato. Cada evento, artigo, grupo e série tem sua própria citação.',
  'about.licences': 'Licenças',
  'about.licences.1': 'O código e os textos próprios da Atalaya estão sob a licença Apache 2.0.',
  'about.licences.2':
    'O mapa usa react-leaflet, sob a licença Hippocratic 2.1: ela acrescenta condições éticas e não é uma licença de código aberto aprovada pela OSI. O próprio Leaflet é BSD-2-Clause.',
  'about.licences.3':
    'Os gráficos de séries usam Recharts (MIT). Fontes tipográficas: Inter e Source Serif 4 (SIL Open Font License 1.1). As demais partes constam no arquivo NOTICE.',
  'about.licences.4':
    'Os contornos vêm da Natural Earth (domínio público) e os lugares da GeoNames (CC BY 4.0). Cada conjunto de dados mantém sua licença:',
  'about.licences.sources': 'veja Fontes',
  'about.private': 'Sua privacidade',
  'about.private.1':
    'Enquanto você usa a Atalaya, nada é pedido a outros sites. Sem cookies nem rastreamento. Idioma e tema ficam em seu navegador; todo o resto está no endereço. Seguir um link para uma publicação não diz a esse site de onde você veio.',
};
