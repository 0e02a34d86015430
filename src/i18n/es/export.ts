import type { exports as source } from '../en/export.ts';
import type { Translated } from '../message.ts';

export const exports: Translated<typeof source> = {
  'export.menu': 'Exportar',
  'export.title': 'Exportar «{title}»',
  'export.picture': 'Imagen',
  'export.data': 'Datos',
  'export.words': 'Texto',
  'export.format': 'Formato',
  'export.size': 'Tamaño',
  'export.size.wide': '16:9, diapositivas',
  'export.size.square': '1:1, redes',
  'export.size.classic': '4:3, documentos',
  'export.size.a4-landscape': 'A4 horizontal',
  'export.size.a4-portrait': 'A4 vertical',
  'export.size.story': '9:16, móviles',
  'export.scale': 'Escala',
  'export.scale.n': '{n}×',
  'export.pixels': '{width} × {height} px',
  'export.theme': 'Colores',
  'export.theme.light': 'Claro',
  'export.theme.dark': 'Oscuro',
  'export.ground': 'Fondo transparente',
  'export.save.picture': 'Guardar {format}',
  'export.save.table': 'Tabla de la figura, {format}',
  'export.save.events': 'Eventos, {format}',
  'export.save.values': 'Valores, {format}',
  'export.displayed': 'Lo mostrado',
  'export.full': 'Completo',
  'export.about.table': {
    one: 'La {n} fila que dibuja esta figura',
    many: 'Las {n} filas que dibuja esta figura',
    other: 'Las {n} filas que dibuja esta figura',
  },
  'export.about.events': {
    one: '{n} evento, uno por fila, con precisión y fuente',
    many: '{n} eventos, uno por fila, con precisión y fuente',
    other: '{n} eventos, uno por fila, con precisión y fuente',
  },
  'export.about.values': {
    one: '{n} valor publicado, con su fuente',
    many: '{n} valores publicados, cada uno con su fuente',
    other: '{n} valores publicados, cada uno con su fuente',
  },
  'export.limit': 'Demasiadas filas para {formats} ({limit} como máximo).',
  'export.alt': 'Texto alternativo',
  'export.altHint': {
    one: '{n} de 300 caracteres, va dentro del archivo',
    many: '{n} de 300 caracteres, va dentro del archivo',
    other: '{n} de 300 caracteres, va dentro del archivo',
  },
  'export.copyAlt': 'Copiar texto alternativo',
  'export.copyLink': 'Copiar enlace',
  'export.copyImage': 'Copiar imagen',
  'export.copyTable': 'Copiar tabla',
  'export.copiedImage': 'Imagen copiada.',
  'export.copiedTable': 'Tabla copiada.',
  'export.copied': 'Copiado',
  'export.copyByHand': 'Copie este texto a mano',
  'export.preview': 'Vista previa de la imagen',
  'export.previewFailed': 'No se pudo dibujar la vista previa.',
  'export.working': 'Creando el archivo…',
  'export.saved': 'Guardado {name}.',
  'export.note.rows': '{n} de {all} filas.',
  'export.note.fromPage': 'Sin conexión: se escribió con las {n} de {all} filas de esta página.',
  'export.note.letters':
    'La tipografía del PDF no tiene {letters}: quedan en blanco. SVG y PNG los muestran.',
  'export.note.smaller':
    'Este navegador no pudo pintar la escala elegida; la imagen mide {width} × {height} px. SVG no tiene ese límite.',
  'export.refused.unreachable':
    'No se alcanza el servicio de datos y en esta página solo hay {here} de {all} filas. No se guardó nada; intente de nuevo cuando vuelva la conexión.',
  'export.refused.service': 'El servicio de datos respondió {status}: {detail} No se guardó nada.',
  'export.refused.count':
    'El servicio dio {n} filas donde se muestran {all}. No se guardó nada, porque el archivo no coincidiría con la pantalla. Recargue la página y exporte de nuevo.',
  'export.refused.tooManyRows':
    '{n} filas superan las {limit} que admite un archivo de este formato. Acote los filtros; no se guardó nada.',
  'export.refused.tooManyRowsHere':
    '{n} filas superan las {limit} que admite un archivo de este formato. Elija {instead} o acote los filtros; no se guardó nada.',
  'export.refused.tooLarge':
    'Este navegador no puede pintar una imagen de este tamaño. Elija uno menor, o SVG, que no tiene ese límite.',
  'export.refused.font':
    'Este navegador no pintó la tipografía de la figura y la imagen saldría mal. Guárdela como SVG.',
  'export.refused.clipboard': 'Este navegador no permitió escribir en el portapapeles. Guarde el archivo.',
  'export.refused.nothing': 'No hay nada que exportar en esta vista.',
  'export.failed': 'No se pudo crear el archivo: {detail}',
  'export.byHand': '¿No empezó la descarga?',
  'export.openFile': 'Abrir {name}',
};
