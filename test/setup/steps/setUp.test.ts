import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { places as findPlaces } from "../../../setup/process/places.mjs";
import { Reporter } from "../../../setup/process/Reporter.mjs";
import { setUp } from "../../../setup/steps/setUp.mjs";
import type { Step } from "../../../setup/steps/stamped.mjs";

describe("setUp", () => {
  let root: string;
  let text: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "initlab-setup-"));
    text = "";
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const run = (steps: Step[], folder = root) =>
    setUp(steps, {
      places: findPlaces(folder),
      signal: new AbortController().signal,
      reporter: new Reporter({ write: (chunk) => (text += chunk) }, {}, () => 0),
    });

  function makeStep(title: string, reason: string | null, more: Partial<Step> = {}): Step {
    let due = reason;
    return {
      title,
      reason: async () => due,
      run: async () => {
        due = null;
      },
      ...more,
    };
  }

  test("setUp runs what has a reason, in order, and prints the reason unless it is the first time", async () => {
    const steps = [
      makeStep("one", "first time"),
      makeStep("two", null),
      makeStep("three", "a lock file changed"),
    ];
    expect(await run(steps)).toBe(2);
    expect(text).toBe("✓ one  0.0 s\n✓ three  0.0 s  (a lock file changed)\n");
    expect(await run(steps)).toBe(0);
  });

  test("setUp checks the machine before the first step has begun", async () => {
    const check = () => {
      throw new Error("Python is too old");
    };
    await expect(
      run([makeStep("one", "first time"), makeStep("two", "first time", { check })]),
    ).rejects.toThrow("Python is too old");
    expect(text).toBe("");
  });

  test("setUp leaves the machine unchecked when the step that needs it has nothing to do", async () => {
    const check = () => {
      throw new Error("Python is too old");
    };
    expect(await run([makeStep("one", "first time"), makeStep("two", null, { check })])).toBe(1);
  });

  test("setUp says how much room is missing on the disk", async () => {
    await expect(run([makeStep("one", "first time", { megabytes: 1e12 })])).rejects.toThrow(
      /^The set-up needs 1000000000000 MB on the disk of .*, and \d+ MB are free\. Make room/,
    );
  });

  test("setUp says that a folder cannot be written to", async () => {
    // Even root cannot make a folder where a file stands, so this holds for every user.
    writeFileSync(join(root, ".cache"), "");
    await expect(run([makeStep("one", "first time")])).rejects.toThrow(
      /^The set-up writes into .*cannot be written to/,
    );
  });
});
