import type { shortcuts as source } from '../en/shortcuts.ts';
import type { Translated } from '../message.ts';

export const shortcuts: Translated<typeof source> = {
  'shortcuts.on': 'Atalhos de uma tecla',
  'shortcuts.search': 'Buscar',
  'shortcuts.help': 'Mostrar esta lista',
  'shortcuts.export': 'Exportar',
  'shortcuts.link': 'Copiar o link',
  'shortcuts.briefing': 'Adicionar ao relatório a figura em foco',
  'shortcuts.fit': 'Ajustar o mapa aos eventos',
  'shortcuts.step': 'Mover a janela de tempo para trás, para a frente',
  'shortcuts.play': 'Reproduzir ou parar (no botão)',
  'shortcuts.feed': 'Próximo evento, evento anterior da lista',
  'shortcuts.open': 'Abrir o evento em foco',
  'shortcuts.undo': 'Desfazer, refazer um filtro',
  'shortcuts.window': 'Mover uma borda da janela uma barra, dez barras, um ano',
  'shortcuts.map': 'No mapa: lugar mais próximo nessa direção, abrir, sair',
};
