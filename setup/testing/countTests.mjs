// @ts-check

/**
 * How many checks of a stage did what.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * Counts what vitest reports. What is no test and still went wrong counts as one failure: a file that could not be
 * loaded, or a run that failed although no test did (no test found, an error outside of all tests, no report at all).
 *
 * @param {string | null} report vitest's JSON report
 * @param {number} exitCode vitest's exit code
 * @returns {Counts}
 */
export function countTests(report, exitCode) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of files(report)) {
    const tests = file.assertionResults ?? [];
    for (const { status } of tests) {
      if (status === "passed") counts.passed += 1;
      else if (status === "failed") counts.failed += 1;
      else counts.skipped += 1;
    }
    if (file.status === "failed" && !tests.some(({ status }) => status === "failed")) counts.failed += 1;
  }
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/**
 * @param {string | null} report
 * @returns {{ status: string, assertionResults?: { status: string }[] }[]}
 */
function files(report) {
  try {
    return JSON.parse(report ?? "").testResults ?? [];
  } catch {
    return [];
  }
}
