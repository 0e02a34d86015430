import type { embed as source } from '../en/embed.ts';
import type { Translated } from '../message.ts';

export const embed: Translated<typeof source> = {
  'embed.open': 'Abrir en Atalaya',
  'embed.loading': 'Dibujando la figura',
  'embed.failed': 'No se pudo dibujar la figura',
  'embed.noFigure': 'No hay ninguna figura en esta dirección',
  'embed.noFigure.not-a-ref': '«{value}» no nombra ninguna figura.',
  'embed.noFigure.no-figure': 'No hay ninguna figura llamada «{value}».',
  'embed.noFigure.not-in-app': '«{value}» no es una dirección dentro de Atalaya, como /country/PE.',
  'embed.noFigure.too-long': 'La dirección tiene más de {most} caracteres.',
  'embed.noFigure.no-page': 'La página {value} no tiene figuras.',
  'embed.noFigure.not-on-page': 'Esta página no tiene esa figura: {value}',
  'embed.noFigure.no-part': 'La dirección no dice qué serie se quiere, o la página no la tiene: {value}',
  'embed.noFigure.no-values': 'Sus líneas no tienen ningún valor: {value}',
  'embed.noFigure.other-data': 'Pide otro estado de los datos que el que hay aquí: {value}',
  'embed.noFigure.known': 'Hay: {names}.',
  'embed.off':
    'La inserción en otros sitios está desactivada en este servidor: otros sitios no pueden mostrar esta figura. Quien administra el servidor puede permitirla a sitios concretos.',
  'embed.title': 'Insertar',
  'embed.text':
    'Para el código fuente de una página web. La figura conserva su título, sus fuentes y su licencia, y sigue los datos.',
  'embed.code': 'Código para insertar',
  'embed.copy': 'Copiar código',
  'embed.copied': 'Código copiado',
  'embed.manual': 'Copie el código a mano desde el campo',
  'embed.unknown': 'No se pudo consultar ahora si otros sitios pueden mostrar esta figura.',
};
