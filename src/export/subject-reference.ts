import type { Reference } from '#core/reference.ts';
import { parseVagueDate } from '#core/time.ts';
import type { FigureWords } from '#figures/figure.ts';
import type { Lang } from '#i18n/lang.ts';
import type { ExportSubject } from './export-job.ts';
import { fileName } from './file-name.ts';

const tool = 'Atalaya';

/** What is cited when a figure is: this view of the data, its datasets named apart. */
export function subjectReference(
  subject: ExportSubject,
  words: FigureWords,
  about: { readonly lang: Lang; readonly today: Date },
): Reference {
  return {
    kind: 'view',
    id: fileName({ ...subject, tag: '', extension: '' }).replace(/\.$/, ''),
    title: words.title,
    lang: about.lang,
    authors: [tool],
    publisher: tool,
    date: parseVagueDate(subject.dataVersion.slice(0, 10)),
    url: words.link,
    accessed: about.today.toISOString().slice(0, 10),
    version: subject.dataVersion === '' ? null : subject.dataVersion,
    licence: null,
    originals: [],
    datasets: subject.sources.map(({ title, publisher, licence, url }) => ({
      title,
      publisher,
      licence,
      url,
    })),
    tool: { name: tool, version: subject.toolVersion },
  };
}
