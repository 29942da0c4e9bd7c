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
import { dirname, join } from "node:path";
import { type Results, resultsSchema } from "../../../src/grader/results/index.ts";
import { type Notebook, serializeNotebook } from "../../../src/notebook/index.ts";
import { type Ran, runInitlab } from "../../support/processes/runInitlab.js";

export interface GradeRun extends Ran {
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
    const run = await runInitlab("grade", join(this.path, "submissions"), ...common, ...options);
    return { ...run, ...readResults(join(this.path, out)) };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
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
    // Deeper down are those that other systems take.
    if (name.name === "results.json" && dirname(name.parentPath) === folder) {
      const parsed = resultsSchema.parse(JSON.parse(text));
      results.set(path.slice(folder.length + 1, -"/results.json".length), parsed);
    }
  }
  return { results, files };
}
