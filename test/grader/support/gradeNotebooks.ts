import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Results, resultsSchema } from "../../../src/grader/results/index.ts";
import { type Notebook, serializeNotebook } from "../../../src/notebook/index.ts";

const command = fileURLToPath(new URL("../../../dist/cli.js", import.meta.url));

export interface GradeRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** By the folder of the student. */
  readonly results: ReadonlyMap<string, Results>;
  /** The bytes of every file below the folder of results. */
  readonly files: Readonly<Record<string, string>>;
}

/** A folder for submissions and results, that goes away with `remove`. */
export class GradeFolder {
  readonly path: string = mkdtempSync(join(tmpdir(), "initlab-grade-"));

  /** Puts a submission where `grade` finds it: a notebook, or the bytes of whatever is handed in as one. */
  submit(student: string, submission: Notebook | string | Uint8Array): void {
    mkdirSync(join(this.path, "submissions"), { recursive: true });
    const isBytes = typeof submission === "string" || submission instanceof Uint8Array;
    writeFileSync(
      join(this.path, "submissions", `${student}.ipynb`),
      isBytes ? submission : serializeNotebook(submission),
    );
  }

  /** Runs `initlab grade` over all that was submitted. The secret is the folder's own. */
  async grade(options: readonly string[] = [], out = "results"): Promise<GradeRun> {
    const common = ["--out", join(this.path, out), "--secret", join(this.path, "secret")];
    const run = await runGrade([join(this.path, "submissions"), ...common, ...options]);
    return { ...run, ...readResults(join(this.path, out)) };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Runs `initlab grade` with any arguments. */
export async function runGrade(
  args: readonly string[],
): Promise<Pick<GradeRun, "status" | "stdout" | "stderr">> {
  const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined };
  const child = spawn(process.execPath, [command, "grade", ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [status] = await once(child, "close");
  return { status, stdout, stderr };
}

function readResults(folder: string): Pick<GradeRun, "results" | "files"> {
  const results = new Map<string, Results>();
  const files: Record<string, string> = {};
  if (!existsSync(folder)) return { results, files };
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    const path = join(name.parentPath, name.name);
    const text = readFileSync(path, "utf8");
    files[path.slice(folder.length + 1)] = text;
    if (name.name === "results.json") {
      const parsed = resultsSchema.parse(JSON.parse(text));
      results.set(path.slice(folder.length + 1, -"/results.json".length), parsed);
    }
  }
  return { results, files };
}
