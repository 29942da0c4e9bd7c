import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { runClientWell } from "./support/runClient.ts";

const program = fileURLToPath(new URL("conformance.py", import.meta.url));

/** What came of a Python test: the tracebacks of its failures, or why it was skipped. */
interface Outcome {
  readonly status: "passed" | "failed" | "skipped";
  readonly messages: readonly string[];
}

const names = [
  "test_clear_output",
  "test_completion",
  "test_display_data",
  "test_error",
  "test_execute_result",
  "test_execute_stderr",
  "test_execute_stdout",
  "test_history",
  "test_inspect",
  "test_is_complete",
  "test_kernel_info",
  "test_recv_iopub_welcome_msg",
];

describe("jupyter_kernel_test", () => {
  let outcomes: Readonly<Record<string, Outcome>>;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "initlab-conformance-"));
    try {
      outcomes = JSON.parse(await runClientWell("tests", ["python", program, "tslab"], folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 180_000);

  it.each(names)("%s passes on this kernel", (name) => {
    expect(outcomes[name]).toEqual({ status: "passed", messages: [] });
  });

  it("has no other test but the pager's, which has nothing to ask for in TypeScript", () => {
    expect(Object.keys(outcomes).sort()).toEqual([...names, "test_pager"].sort());
    expect(outcomes.test_pager?.status).toBe("skipped");
  });
});
