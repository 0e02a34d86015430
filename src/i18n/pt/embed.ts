import type { embed as source } from '../en/embed.ts';
import type { Translated } from '../message.ts';

export const embed: Translated<typeof source> = {
  'embed.open': 'Abrir no Atalaya',
  'embed.loading': 'Desenhando a figura',
  'embed.failed': 'Não foi possível desenhar a figura',
  'embed.noFigure': 'Não há nenhuma figura neste endereço',
  'embed.noFigure.not-a-ref': '“{value}” não nomeia nenhuma figura.',
  'embed.noFigure.no-figure': 'Não há figura chamada “{value}”.',
  'embed.noFigure.not-in-app': '“{value}” não é um endereço dentro do Atalaya, como /country/PE.',
  'embed.noFigure.too-long': 'O endereço tem mais de {most} caracteres.',
  'embed.noFigure.no-page': 'A página {value} não tem figuras.',
  'embed.noFigure.not-on-page': 'Esta página não tem essa figura: {value}',
  'embed.noFigure.no-part': 'O endereço não diz qual série se quer, ou a página não a tem: {value}',
  'embed.noFigure.no-values': 'Suas linhas não têm nenhum valor: {value}',
  'embed.noFigure.other-data': 'Pede outro estado dos dados que não o disponível aqui: {value}',
  'embed.noFigure.known': 'Há: {names}.',
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
