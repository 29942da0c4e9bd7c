// @ts-check

/**
 * One stage of the tests and how it went.
 *
 * @typedef {{ title: string, seconds: number } & import("./countTests.mjs").Counts} Result
 */

/**
 * The lines that end a test run: a table of the stages, then exactly one line with the totals.
 *
 * @param {readonly Result[]} results
 * @returns {{ table: string[], total: string, failed: number }}
 */
export function summarize(results) {
  const width = Math.max(...results.map(({ title }) => title.length));
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of results) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  const table = results.map((result) => {
    const seconds = `${result.seconds.toFixed(1)} s`;
    return `${result.failed === 0 ? "✓" : "✗"} ${result.title.padEnd(width)}  ${seconds.padStart(8)}  ${inWords(result)}`;
  });
  return { table, total: inWords(total), failed: total.failed };
}

/** @param {import("./countTests.mjs").Counts} counts */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
