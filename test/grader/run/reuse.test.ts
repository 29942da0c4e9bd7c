import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Results, serializeResults } from "../../../src/grader/results/index.ts";
import { editMetadata, type Notebook, nbgraderOf, writeNotebook } from "../../../src/notebook/index.ts";
import { releasedNotebook, solvedNotebook } from "../../clients/support/solvedNotebook.ts";
import { command } from "../../support/processes/runInitlab.ts";
import { GradeFolder, type GradeRun } from "../support/gradeNotebooks.js";
import { handIn, handInSolved, solutionOf } from "../support/students.js";
import { finalFiles } from "./support/finalFiles.ts";

const withVersion = (notebook: Notebook, version: string) =>
  editMetadata(notebook, { initlab: { name: "Initialization", version } });
const withMore = (notebook: Notebook, gradeId: string | undefined, text: string): Notebook => ({
  ...notebook,
  cells: notebook.cells.map((cell) => {
    const isMeant =
      gradeId === undefined ? cell.cell_type === "markdown" : nbgraderOf(cell)?.grade_id === gradeId;
    return isMeant ? { ...cell, source: `${cell.source}\n${text}` } : cell;
  }),
});

describe("initlab grade, again over the same folder", { timeout: 120_000 }, () => {
  const folder = new GradeFolder();
  const place = (name: string) => join(folder.path, "results", name);
  const [one, two] = ["1", "2"].map((version) => join(folder.path, `course/v${version}.ipynb`));
  const options = ["--assignment", one!, "--assignment", two!, "--sandbox", "deno"];
  const args = [
    "grade",
    join(folder.path, "submissions"),
    "--secret",
    join(folder.path, "secret"),
    ...options,
  ];
  let first: GradeRun;

  beforeAll(async () => {
    await writeNotebook(one!, solvedNotebook);
    await writeNotebook(two!, withVersion(solvedNotebook, "2"));
    folder.submit("no notebook", "<html>");
    folder.submit("other version", withVersion(releasedNotebook, "2"));
    for (const student of ["anew", "broken", "by hand", "fault", "foreign", "same"]) {
      folder.submit(student, handIn({ zeros: solutionOf("zeros"), he: `// ${student}` }));
    }
    first = await folder.grade(options);
  }, 120_000);
  afterAll(() => folder.remove());

  test("takes all results as they are, starts nothing, and sweeps up what killed runs have left", async () => {
    const unfinished = ["same/.results.0a1b2c3d.tmp", "grades.csv.123.tmp", "same/feedback.html.7.tmp"];
    const others = ["notes.tmp", "same/own.txt"];
    for (const name of [...unfinished, ...others]) writeFileSync(place(name), "half");
    // Explanations are no part of what is judged.
    await writeNotebook(one!, withMore(solvedNotebook, undefined, "Good luck!"));
    const child = spawn(process.execPath, [command, ...args, "--out", place(""), "--json"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [anew, processes] = await Promise.all([gradedAnew(child), mostProcesses(child)]);
    expect({ anew, processes }).toEqual({ anew: [], processes: 0 });
    const remaining = [...unfinished, ...others].filter((name) => existsSync(place(name)));
    expect(remaining).toEqual(others);
    const run = await folder.grade(options);
    const own = Object.entries(run.files).filter(([name]) => !others.includes(name));
    expect(run.status).toBe(first.status);
    expect(finalFiles({ files: Object.fromEntries(own) })).toEqual(finalFiles(first));
  });

  test("grades anew what is another submission, another assignment's, broken, foreign, changed by hand or our fault", async () => {
    folder.submit("anew", handInSolved());
    await writeNotebook(
      two!,
      withMore(withVersion(solvedNotebook, "2"), "initialize_parameters_he_test", "// harder"),
    );
    const text = (student: string) => readFileSync(place(`${student}/results.json`), "utf8");
    const results = (student: string) => JSON.parse(text(student)) as Results;
    const fault = results("fault");
    const changed: Record<string, string> = {
      broken: text("broken").slice(0, -20),
      "by hand": JSON.stringify({ ...results("by hand"), score: 29 }),
      fault: serializeResults({
        ...fault,
        verdict: "judge_error",
        tests: fault.tests.map((test) => ({ ...test, verdict: "judge_error" })),
      }),
      foreign: text("same"),
    };
    for (const [student, other] of Object.entries(changed))
      writeFileSync(place(`${student}/results.json`), other);
    const run = await folder.grade([...options, "--json"]);
    // What is no notebook could be an answer to any of the assignments.
    const expected = ["anew", ...Object.keys(changed), "no notebook", "other version"];
    expect(anewIn(run.stdout)).toEqual(expected.toSorted());
    for (const student of ["same", ...Object.keys(changed)]) {
      expect(run.files[`${student}/results.json`]).toBe(first.files[`${student}/results.json`]);
    }
    const fresh = await folder.grade([...options, "--json", "--fresh"]);
    expect(anewIn(fresh.stdout)).toEqual([...first.results.keys()].toSorted());
    const withoutFlag = ({ files }: GradeRun) => ({ ...files, "run.json": "" });
    expect(withoutFlag(fresh)).toEqual(withoutFlag(run));
  });

  test("refuses a folder that another run writes into, and does not mind one that was killed", async () => {
    const child = spawn(process.execPath, [command, ...args, "--out", place(""), "--fresh"], {
      stdio: "ignore",
    });
    const exit = once(child, "exit");
    const lock = place(".initlab-lock");
    const holder = () => (existsSync(lock) ? readFileSync(lock, "utf8") : "");
    await expect.poll(holder, { timeout: 30_000 }).toContain(`process ${child.pid},`);
    const refused = await folder.grade(options);
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(refused.stderr).toMatch(
      /^error: another run is writing its results into .*results \(process \d+, since 20.*Z\)\. Wait/,
    );
    child.kill("SIGKILL");
    await exit;
    expect(existsSync(lock)).toBe(true);
    expect((await folder.grade(options)).status).toBe(first.status);
    expect(existsSync(lock)).toBe(false);
  });
});

function anewIn(stdout: string): string[] {
  const events = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return events.filter(({ event, reused }) => event === "graded" && !reused).map(({ student }) => student);
}

async function gradedAnew({ stdout }: ChildProcess): Promise<string[]> {
  let all = "";
  for await (const text of stdout!.setEncoding("utf8")) all += text;
  return anewIn(all);
}

/** How many processes a command has at most while it runs; nothing is known of them where there is no /proc. */
async function mostProcesses(child: ChildProcess): Promise<number> {
  const file = `/proc/${child.pid}/task/${child.pid}/children`;
  let most = 0;
  const timer = setInterval(() => {
    const children = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
    most = Math.max(most, children === "" ? 0 : children.split(" ").length);
  }, 5);
  await once(child, "exit");
  clearInterval(timer);
  return most;
}
