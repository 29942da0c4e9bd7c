// @ts-check

import { ratios } from "../harness/statistics.mjs";
import { contestants } from "./contestants.mjs";
import { lastCost } from "./trainingTask.mjs";

/**
 * What became of one program: its times scaled to all iterations, one a round, and how they compare round by round.
 *
 * @typedef {{ median: number, min: number, max: number }} Ratio
 * @typedef {{ name: string, versions: string, iterations: number, seconds: number[], cost: number, numpy: Ratio | null, c: Ratio | null }} Result
 */

/**
 * Measures all programs in turn, every one in a fresh process, and checks that each computed the right thing.
 *
 * @param {import("./contestants.mjs").Options} options
 * @param {number} rounds
 * @param {(line: string) => void} say
 * @returns {Result[]}
 */
export function measureTraining(options, rounds, say) {
  const { contestants: all, missing } = contestants(options);
  for (const line of missing) say(line);
  const runs = all.map(() => /** @type {import("./contestants.mjs").Run[]} */ ([]));
  for (let round = 1; round <= rounds; round++) {
    for (const [i, contestant] of all.entries()) runs[i]?.push(checked(contestant, options));
    say(`round ${round} of ${rounds}: ${runs.map((of) => of.at(-1)?.seconds.toFixed(2)).join(", ")} s`);
  }
  const timesOf = (/** @type {string} */ name) =>
    runs[all.findIndex((one) => one.name === name)]?.map(({ seconds }) => seconds);
  return all.map(({ name, iterations, versions }, i) => {
    const seconds = (runs[i] ?? []).map((run) => run.seconds);
    const against = (/** @type {number[] | undefined} */ others) => (others ? ratios(seconds, others) : null);
    const [last] = (runs[i] ?? []).slice(-1);
    return {
      name,
      versions: versions ?? last?.versions ?? "",
      iterations,
      seconds,
      cost: last?.cost ?? Number.NaN,
      numpy: against(timesOf("NumPy")),
      c: against(timesOf("C -O3")),
    };
  });
}

/**
 * One run, with its time scaled to all iterations.
 *
 * @param {import("./contestants.mjs").Contestant} contestant
 * @param {import("./contestants.mjs").Options} options
 */
function checked({ name, iterations, tolerance, run }, options) {
  const result = run();
  const expected = lastCost(options.task, iterations);
  if (!(Math.abs(result.cost - expected) <= tolerance * expected))
    throw new Error(`${name} computes something else: its last cost is ${result.cost}, not ${expected}`);
  return { ...result, seconds: (result.seconds * options.iterations) / iterations };
}
