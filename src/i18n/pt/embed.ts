import type { embed as source } from '../en/embed.ts';
import type { Translated } from '../message.ts';

export const embed: Translated<typeof source> = {
  'embed.open': 'Abrir no Atalaya',
  'embed.loading': 'Desenhando a figura',
  'embed.failed': 'Não foi possível desenhar a figura',
  'embed.noFigure': 'Não há nenhuma figura neste endereço',
  'embed.off':
    'A incorporação em outros sites está desativada neste servidor: outros sites não podem mostrar esta figura. Quem administra o servidor pode permiti-la a sites determinados.',
  'embed.title': 'Incorporar',
  'embed.text':
    'Para o código-fonte de uma página web. A figura mantém título, fontes e licença, e acompanha os dados.',
  'embed.code': 'Código para incorporar',
  'embed.copy': 'Copiar código',
  'embed.copied': 'Código copiado',
  'embed.manual': 'Copie o código manualmente do campo',
  'embed.unknown': 'Não foi possível consultar agora se outros sites podem mostrar esta figura.',
};
