import type { shortcuts as source } from '../en/shortcuts.ts';
import type { Translated } from '../message.ts';

export const shortcuts: Translated<typeof source> = {
  'shortcuts.on': 'Atajos de una sola tecla',
  'shortcuts.search': 'Buscar',
  'shortcuts.help': 'Mostrar esta lista',
  'shortcuts.export': 'Exportar',
  'shortcuts.link': 'Copiar el enlace',
  'shortcuts.briefing': 'Añadir al informe la figura en foco',
  'shortcuts.fit': 'Ajustar el mapa a los eventos',
  'shortcuts.step': 'Mover la ventana de tiempo atrás, adelante',
  'shortcuts.play': 'Reproducir o detener (en el botón)',
  'shortcuts.feed': 'Evento siguiente, anterior de la lista',
  'shortcuts.open': 'Abrir el evento enfocado',
  'shortcuts.undo': 'Deshacer, rehacer un filtro',
  'shortcuts.window': 'Mover un borde de la ventana una barra, diez barras, un año',
  'shortcuts.map': 'En el mapa: lugar más cercano en esa dirección, abrir, salir',
};
