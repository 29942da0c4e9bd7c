import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CheckReport, checkReportSchema } from "../../../../src/instructor/check/index.ts";
import { type Notebook, serializeNotebook } from "../../../../src/notebook/index.ts";
import { type Ran, runInitlab } from "../../../support/processes/runInitlab.js";

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
    const ran = await runInitlab("check", file, "--json");
    const report = checkReportSchema.parse(JSON.parse(ran.stdout));
    return { ...ran, report };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
