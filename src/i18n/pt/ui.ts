import type { ui as source } from '../en/ui.ts';
import type { Translated } from '../message.ts';

export const ui: Translated<typeof source> = {
  'ui.close': 'Fechar',
  'ui.clear': 'Limpar',
  'ui.remove': 'Remover {what}',
  'ui.retry': 'Tentar de novo',
  'ui.reset': 'Reiniciar este painel',
  'ui.undo': 'Desfazer',
  'ui.cancel': 'Cancelar',
  'ui.copyDetails': 'Copiar detalhes',
  'ui.copied': 'Copiado',
  'ui.stillLoading': 'Ainda carregando.',
  'ui.loading': 'Carregando',
  'ui.panelFailed': 'Este painel parou de funcionar',
  'ui.panelFailedText': 'O resto da página continua funcionando e seus filtros foram mantidos.',
  'ui.date.format': 'Por exemplo 2015-08-20 ou 20/08/2015',
  'ui.date.notReal': '“{text}” não é uma data. Digite uma data real, como {example}.',
  'ui.combobox.none': 'Nada corresponde a “{text}”',
  'ui.combobox.results': { one: '{n} sugestão', many: '{n} de sugestões', other: '{n} sugestões' },
  'ui.notDrawn': 'Ainda não desenhado quando a página foi impressa. Role até aqui e imprima de novo.',
  'ui.more': { one: 'mais {n}', many: 'mais {n}', other: 'mais {n}' },
  'ui.less': 'Mostrar menos',
  'ui.newVersion': 'Há uma nova versão do Atalaya.',
  'ui.reload': 'Recarregar',
  'ui.opensNewTab': 'abre em outra aba',
  'ui.withheld.some': {
    one: 'Não aparece: o {n} evento que {publisher} tem ({licence}). Não é permitido repassar suas linhas.',
    many: 'Não aparecem: os {n} de eventos que {publisher} tem ({licence}). Não é permitido repassar suas linhas.',
    other:
      'Não aparecem: os {n} eventos que {publisher} tem ({licence}). Não é permitido repassar suas linhas.',
  },
  'ui.withheld.unknown':
    'Não aparece o que {publisher} tiver ({licence}). Não é permitido repassar suas linhas nem quantas são.',
  'ui.withheld.owner': 'Consultar quem publica',
  'ui.withheld.title': 'Linhas que não podem ser mostradas',
  'ui.addToBriefing': 'Adicionar ao relatório',
  'ui.addToBriefingOf': 'Adicionar {name} ao relatório',
};
