import { describe, expect, test } from "vitest";
import { explainFailure } from "../../../setup/process/explainFailure.mjs";

const places = { root: "/project", log: "/project/.cache/setup.log" };

describe("explainFailure", () => {
  // The first column is what npm, pip, Node.js and Python write in these cases.
  test.each([
    ["npm error code ENOTFOUND\nnpm error network request failed", "The network cannot be reached."],
    ["npm error code EAI_AGAIN", "The network cannot be reached."],
    [
      "WARNING: Retrying after connection broken by 'NewConnectionError'\nERROR: No matching distribution found for anyio",
      "The network cannot be reached.",
    ],
    ["npm error code ENOSPC\nnpm error nospc There appears to be insufficient space", "The disk is full."],
    [
      "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
      "The disk is full.",
    ],
    ["OSError: [Errno 30] Read-only file system: '.venv'", "This folder cannot be written to."],
    ["npm error code EINTEGRITY", "is not the one in the lock file"],
    [
      "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
      "is not the one in the lock file",
    ],
    ["ERROR: No matching distribution found for rpds-py==2026.9.1", "has no build for this Python"],
    ["npm error `npm ci` can only install packages when your package.json and", "do not fit together"],
    ["npm error code EACCES", "A file may not be written."],
  ])("explainFailure finds the cause in %j", (output, cause) => {
    expect(explainFailure("The step", output, places).message).toContain(`The step failed. `);
    expect(explainFailure("The step", output, places).message).toContain(cause);
  });

  test("explainFailure shows the last twelve lines and says where all of them are", () => {
    const output = Array.from({ length: 30 }, (_, i) => `line ${i}`).join("\n");
    const lines = explainFailure("The build", output, places).message.split("\n");
    expect(lines[0]).toBe("The build failed. The last lines it wrote:");
    expect(lines.slice(1, -1).map((line) => line.trim())).toEqual(output.split("\n").slice(18));
    expect(lines.at(-1)).toBe("All of it: .cache/setup.log. The next start tries again.");
  });

  test("explainFailure points to the terminal when the messages went there", () => {
    expect(explainFailure("The build", "", places).message).toBe(
      "The build failed: what it says stands above.",
    );
  });
});
