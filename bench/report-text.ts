import { table } from './report.ts';
import type { SectionResult } from './sections.ts';

/** A section's result with where, when and on which commit it was found. */
export interface KeptResult extends SectionResult {
  readonly seconds: number;
  readonly commit: string;
  readonly date: string;
  readonly machine: string;
  /** More ran beside it than a measurement bears. */
  readonly busy: boolean;
}

/** The whole report: budgets first, then each section, also those that have never been run. */
export function reportOf(sections: readonly (readonly [name: string, result: KeptResult | null])[]): string {
  const verdicts = sections.flatMap(([, result]) => result?.verdicts ?? []);
  const notRun = sections.flatMap(([name, result]) =>
    result ? result.notRun : [`Section ${name}: \`npm run bench -- --only ${name}\` has not been run here`],
  );
  const count = verdicts.filter(({ met }) => met).length;
  return [
    '# Bench',
    '',
    'Written by `npm run bench` ([how](../docs/performance.md)). Read the ratios, not the milliseconds: those belong to one machine and to what else it did.',
    '',
    `## Budgets: ${count} of ${verdicts.length} met`,
    '',
    table([
      ['what', 'must', 'measured', 'verdict'],
      ...verdicts.map(({ what, must, measured, met }) => [what, must, measured, met ? 'met' : '**not met**']),
    ]),
    '',
    ...(notRun.length > 0 ? ['Not measured here:', '', ...notRun.map((line) => `- ${line}`), ''] : []),
    ...sections.flatMap(([, result]) => (result ? sectionText(result) : [])),
  ].join('\n');
}

function sectionText({ title, text, date, commit, machine, busy, seconds }: KeptResult): string[] {
  const warning = busy
    ? ['**Other work kept the machine busy: the figures of this section say nothing; run it again.**', '']
    : [];
  return [`## ${title}`, '', `${date}, ${commit}. ${machine}; took ${seconds} s.`, '', ...warning, text, ''];
}
