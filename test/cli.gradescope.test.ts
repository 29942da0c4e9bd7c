import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Notebook, serializeNotebook } from "../src/notebook/index.ts";
import { code, notebook, role } from "./notebook/notebooks.js";
import { runInitlab } from "./support/processes/runInitlab.js";
import { entriesOf } from "./support/unpack.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "initlab-cli-gradescope-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const kernelspec = { display_name: "TypeScript", language: "typescript", name: "tslab" };
function course(version: string, ...cells: Parameters<typeof notebook>): Notebook {
  const made = notebook(...cells);
  return { ...made, metadata: { initlab: { name: "Trees", version }, kernelspec } };
}
/** Nothing in it is graded. */
const sound = course("2", code("1;"));
/** An exercise whose test lets everything through. */
const unsound = course(
  "2",
  code(
    "function one(): number {\n  // BEGIN SOLUTION\n  return 1;\n  // END SOLUTION\n}",
    role("one", ["solution"]),
  ),
  code("typeof one;", role("one_test", ["grade", "locked"], 10)),
);

function written(name: string, content: Notebook | string): string {
  const file = join(folder, name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, typeof content === "string" ? content : serializeNotebook(content));
  return file;
}
const gradescope = (...args: readonly string[]) => runInitlab("gradescope", ...args);
const zip = (): string => join(folder, "out/autograder.zip");

describe("initlab gradescope", { timeout: 120_000 }, () => {
  it("writes the zip, for its owner alone, with notebooks and secret, and warns of what is in it", async () => {
    const source = written("Trees.ipynb", sound);
    const earlier = written("old/Trees.ipynb", course("1", code("2;")));
    const { status, stdout, stderr } = await gradescope(source, "--out", zip(), "--earlier", earlier);
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/^✓ .*autograder\.zip is written: Trees 2, \d\.\d MB\.\n$/);
    expect(stderr).toMatch(/warning: a new secret for hidden tests is in .*\.initlab-secret\. Keep a copy/);
    expect(stderr).toMatch(
      /warning: whoever has .*autograder\.zip has the solutions, the hidden tests and the secret/,
    );
    if (process.platform !== "win32") expect(statSync(zip()).mode & 0o777).toBe(0o600);
    const entries = await entriesOf(zip());
    expect(entries.get("assignment/1-Trees.ipynb")?.toString()).toBe(readFileSync(source, "utf8"));
    expect(entries.get("assignment/2-Trees.ipynb")?.toString()).toBe(readFileSync(earlier, "utf8"));
    expect(entries.get("assignment/secret")?.toString()).toBe(
      readFileSync(join(folder, ".initlab-secret"), "utf8"),
    );
    expect(entries.has("setup.sh") && entries.has("run_autograder")).toBe(true);
    expect(readdirSync(join(folder, "out"))).toEqual(["autograder.zip"]);
  });

  it("refuses an unsound assignment with 2 and what to do, and writes neither zip nor secret", async () => {
    const { status, stdout, stderr } = await gradescope(written("Trees.ipynb", unsound), "--out", zip());
    expect(stderr).toMatch(/^✗ .*Trees\.ipynb, cell \d \(one(?:_test)?\), line \d+: .*\n {2}→ /m);
    expect(stderr).toMatch(
      /error: .*is not sound: .*nothing is written.*build it all the same with --force\.\n$/,
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(readdirSync(folder)).toEqual(["Trees.ipynb"]);
  });

  it("builds it all the same with --force, and says so", async () => {
    const source = written("Trees.ipynb", unsound);
    const { status, stderr } = await gradescope(source, "--out", zip(), "--force", "--types", "strict");
    expect(stderr).toMatch(
      /warning: .*is not sound: .*The autograder is built all the same, as --force asks\./,
    );
    expect(status).toBe(0);
    const entries = await entriesOf(zip());
    expect(JSON.parse(entries.get("assignment/config.json")?.toString() ?? "").types).toBe("strict");
  });

  it.each([
    ["a notebook that is not there", () => [join(folder, "none.ipynb")], "there is no such file"],
    [
      "a stray marker, even by force",
      () => [written("a.ipynb", course("1", code("1;\n// END SOLUTION"))), "--force"],
      "line 2: END SOLUTION may stand in",
    ],
    [
      "an earlier notebook that is none",
      () => [written("a.ipynb", sound), "--earlier", written("b.ipynb", "[]")],
      "b.ipynb",
    ],
    ["another ending", () => [written("a.ipynb", sound), "--out", join(folder, "a.tar")], "a .zip file"],
    ["a rule that is none", () => ["--types", "some"], "Allowed choices are tell, strict"],
  ])("exits with 2 for %s, and writes nothing", async (_, args, message) => {
    const given = args();
    const before = readdirSync(folder);
    const { status, stdout, stderr } = await gradescope("--out", zip(), ...given);
    expect(stderr).toContain(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(readdirSync(folder)).toEqual(before);
  });

  it("has a help with examples and exit codes", async () => {
    const { status, stdout } = await gradescope("--help");
    expect(stdout).toContain("npx --no initlab gradescope --out spring/autograder.zip");
    expect(stdout).toContain("Exit codes: 0 written, 2 wrong use");
    expect(status).toBe(0);
  });
});
