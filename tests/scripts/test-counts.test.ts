import { describe, expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from '#scripts/test-counts.ts';

describe('counting a vitest report', () => {
  const file = (status: string, ...tests: [string, string][]) => ({
    name: 'a.test.ts',
    status,
    assertionResults: tests.map(([fullName, state]) => ({ fullName, status: state })),
  });

  it('adds passed and failed, and lists what did not run', () => {
    const report = {
      testResults: [
        file('passed', ['a', 'passed'], ['b', 'passed'], ['needs the originals', 'skipped']),
        file('failed', ['c', 'failed']),
      ],
    };
    expect(vitestCounts(report)).toEqual({ passed: 2, failed: 1, skipped: ['needs the originals'] });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(vitestCounts({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1, skipped: [] });
  });
});

describe('counting a Playwright report', () => {
  it('walks nested suites; passing only at the second try is a failure', () => {
    const report = {
      suites: [
        {
          title: 'explore',
          specs: [{ title: 'opens', tests: [{ status: 'expected' }] }],
          suites: [
            {
              title: 'brush',
              specs: [
                { title: 'drags', tests: [{ status: 'flaky' }] },
                { title: 'steps', tests: [{ status: 'unexpected' }] },
                { title: 'later', tests: [{ status: 'skipped' }] },
              ],
            },
          ],
        },
      ],
    };
    expect(playwrightCounts(report)).toEqual({ passed: 1, failed: 2, skipped: ['brush: later'] });
  });

  it('counts errors outside any test', () => {
    expect(playwrightCounts({ suites: [], errors: [{}] }).failed).toBe(1);
  });
});
