import { describe, expect, it } from 'vitest';
import { playwrightCounts, vitestCounts } from '#scripts/test-counts.ts';

describe('counting a vitest report', () => {
  const file = (status: string, ...tests: [string, string][]) => ({
    name: 'a.test.ts',
    status,
    message: 'cannot be loaded',
    assertionResults: tests.map(([fullName, state]) => ({
      fullName,
      status: state,
      failureMessages: state === 'failed' ? ['\u001b[31mexpected 1\u001b[39m'] : [],
    })),
  });

  it('adds what passed, says what failed and why, and lists what did not run', () => {
    const report = {
      testResults: [
        file('passed', ['a', 'passed'], ['b', 'passed'], ['needs the originals', 'skipped']),
        file('failed', ['c', 'failed']),
      ],
    };
    expect(vitestCounts(report)).toEqual({
      passed: 2,
      late: [],
      failures: [{ title: 'c', reason: 'expected 1' }],
      skipped: ['needs the originals'],
    });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(vitestCounts({ testResults: [file('failed')] }).failures).toEqual([
      { title: 'a.test.ts', reason: 'cannot be loaded' },
    ]);
  });
});

describe('counting a Playwright report', () => {
  it('walks nested suites; one that passed only at a second try is named', () => {
    const report = {
      suites: [
        {
          title: 'explore',
          specs: [{ title: 'opens', tests: [{ status: 'expected' }] }],
          suites: [
            {
              title: 'brush',
              specs: [
                {
                  title: 'drags',
                  tests: [{ status: 'flaky', results: [{ errors: [{ message: 'late' }] }, {}] }],
                },
                {
                  title: 'steps',
                  tests: [{ status: 'unexpected', results: [{ errors: [{ message: 'not seen' }] }] }],
                },
                { title: 'later', tests: [{ status: 'skipped' }] },
              ],
            },
          ],
        },
      ],
    };
    expect(playwrightCounts(report)).toEqual({
      passed: 2,
      late: [{ title: 'brush: drags', reason: 'late' }],
      failures: [{ title: 'brush: steps', reason: 'not seen' }],
      skipped: ['brush: later'],
    });
  });

  it('counts errors outside any test', () => {
    expect(playwrightCounts({ suites: [], errors: [{ message: 'no port' }] }).failures).toEqual([
      { title: 'outside any journey', reason: 'no port' },
    ]);
  });
});
