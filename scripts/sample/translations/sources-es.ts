import type { SourceTexts } from '#core/provenance.ts';

const pages = [
  'Una muestra de lo que contenían las páginas leídas: la ausencia aquí no es ausencia de hechos, y no permite calcular tasas, tendencias ni clasificaciones.',
  'Se leyeron comienzos de páginas, no archivos; algunas fuentes son blogs o reproducciones y están marcadas como débiles.',
];

/** What SOURCES.json says of each source, in Spanish. */
export const sourcesEs: Readonly<Record<string, SourceTexts>> = {
  'curated-peru': {
    title: 'Hechos en el Perú, 2000–2024, selección propia',
    note: 'Hechos sueltos que muestran cada tipo de noticia; no es un recuento de nada.',
    limits: pages,
  },
  'curated-air': {
    title: 'Interdicción aérea en América Latina, 1990–2026, selección propia',
    note: 'Derribos, aterrizajes forzados, aeronaves incautadas y siniestradas, pistas destruidas y las leyes detrás, en doce países.',
    limits: [
      ...pages,
      'Casi nada para el Perú de 2001 a 2011, Colombia después de 2006, Guatemala antes de 2019, o Paraguay y Argentina antes de 2016.',
      'Las cifras de Venezuela son declaraciones del mando militar; allí se mezclan «derribado» y «destruido en tierra».',
    ],
  },
  'curated-operations': {
    title: 'Incautaciones y operativos en América Latina, 2010–2026, selección propia',
    note: 'Incautaciones, allanamientos, ataques, masacres, laboratorios y erradicación en diecisiete países, la mayoría en el Perú.',
    limits: [
      ...pages,
      'Las grandes incautaciones, los puertos, las masacres y 2024–2026 están sobrerrepresentados; 2012–2016 y los pueblos pequeños, poco.',
      'Los pesos son en general brutos y los primeros informados; los valores en dinero son estimaciones de la policía o la aduana.',
    ],
  },
  'unodc-ids-peru': {
    title: 'Incautaciones individuales de drogas, Perú, 2011–2015, sin duplicados y ubicadas',
    note: 'Incautaciones importantes que el Perú informó a la UNODC; un hecho por fila tras unir las repeticiones exactas.',
    limits: [
      'Las filas de 2012 y 2013 figuraban hasta tres veces; 405 filas quedaron en 325 hechos.',
      'La fuente a veces invierte día y mes: 140 hechos se ubican entre ambas lecturas, no en un día.',
      '37 hechos figuran en 2012 y en 2013 según la edición; su año es incierto.',
      '38 hechos no tienen más lugar que el Perú; 71 solo departamento o provincia.',
    ],
  },
  'articles-seed': {
    title: 'Las diez noticias de la página del Perú, 2014–2015',
    note: 'Las noticias de la página de la que parte este proyecto.',
    limits: ['De una no se halló dirección; se conserva sin enlace.', 'Cuatro tienen solo mes o año.'],
  },
  'articles-peru': {
    title: 'Nueve artículos más sobre el Perú, 2014–2024',
    note: 'Artículos detrás de los hechos seleccionados del Perú.',
    limits: ['Los enlaces no se abrieron en línea; algunos pueden haber cambiado.'],
  },
  'articles-latam': {
    title: 'Artículos citados sobre crimen organizado en América Latina, 2010–2026',
    note: '190 citas de 88 medios en inglés, español y portugués.',
    limits: [
      'Predominan el Perú, el inglés y 2012–2017; hay poco en portugués y sobre México, Centroamérica y Haití.',
      '43 citas no llevan fecha porque ni la página ni su dirección la daban.',
      'Que un artículo nombre a un grupo no afirma la culpa de nadie.',
    ],
  },
  'ucdp-ged-mexico': {
    title: 'UCDP GED 24.1, eventos georreferenciados, México, 1989–2023',
    note: 'Hechos letales entre actores organizados, o de uno contra civiles, cuando un par llegó a 25 muertes en un año.',
    limits: [
      'Solo hechos con al menos una muerte según alguna estimación, y solo actores y pares que pasan el umbral.',
      'El crimen organizado en México se codifica a partir de pocos periódicos; la atribución a un grupo es de la fuente.',
      'De 3612 hechos solo se conoce el municipio, de 890 solo el estado, de 25 solo el país.',
      '89 filas traen las estimaciones de muertes desordenadas; se ordenan y se marcan.',
    ],
  },
  'ucdp-ged-colombia': {
    title: 'UCDP GED 19.1, eventos georreferenciados, Colombia, 1989–2018',
    note: 'Hechos letales del conflicto armado y de la violencia unilateral, según se publicaron en HDX.',
    limits: [
      'Una edición antigua: las posteriores la revisan y falta desde 2019.',
      '54 filas traen las estimaciones de muertes desordenadas; se ordenan y se marcan.',
    ],
  },
  'colombia-police-seizures': {
    title: 'Incautaciones de droga, enero–abril de 2018, casi todas en Antioquia',
    note: 'Cada incautación registrada de base de coca y basuco, hasta de un solo gramo.',
    limits: [
      'Cuatro meses de un departamento, con pocas filas de Amazonas, Valle y Cesar: no es un retrato de Colombia.',
      'La mayoría son de pocos gramos en la calle; el punto es el municipio.',
    ],
  },
  'colombia-drug-infrastructure': {
    title: 'Infraestructura de drogas destruida, 2010–2022',
    note: 'Laboratorios y otros sitios que las fuerzas informan como destruidos.',
    limits: [
      '28 801 filas se unen en un registro por municipio y mes; cada registro conserva el número de filas.',
      'Nueve filas no nombran un municipio de Colombia (ocho están en Venezuela o el Perú).',
      'El archivo no dice de qué tipo era cada sitio.',
    ],
  },
  'brazil-airstrips-2021': {
    title: 'Pistas clandestinas de la Amazonía brasileña, relevamiento de 2021',
    note: '1269 pistas de la Amazonía Legal que no figuran en ningún registro de aeródromos.',
    limits: [
      'El año es el del relevamiento: no se sabe cuándo se hizo o usó cada pista.',
      'Clandestina no equivale a usada por narcotraficantes.',
    ],
  },
  'amazon-mining-watch': {
    title:
      'Amazon Mining Watch: lugares leídos como minería en el Perú y superficie por municipio, 2018–2025',
    note: 'Un modelo lee imágenes de satélite de cada período; el punto es el centro de cada mancha.',
    limits: [
      'Es la lectura de un modelo, no una verificación de campo; la minería no siempre es ilegal.',
      'Los períodos difieren en duración y en el modelo, por lo que no forman una tendencia; 2018 contiene todo lo minado hasta entonces.',
      'Las manchas como hechos se incluyen solo para el Perú; las superficies por municipio, para nueve países.',
    ],
  },
  'ucdp-actors': {
    title: 'Organizaciones nombradas en UCDP GED, México y Colombia',
    note: 'Los nombres y años de actividad resultan de los hechos incluidos.',
    limits: [
      'Los nombres combinados se separan en sus organizaciones.',
      'Nueve facciones y familias que UCDP llama por personas se muestran con su número de UCDP.',
    ],
  },
  'ofac-sdn': {
    title: 'Lista SDN: organizaciones criminales de América Latina',
    note: 'Programas de narcóticos y delincuencia transnacional; la lista tal como estaba el 22 de agosto de 2026.',
    limits: [
      'Una designación es un acto de un gobierno, no una declaración de culpa; las listas cambian: consulte la vigente.',
      'Se incluyen 31 organizaciones criminales; no las empresas de la lista ni las llamadas por una persona.',
    ],
  },
  'devida-unodc-coca': {
    title: 'Monitoreo de coca en el Perú, por departamento, zona y distrito',
    note: 'Superficie anual de coca en pie leída de imágenes de satélite y verificaciones de campo.',
    limits: [
      'Leído de tablas guardadas en un repositorio público, no de los informes mismos.',
      'Los distritos contienen solo la parte localizada, de 2 a 5 por ciento menos que los totales nacionales.',
      'Se añadieron zonas con el tiempo, diez de ellas entre 2021 y 2024.',
    ],
  },
  'coca-national-cited': {
    title: 'Superficie de coca en el Perú, Colombia y Bolivia',
    note: 'Totales nacionales donde se leyó uno.',
    limits: [
      'Faltan años, sobre todo de Bolivia y Colombia.',
      'Hay revisiones posteriores, por ejemplo para Colombia 2009.',
    ],
  },
  'peru-cited-figures': {
    title: 'Cifras sueltas del Perú: contrabando, dólares falsos, erradicación, vuelos',
    note: 'Cifras detrás de noticias de la página del Perú.',
    limits: [
      'El contrabando de 2012 y 2013 se deduce de las diferencias que da la fuente.',
      'Los dólares falsos abarcan dos años.',
    ],
  },
  'iep-cost-of-violence': {
    title: 'Costo directo de la violencia, 2013',
    note: 'Tres valores de una nota de prensa.',
    limits: ['No son los datos completos del instituto.'],
  },
  'unodc-wdr-seizures': {
    title: 'Informe Mundial sobre las Drogas 2025, anexo 7.1: incautaciones en las Américas',
    note: 'Kilogramos anuales por droga, según los países informan a la UNODC.',
    limits: [
      'Un país ausente en un año no informó nada, lo que no es cero.',
      'Totales como «cocaína, total» incluyen a sus partes.',
      'Se omiten las drogas que informan menos de diez países-año latinoamericanos.',
    ],
  },
  'pnp-seizures-department': {
    title: 'Drogas incautadas por departamento, Perú, 2019–2020',
    note: 'Kilogramos de todas las drogas por departamento.',
    limits: [
      'La tabla leída llama cocaína a la columna; sus sumas de 2019 y 2020 igualan los totales de todas las drogas informados a la UNODC, así que son todas las drogas.',
      'Los años 2021–2023 de la tabla no concuerdan con ningún otro total y se omiten.',
    ],
  },
  'inei-homicide-department': {
    title: 'Tasa de homicidios por departamento, Perú, 2019–2021',
    note: 'Homicidios por cada 100 000 habitantes por departamento.',
    limits: ['Leído de la tabla de un tercero; contraste con el INEI antes de usar.'],
  },
  'worldbank-wdi': {
    title: 'Indicadores del desarrollo mundial: homicidios, conflicto, desplazamiento',
    note: 'Veinte países de América Latina.',
    limits: [
      'Una edición antigua: los homicidios terminan en 2018 o antes; para el Perú van de 2011 a 2017.',
    ],
  },
  'worldbank-population': {
    title: 'Población total',
    note: 'Veinte países de América Latina.',
    limits: ['Estimaciones entre censos.'],
  },
  'transparency-cpi': {
    title: 'Índice de Percepción de la Corrupción, 1995–2017',
    note: 'Veinte países de América Latina; los valores se muestran, nunca se recalculan en otro índice.',
    limits: [
      'La escala y el método cambiaron en 2012; las dos partes son series separadas.',
      'El archivo leído da los puntajes desde 2012 divididos por diez; se muestran en la escala publicada de 0 a 100.',
    ],
  },
  'owid-ucdp-deaths': {
    title: 'Muertes en conflictos y violencia unilateral por país, 1989–2018',
    note: 'Quince países de América Latina con al menos un año codificado.',
    limits: [
      'Un año ausente significa que no hay conflicto codificado, no cero muertes.',
      'Termina en 2018, para el Perú en 2017.',
    ],
  },
};
