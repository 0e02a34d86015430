import type { about as source } from '../en/about.ts';
import type { Translated } from '../message.ts';

export const about: Translated<typeof source> = {
  'about.title': 'Sobre los datos',
  'about.lead':
    'Atalaya reúne lo que informan fuentes públicas sobre crimen organizado y seguridad en América Latina, y deja junto a cada cifra quién lo dice y con qué exactitud.',
  'about.contents': 'En esta página',
  'about.method': 'Cómo se hacen',
  'about.method.1':
    'Los registros vienen de conjuntos de datos abiertos y de páginas públicas. Se toman hechos: fechas, lugares, números, nombres, titulares, enlaces. Las frases son nuestras; los artículos quedan con quien los publicó.',
  'about.method.2':
    'Cada registro nombra su conjunto de datos y, cuando se conocen, las publicaciones que lo sustentan. Un blog, una reproducción o una copia se marca como fuente débil. Cuando las fuentes no coinciden, quedan ambas versiones.',
  'about.method.3':
    'Los tipos de evento forman dos niveles: ocho familias y los tipos dentro de ellas. Las filas que son totales de un año o de una campaña se guardan como indicadores y nunca se cuentan como eventos.',
  'about.method.4':
    'Las filas repetidas de un mismo conjunto se unen cuando son el mismo registro. Un mismo evento contado por dos conjuntos puede aparecer dos veces.',
  'about.place': 'Con qué exactitud se conoce un lugar',
  'about.place.note':
    'Cada lugar lleva uno de siete niveles. Los mapas dibujan el nivel, para que un lugar vago nunca parezca preciso.',
  'about.place.col.drawn': 'Se dibuja',
  'about.place.col.level': 'Nivel',
  'about.place.col.means': 'Significado',
  'about.place.col.map': 'Celdas y focos',
  'about.place.1': 'Un sitio con nombre o coordenadas.',
  'about.place.2': 'A unos 25 km de un lugar con nombre; un anillo discontinuo.',
  'about.place.3': 'Solo se conoce el municipio; un anillo hueco en su centro.',
  'about.place.4': 'Solo se conoce la región; un símbolo por toda la región.',
  'about.place.5': 'Una zona, un río, una frontera o una ruta; discontinuo, de nuestra lista de zonas.',
  'about.place.6': 'Solo se conoce el país; nunca se dibuja, figura como no ubicado.',
  'about.place.7': 'En el mar o en el aire; con su propio signo.',
  'about.place.counted': 'se cuenta',
  'about.place.notCounted': 'no se cuenta',
  'about.time': 'Cómo se cuentan las fechas',
  'about.time.1':
    'Una fecha se guarda tan exacta como la da la fuente: un día, una semana, un mes, un trimestre, un año. Un mes nunca se convierte en su primer día. Los días son fechas civiles en el lugar del evento y no se mueven con su zona horaria.',
  'about.time.2':
    'Un evento conocido al día pertenece a todo período con el que coincide. Uno más vago pertenece solo a un período que contiene todo su intervalo; si apenas coincide, se cuenta aparte como «demasiado vago». Los eventos sin fecha aparecen solo cuando no se eligen fechas.',
  'about.time.3':
    'Una barra de la línea de tiempo sigue la misma regla que un período que usted elige. Por eso, al abrir una barra se listan exactamente los eventos que contó.',
  'about.numbers': 'Cantidades',
  'about.numbers.1':
    'Una cifra que falta es «no informada», nunca cero. Las sumas dicen cuántos eventos no dan cifra. Cuando las fuentes dan un rango, se guardan el mínimo, el mejor valor y el máximo.',
  'about.numbers.2':
    'Los kilogramos son solo de drogas, como se informaron primero y casi siempre brutos. El dinero son dólares nominales: el valor declarado de los bienes o el valor facial de los billetes falsos.',
  'about.hot': 'Puntos calientes y tendencias',
  'about.hot.1':
    'Los puntos calientes comparan cada hexágono y sus seis vecinos con todos los hexágonos de los países que las fuentes cubren; un hexágono sin reportes cuenta como 0. La medida es Gi* de Getis-Ord en escala logarítmica, para que un solo lugar extremo no decida. El azar no se aproxima: se cuenta con exactitud, repartiendo de nuevo los mismos números.',
  'about.hot.2':
    'Se prueban miles de hexágonos a la vez, así que se controlan los falsos hallazgos: de los que se llaman calientes o fríos se espera que a lo sumo 1 de 20, o 1 de 100, sea azar. Muy pocos hexágonos, muy pocos con eventos o menos de un evento esperado alrededor de un hexágono: no se prueba, y se dice.',
  'about.hot.3':
    'Una tendencia necesita diez años, trimestres o meses enteros. Un punto caliente duradero lo es en tres cuartos de ellos y en el último; si su parte de todos los reportes sube o baja se prueba con Mann–Kendall. Todo esto encuentra concentraciones de reportes. No encuentra delitos ni sus causas, y una fuente que comienza o termina puede parecer una tendencia.',
  'about.hot.4':
    'En lugar de hexágonos pueden compararse regiones de primer nivel: cada una con las que comparten con ella un tramo de límite, también de otros países. Allí cuentan además los eventos de los que solo se conoce la región.',
  'about.limits': 'Lo que esto no puede decir',
  'about.limits.1':
    'Los números cuentan informes. Más eventos pueden deberse a más informes, a una fuente nueva o a una que terminó; la franja bajo cada línea de tiempo lo muestra.',
  'about.limits.2':
    'Las listas curadas son una muestra. De ellas no puede calcularse ninguna tasa, tendencia o clasificación de países.',
  'about.limits.3':
    'Una mención o una designación no es una declaración de culpabilidad. No se nombra a personas particulares.',
  'about.limits.4':
    'Los datos son un estado incluido, no un flujo en vivo; su versión va en cada página y exportación.',
  'about.cite': 'Cómo citar',
  'about.cite.title':
    'Atalaya, un tablero para analistas del crimen organizado y la seguridad en América Latina',
  'about.cite.note':
    'Cite la herramienta y la versión de los datos para una vista; cite a quien publicó para un hecho. Cada evento, artículo, grupo y serie tiene su propia cita.',
  'about.licences': 'Licencias',
  'about.licences.1': 'El código y los textos propios de Atalaya están bajo la licencia Apache 2.0.',
  'about.licences.2':
    'El mapa usa react-leaflet, bajo la licencia Hippocratic 2.1: añade condiciones éticas y no es una licencia de código abierto aprobada por la OSI. Leaflet mismo es BSD-2-Clause.',
  'about.licences.3':
    'Los gráficos de series usan Recharts (MIT). Tipografías: Inter y Source Serif 4 (SIL Open Font License 1.1). Las demás partes constan en el archivo NOTICE.',
  'about.licences.4':
    'Los contornos vienen de Natural Earth (dominio público) y los lugares de GeoNames (CC BY 4.0). Cada conjunto de datos conserva su licencia:',
  'about.licences.sources': 'vea Fuentes',
  'about.private': 'Su privacidad',
  'about.private.1':
    'Mientras usa Atalaya no se pide nada a otros sitios. Sin cookies ni rastreo. El idioma y el tema quedan en su navegador; todo lo demás está en la dirección. Seguir un enlace a una publicación no le dice a ese sitio de dónde viene usted.',
};
