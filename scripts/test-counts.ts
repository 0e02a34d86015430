/** How many checks of one suite passed and failed, and the titles of those that did not run. */
export interface SuiteCounts {
  passed: number;
  failed: number;
  skipped: string[];
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** Reads vitest's JSON report. A file that could not even be loaded counts as one failure. */
export function vitestCounts(report: unknown): SuiteCounts {
  const { testResults } = report as VitestReport;
  const counts: SuiteCounts = { passed: 0, failed: 0, skipped: [] };
  for (const file of testResults) {
    for (const test of file.assertionResults) add(counts, test.status, test.fullName);
    const failedInside = file.assertionResults.some((test) => test.status === 'failed');
    if (file.status === 'failed' && !failedInside) counts.failed += 1;
  }
  return counts;
}

interface JourneySuite {
  title: string;
  suites?: JourneySuite[];
  specs?: { title: string; tests: { status: string }[] }[];
}

/** Reads Playwright's JSON report. A test that passed only at a second try is a failure here. */
export function playwrightCounts(report: unknown): SuiteCounts {
  const { suites, errors } = report as { suites: JourneySuite[]; errors?: unknown[] };
  const counts: SuiteCounts = { passed: 0, failed: errors?.length ?? 0, skipped: [] };
  const walk = (suite: JourneySuite): void => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) add(counts, test.status, `${suite.title}: ${spec.title}`);
    }
    for (const inner of suite.suites ?? []) walk(inner);
  };
  for (const suite of suites) walk(suite);
  return counts;
}

function add(counts: SuiteCounts, status: string, title: string): void {
  if (status === 'passed' || status === 'expected') counts.passed += 1;
  else if (['skipped', 'pending', 'todo', 'disabled'].includes(status)) counts.skipped.push(title);
  else counts.failed += 1;
}
