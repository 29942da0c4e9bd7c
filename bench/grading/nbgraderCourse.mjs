// @ts-check
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { makeSubmissions } from "./makeSubmissions.mjs";

/** The cells that the grader skips are skipped here, too. */
const config = `c = get_config()
c.CourseDirectory.course_id = "bench"
c.ClearSolutions.code_stub = {"typescript": "throw new Error();"}
c.Execute.timeout = 300
c.Execute.skip_cells_with_tag = "skip-grading"
`;

/**
 * A course of nbgrader's with submissions to grade, and the command that grades them all.
 *
 * @param {{ root: string, python: string, folder: string, count: number, argv: readonly string[] }} options argv starts
 *   the kernel
 * @returns {{ command: string[], cwd: string, env: NodeJS.ProcessEnv }}
 */
export function nbgraderCourse({ root, python, folder, count, argv }) {
  const source = join(folder, "source/Initialization/Initialization.ipynb");
  const kernel = join(folder, "jupyter/kernels/tslab");
  for (const place of [dirname(source), kernel]) mkdirSync(place, { recursive: true });
  copyFileSync(join(root, "notebooks/instructor/Initialization.ipynb"), source);
  writeFileSync(join(folder, "nbgrader_config.py"), config);
  // The notebooks import packages of this project.
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const spec = { argv, display_name: "TypeScript", language: "typescript" };
  writeFileSync(join(kernel, "kernel.json"), JSON.stringify(spec));
  makeSubmissions({
    root,
    count,
    fileOf: (student) => join(folder, "submitted", student, "Initialization/Initialization.ipynb"),
  });
  const bin = dirname(python);
  const env = {
    ...process.env,
    PATH: bin + delimiter + process.env.PATH,
    JUPYTER_PATH: join(folder, "jupyter"),
    JUPYTER_CONFIG_DIR: join(folder, ".jupyter"),
    JUPYTER_PREFER_ENV_PATH: "0",
  };
  const nbgrader = join(bin, "nbgrader");
  const { status, stderr } = spawnSync(nbgrader, ["generate_assignment", "Initialization"], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`nbgrader generate_assignment failed:\n${stderr}`);
  return { command: [nbgrader, "autograde", "Initialization"], cwd: folder, env };
}
