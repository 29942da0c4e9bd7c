// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { median } from "../harness/statistics.mjs";
import { makeSubmissions } from "./makeSubmissions.mjs";
import { nbgraderCourse } from "./nbgraderCourse.mjs";

/**
 * What a submission takes in one round: seconds from start to end and of processor time, both divided by the number of
 * submissions; the start of the grader is in them. Then, of the whole round, seconds until the first line of output,
 * and the most memory that the grader's own processes took, in MB.
 *
 * @typedef {{ wall: number, cpu: number, first: number, memory: number }} Took
 * @typedef {{ name: string, count: number, rounds: Took[] } & Took} GraderResult
 * @typedef {{ name: string, count: number, grade(folder: string): { command: readonly string[], cwd: string, env: NodeJS.ProcessEnv, check(): void } }} Grader
 */

/**
 * Measures the graders in turn, each over submissions that solve every exercise.
 *
 * @param {import("../harness/Subject.mjs").Options} options
 * @returns {GraderResult[]}
 */
export function measureGraders(options) {
  const { root, python, folder, rounds, say } = options;
  const graders = [
    ours(root, "bubblewrap"),
    ours(root, "deno"),
    nbgrader(options, "initlab"),
    nbgrader(options, "tslab"),
  ];
  const measured = graders.map(() => /** @type {Took[]} */ ([]));
  for (let round = 1; round <= rounds; round++) {
    for (const [i, grader] of graders.entries()) {
      const place = join(folder, `grading-${round}-${i}`);
      mkdirSync(place);
      measured[i]?.push(measure(root, python, place, grader));
      rmSync(place, { recursive: true });
    }
    const rates = measured.map((of) => (1 / (of.at(-1)?.wall ?? Number.NaN)).toFixed(1));
    say(`round ${round} of ${rounds}: ${rates.join(", ")} submissions a second`);
  }
  return graders.map(({ name, count }, i) => summary(name, count, measured[i] ?? []));
}

/** @param {string} name @param {number} count @param {Took[]} rounds @returns {GraderResult} */
function summary(name, count, rounds) {
  return {
    name,
    count,
    wall: median(rounds.map(({ wall }) => wall)),
    cpu: median(rounds.map(({ cpu }) => cpu)),
    first: median(rounds.map(({ first }) => first)),
    memory: Math.max(...rounds.map(({ memory }) => memory)),
    rounds,
  };
}

/** @param {string} root @param {string} python @param {string} folder @param {Grader} grader @returns {Took} */
function measure(root, python, folder, { count, grade }) {
  const { command, cwd, env, check } = grade(folder);
  const log = join(folder, "log");
  const args = [join(root, "bench/grading/withChildren.py"), log, ...command];
  const { stdout, stderr } = spawnSync(python, args, { cwd, env, encoding: "utf8" });
  const { status, wall, cpu, first, memory } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}");
  if (status !== 0) throw new Error(`${command.join(" ")} failed:\n${stderr}${readFileSync(log, "utf8")}`);
  check();
  return { wall: wall / count, cpu: cpu / count, first, memory };
}

/** @param {string} root @param {"bubblewrap" | "deno"} tier @returns {Grader} */
function ours(root, tier) {
  const count = 100;
  return {
    name: `initlab grade, ${tier}`,
    count,
    grade(folder) {
      const [submissions, out] = [join(folder, "submissions"), join(folder, "results")];
      makeSubmissions({ root, count, fileOf: (student) => join(submissions, `${student}.ipynb`) });
      const options = ["--out", out, "--secret", join(folder, "secret"), "--sandbox", tier];
      const command = [process.execPath, join(root, "dist/cli.js"), "grade", submissions, ...options];
      const check = () => {
        const files = readdirSync(out).map((student) => join(out, student, "results.json"));
        // Beside the students' folders there are files for all.
        const scores = files
          .filter((file) => existsSync(file))
          .map((file) => JSON.parse(readFileSync(file, "utf8")).score);
        expectAll(count, scores);
      };
      return { command, cwd: folder, env: process.env, check };
    },
  };
}

/** @param {import("../harness/Subject.mjs").Options} options @param {"initlab" | "tslab"} kernel @returns {Grader} */
function nbgrader({ root, python }, kernel) {
  const count = 4;
  const program =
    kernel === "initlab"
      ? [join(root, "dist/kernel/main.js"), "{connection_file}"]
      : [join(root, "node_modules/tslab/bin/tslab"), "kernel", "--config-path", "{connection_file}"];
  return {
    name: `nbgrader, on ${kernel === "initlab" ? "initlab's kernel" : "stock tslab"}`,
    count,
    grade(folder) {
      const course = nbgraderCourse({ root, python, folder, count, argv: [process.execPath, ...program] });
      const check = () => {
        const args = [join(root, "test/clients/gradebook.py"), folder, "Initialization"];
        const { stdout } = spawnSync(python, args, { cwd: folder, env: course.env, encoding: "utf8" });
        /** @type {Record<string, { score: number }>} */
        const grades = JSON.parse(stdout);
        expectAll(
          count,
          Object.values(grades).map(({ score }) => score),
        );
      };
      return { ...course, check };
    },
  };
}

/** What was not graded well is not worth measuring. @param {number} count @param {readonly number[]} scores */
function expectAll(count, scores) {
  if (scores.length === count && scores.every((score) => score === 30)) return;
  throw new Error(`expected ${count} times 30 points, but there are: ${scores.join(", ")}`);
}
