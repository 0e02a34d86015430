/** A corner of a zone's spine: a GeoNames place ("Tibú, CO"), or a named point (Peru: district capitals as INEI locates them). */
export type ZoneStop = string | readonly [name: string, lon: number, lat: number];

export type ZoneRecipe = {
  readonly id: string;
  readonly names: { readonly en: string; readonly es: string; readonly pt: string };
  readonly countries: readonly string[];
  /** Towns along the valley, river or border that gives the zone its name, in order. */
  readonly spine: readonly ZoneStop[];
  /** How far to either side the dashed outline runs. */
  readonly reachKm: number;
};

const same = (name: string): ZoneRecipe['names'] => ({ en: name, es: name, pt: name });

/**
 * Zones that sources name without drawing them. None of these outlines is a legal or statistical boundary: each is a
 * ribbon around towns that sources place in the zone, only to show roughly where it lies.
 */
export const ZONES: readonly ZoneRecipe[] = [
  {
    id: 'VRAEM',
    names: same('VRAEM'),
    countries: ['PE'],
    reachKm: 28,
    spine: [
      ['Río Tambo', -74.306, -11.148],
      ['Vizcatán del Ene', -74.027, -12.186],
      ['Canayre', -74.023, -12.282],
      ['Llochegua', -73.906, -12.41],
      ['Pichari', -73.829, -12.519],
      ['Ayna', -73.789, -12.624],
      ['Samugari', -73.656, -12.768],
      ['Anchihuay', -73.583, -12.864],
      ['Villa Virgen', -73.513, -13.003],
      ['Chungui', -73.622, -13.222],
    ],
  },
  {
    id: 'UPPER-HUALLAGA',
    names: { en: 'Upper Huallaga', es: 'Alto Huallaga', pt: 'Alto Huallaga' },
    countries: ['PE'],
    reachKm: 24,
    spine: [
      ['Mariano Dámaso Beraún', -75.971, -9.443],
      'Tingo María, PE',
      ['José Crespo y Castillo', -76.116, -8.932],
      ['La Morada', -76.25, -8.794],
      ['Nuevo Progreso', -76.326, -8.451],
      'Tocache, PE',
      ['Pólvora', -76.668, -7.908],
      ['Campanilla', -76.65, -7.483],
    ],
  },
  {
    id: 'LOWER-HUALLAGA',
    names: { en: 'Lower Huallaga', es: 'Bajo Huallaga', pt: 'Baixo Huallaga' },
    countries: ['PE'],
    reachKm: 24,
    spine: ['Juanjuí, PE', 'Tarapoto, PE', 'Yurimaguas, PE'],
  },
  {
    id: 'ATALAYA',
    names: { en: 'Atalaya (Ucayali)', es: 'Atalaya (Ucayali)', pt: 'Atalaya (Ucayali)' },
    countries: ['PE'],
    reachKm: 30,
    spine: [
      ['Tahuanía', -73.956, -10.031],
      ['Raymondi', -73.755, -10.73],
      ['Sepahua', -73.046, -11.137],
    ],
  },
  {
    id: 'AGUAYTIA',
    names: same('Aguaytía'),
    countries: ['PE'],
    reachKm: 22,
    spine: [
      ['Padre Abad', -75.508, -9.034],
      ['Irazola', -75.213, -8.829],
      ['Neshuya', -74.964, -8.64],
    ],
  },
  {
    id: 'PICHIS-PALCAZU-PACHITEA',
    names: same('Pichis-Palcazú-Pachitea'),
    countries: ['PE'],
    reachKm: 26,
    spine: [
      ['Puerto Bermúdez', -74.937, -10.299],
      ['Constitución', -75.017, -9.856],
      ['Yuyapichis', -74.975, -9.628],
      ['Puerto Inca', -74.966, -9.379],
    ],
  },
  {
    id: 'LA-CONVENCION-LARES',
    names: same('La Convención-Lares'),
    countries: ['PE'],
    reachKm: 22,
    spine: [
      ['Quellouno', -72.557, -12.637],
      ['Echarate', -72.576, -12.768],
      ['Santa Ana', -72.693, -12.863],
      ['Santa Teresa', -72.594, -13.131],
    ],
  },
  {
    id: 'INAMBARI-TAMBOPATA',
    names: same('Inambari-Tambopata'),
    countries: ['PE'],
    reachKm: 22,
    spine: [
      ['Alto Inambari', -69.243, -14.09],
      ['San Pedro de Putina Punco', -69.048, -14.113],
    ],
  },
  {
    id: 'SAN-GABAN',
    names: same('San Gabán'),
    countries: ['PE'],
    reachKm: 20,
    spine: [
      ['Ollachea', -70.473, -13.794],
      ['San Gabán', -70.403, -13.438],
    ],
  },
  {
    id: 'LA-PAMPA',
    names: same('La Pampa'),
    countries: ['PE'],
    reachKm: 14,
    spine: [
      ['Inambari', -70.372, -13.101],
      ['Laberinto', -69.587, -12.717],
    ],
  },
  {
    id: 'LOWER-AMAZON',
    names: { en: 'Lower Amazon (Peru)', es: 'Bajo Amazonas (Perú)', pt: 'Baixo Amazonas (Peru)' },
    countries: ['PE'],
    reachKm: 24,
    spine: [
      ['Pebas', -71.862, -3.32],
      ['San Pablo', -71.103, -4.02],
      ['Ramón Castilla', -70.517, -3.906],
      ['Yavarí', -70.042, -4.354],
    ],
  },
  {
    id: 'PUTUMAYO',
    names: { en: 'Putumayo river', es: 'Río Putumayo', pt: 'Rio Putumayo' },
    countries: ['CO', 'PE'],
    reachKm: 24,
    spine: [
      'Puerto Asís, CO',
      ['Teniente Manuel Clavero', -74.676, -0.373],
      ['Rosa Panduro', -73.413, -1.789],
      ['Putumayo', -72.668, -2.447],
      ['Yaguas', -71.177, -2.408],
    ],
  },
  {
    id: 'CATATUMBO',
    names: same('Catatumbo'),
    countries: ['CO'],
    reachKm: 24,
    spine: ['Ocaña, CO', 'Convención, CO', 'Tibú, CO'],
  },
  {
    id: 'BAJO-CAUCA',
    names: same('Bajo Cauca'),
    countries: ['CO'],
    reachKm: 22,
    spine: ['Tarazá, CO', 'Caucasia, CO', 'El Bagre, CO'],
  },
  {
    id: 'NARINO-PACIFIC',
    names: { en: 'Pacific coast of Nariño', es: 'Costa pacífica de Nariño', pt: 'Costa pacífica de Nariño' },
    countries: ['CO'],
    reachKm: 26,
    spine: ['Tumaco, CO', 'Barbacoas, CO'],
  },
  {
    id: 'ARAUCA-APURE',
    names: same('Arauca–Apure'),
    countries: ['CO', 'VE'],
    reachKm: 24,
    spine: ['Saravena, CO', 'Guasdualito, VE', 'Arauca, CO'],
  },
  {
    id: 'ORINOCO-MINING-ARC',
    names: { en: 'Orinoco Mining Arc', es: 'Arco Minero del Orinoco', pt: 'Arco Mineiro do Orinoco' },
    countries: ['VE'],
    reachKm: 36,
    spine: ['Upata, VE', 'El Callao, VE', 'Tumeremo, VE'],
  },
  {
    id: 'CHAPARE',
    names: same('Chapare'),
    countries: ['BO'],
    reachKm: 34,
    spine: ['Chimoré, BO'],
  },
  {
    id: 'YANOMAMI',
    names: { en: 'Yanomami territory', es: 'Territorio yanomami', pt: 'Terra Indígena Yanomami' },
    countries: ['BR'],
    reachKm: 90,
    spine: [
      ['Surucucu', -63.65, 2.83],
      ['Maturacá', -66.1, 0.63],
    ],
  },
  {
    id: 'JAVARI',
    names: { en: 'Javari valley', es: 'Valle del Javari', pt: 'Vale do Javari' },
    countries: ['BR', 'PE'],
    reachKm: 30,
    spine: ['Benjamin Constant, BR'],
  },
  {
    id: 'TRIPLE-FRONTIER',
    names: { en: 'Triple Frontier', es: 'Triple Frontera', pt: 'Tríplice Fronteira' },
    countries: ['AR', 'BR', 'PY'],
    reachKm: 28,
    spine: ['Puerto Iguazú, AR', 'Foz do Iguaçu, BR'],
  },
  {
    id: 'GOLDEN-TRIANGLE',
    names: { en: 'Golden Triangle (Mexico)', es: 'Triángulo Dorado', pt: 'Triângulo Dourado (México)' },
    countries: ['MX'],
    reachKm: 45,
    spine: ['Guachochi, MX', 'Guadalupe y Calvo, MX', 'Badiraguato, MX', 'Canelas, MX'],
  },
  {
    id: 'MOSQUITIA',
    names: { en: 'Mosquitia', es: 'La Mosquitia', pt: 'Mosquitia' },
    countries: ['HN'],
    reachKm: 34,
    spine: ['Brus Laguna, HN', 'Puerto Lempira, HN'],
  },
  {
    id: 'DARIEN',
    names: same('Darién'),
    countries: ['PA', 'CO'],
    reachKm: 30,
    spine: ['La Palma, PA', 'Yaviza, PA', 'Acandí, CO'],
  },
];
