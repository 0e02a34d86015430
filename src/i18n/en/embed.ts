/** Pages under /embed, and the part of the export dialog that leads to them. */
export const embed = {
  'embed.open': 'Open in Atalaya',
  'embed.loading': 'Drawing the figure',
  'embed.failed': 'The figure could not be drawn',
  'embed.noFigure': 'There is no figure at this address',
  'embed.noFigure.not-a-ref': '“{value}” names no figure.',
  'embed.noFigure.no-figure': 'There is no figure called “{value}”.',
  'embed.noFigure.not-in-app': '“{value}” is not an address within Atalaya, such as /country/PE.',
  'embed.noFigure.too-long': 'The address has more than {most} characters.',
  'embed.noFigure.no-page': 'The page {value} has no figures.',
  'embed.noFigure.not-on-page': 'This page does not have that figure: {value}',
  'embed.noFigure.no-part':
    'The address does not say which series is meant, or the page does not have it: {value}',
  'embed.noFigure.no-values': 'Its lines hold no value: {value}',
  'embed.noFigure.other-data': 'It asks for another state of the data than the one at hand: {value}',
  'embed.noFigure.known': 'There are: {names}.',
  'embed.off':
    'Embedding is switched off on this server: other sites cannot show this figure. Whoever runs the server can allow it for named sites.',
  'embed.title': 'Embed',
  'embed.text':
    'For the source code of a web page. The figure keeps its title, sources and licence, and follows the data.',
  'embed.code': 'Code to embed',
  'embed.copy': 'Copy code',
  'embed.copied': 'Code copied',
  'embed.manual': 'Copy the code by hand from the field',
  'embed.unknown': 'Whether other sites may show this figure could not be asked just now.',
} as const;
