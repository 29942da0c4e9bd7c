import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CheckReport, checkReportSchema } from "../../../../src/instructor/check/index.ts";
import { type Notebook, serializeNotebook } from "../../../../src/notebook/index.ts";

export const command: string = fileURLToPath(new URL("../../../../dist/cli.js", import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `initlab check`. */
export async function runCheck(...args: readonly string[]): Promise<Ran> {
  const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined };
  const child = spawn(process.execPath, [command, "check", ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [status] = await once(child, "close");
  return { status, stdout, stderr };
}

/** Checks a notebook, with collected answers beside it where there are some. */
export async function checkNotebook(
  notebook: Notebook | string,
  mistakes?: unknown,
): Promise<Ran & { readonly report: CheckReport }> {
  const folder = mkdtempSync(join(tmpdir(), "initlab-check-test-"));
  try {
    const file = join(folder, "Course.ipynb");
    writeFileSync(file, typeof notebook === "string" ? notebook : serializeNotebook(notebook));
    if (mistakes !== undefined) writeFileSync(join(folder, "mistakes.json"), JSON.stringify(mistakes));
    const ran = await runCheck(file, "--json");
    const report = checkReportSchema.parse(JSON.parse(ran.stdout));
    return { ...ran, report };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
