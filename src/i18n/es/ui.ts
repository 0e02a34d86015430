import type { ui as source } from '../en/ui.ts';
import type { Translated } from '../message.ts';

export const ui: Translated<typeof source> = {
  'ui.close': 'Cerrar',
  'ui.clear': 'Borrar',
  'ui.remove': 'Quitar {what}',
  'ui.retry': 'Reintentar',
  'ui.reset': 'Reiniciar este panel',
  'ui.undo': 'Deshacer',
  'ui.cancel': 'Cancelar',
  'ui.copyDetails': 'Copiar detalles',
  'ui.copied': 'Copiado',
  'ui.stillLoading': 'Todavía está cargando.',
  'ui.loading': 'Cargando',
  'ui.panelFailed': 'Este panel dejó de funcionar',
  'ui.panelFailedText': 'El resto de la página sigue funcionando y sus filtros se conservan.',
  'ui.date.format': 'Por ejemplo 2015-08-20 o 20/08/2015',
  'ui.date.notReal': '«{text}» no es una fecha. Escriba una fecha real, como {example}.',
  'ui.combobox.none': 'Nada coincide con «{text}»',
  'ui.combobox.results': { one: '{n} sugerencia', many: '{n} de sugerencias', other: '{n} sugerencias' },
  'ui.notDrawn': 'Aún sin dibujar al imprimir la página. Desplácese hasta aquí y vuelva a imprimir.',
  'ui.more': { one: '{n} más', many: '{n} más', other: '{n} más' },
  'ui.less': 'Mostrar menos',
  'ui.newVersion': 'Hay una nueva versión de Atalaya.',
  'ui.reload': 'Recargar',
  'ui.opensNewTab': 'se abre en otra pestaña',
  'ui.withheld.some': {
    one: 'No se muestra: el {n} evento que tiene {publisher} ({licence}). No se permite difundir sus filas.',
    many: 'No se muestran: los {n} de eventos que tiene {publisher} ({licence}). No se permite difundir sus filas.',
    other:
      'No se muestran: los {n} eventos que tiene {publisher} ({licence}). No se permite difundir sus filas.',
  },
  'ui.withheld.unknown':
    'No se muestra lo que tenga {publisher} ({licence}). No se permite difundir sus filas ni cuántas son.',
  'ui.withheld.owner': 'Consultar a quien publica',
  'ui.withheld.title': 'Filas que no se pueden mostrar',
  'ui.addToBriefing': 'Añadir al informe',
  'ui.addToBriefingOf': 'Añadir {name} al informe',
};
