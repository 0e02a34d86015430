import { stripVTControlCharacters } from 'node:util';

/** How many checks of one suite passed, which failed and why, and the titles of those that did not run. */
export interface SuiteCounts {
  passed: number;
  /** Of those that passed: which needed a second try, and why the first failed. */
  late: Failure[];
  failures: Failure[];
  skipped: string[];
}

export interface Failure {
  title: string;
  /** The beginning of what it said, without colours. */
  reason: string;
}

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
}

/** Reads vitest's JSON report. A file that could not even be loaded counts as one failure. */
export function vitestCounts(report: unknown): SuiteCounts {
  const { testResults } = report as VitestReport;
  const counts: SuiteCounts = { passed: 0, late: [], failures: [], skipped: [] };
  for (const file of testResults) {
    for (const test of file.assertionResults) add(counts, test.status, test.fullName, test.failureMessages);
    const failedInside = file.assertionResults.some((test) => test.status === 'failed');
    if (file.status === 'failed' && !failedInside) counts.failures.push(failure(file.name, [file.message]));
  }
  return counts;
}

interface Said {
  message?: string;
}

interface JourneySuite {
  title: string;
  suites?: JourneySuite[];
  specs?: { title: string; tests: { status: string; results?: { errors?: Said[] }[] }[] }[];
}

/** Reads Playwright's JSON report. A journey that passed only at a second try has passed, and is named with what the first one said. */
export function playwrightCounts(report: unknown): SuiteCounts {
  const { suites, errors = [] } = report as { suites: JourneySuite[]; errors?: Said[] };
  const counts: SuiteCounts = {
    passed: 0,
    late: [],
    failures: errors.map(({ message }) => failure('outside any journey', [message])),
    skipped: [],
  };
  const walk = (suite: JourneySuite): void => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const said = test.results?.flatMap((result) => result.errors ?? []).map(({ message }) => message);
        add(counts, test.status, `${suite.title}: ${spec.title}`, said);
      }
    }
    for (const inner of suite.suites ?? []) walk(inner);
  };
  for (const suite of suites) walk(suite);
  return counts;
}

function add(counts: SuiteCounts, status: string, title: string, said?: (string | undefined)[]): void {
  if (status === 'flaky') counts.late.push(failure(title, said));
  if (['passed', 'expected', 'flaky'].includes(status)) counts.passed += 1;
  else if (['skipped', 'pending', 'todo', 'disabled'].includes(status)) counts.skipped.push(title);
  else counts.failures.push(failure(title, said));
}

const reasonLines = 12;

function failure(title: string, said: (string | undefined)[] = []): Failure {
  const lines = stripVTControlCharacters(said.filter(Boolean).join('\n')).split('\n');
  return { title, reason: lines.slice(0, reasonLines).join('\n').trim() };
}
