import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Notebook, serializeNotebook, writeNotebook } from "../src/notebook/index.js";
import { code, notebook, role } from "./notebook/notebooks.js";
import { casesOf } from "./support/longForm.ts";
import { entriesOf } from "./support/unpack.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const instructors = join(root, "notebooks/instructor/Initialization.ipynb");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "initlab-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function initlab(...args: readonly string[]) {
  const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, INITLAB_TRACE: undefined };
  return spawnSync(process.execPath, [join(root, "dist/cli.js"), ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
}

/** Sound: nothing in it is graded. */
function sound(...cells: Parameters<typeof notebook>): Notebook {
  const made = notebook(...cells);
  const kernelspec = { display_name: "TypeScript", language: "typescript", name: "tslab" };
  return { ...made, metadata: { ...made.metadata, kernelspec } };
}

/** An exercise whose test lets everything through. */
const unsound = sound(
  code(
    "function one(): number {\n  // BEGIN SOLUTION\n  return 1;\n  // END SOLUTION\n}",
    role("one", ["solution"]),
  ),
  code("typeof one;", role("one_test", ["grade", "locked"], 10)),
);

describe("initlab release", { timeout: 120_000 }, () => {
  it("finds the committed student's notebook up to date, fast", () => {
    const begin = performance.now();
    const { status, stdout, stderr } = initlab("release", instructors, "--check");
    expect(stderr).toBe("");
    expect(stdout).toContain("Initialization.ipynb is up to date.");
    expect(status).toBe(0);
    // The check of soundness takes a multiple of it.
    expect(performance.now() - begin).toBeLessThan(8000);
  });

  it("writes beside a folder named instructor, and checks what it wrote", async () => {
    const source = "instructor/Trees.ipynb";
    await writeNotebook(join(folder, source), sound(code("1;")));
    const before = initlab("release", source, "--check");
    expect(before.stderr).toContain(
      "Trees.ipynb is not there. Run: npx --no initlab release instructor/Trees.ipynb\n",
    );
    expect(before.status).toBe(1);
    expect(initlab("release", source)).toMatchObject({ status: 0, stdout: "✓ Trees.ipynb is written.\n" });
    expect(initlab("release", source, "--check").status).toBe(0);
    await writeNotebook(join(folder, source), sound(code("2;")));
    const after = initlab("release", source, "--check");
    expect(after.stderr).toContain("✗ Trees.ipynb is out of date.");
    expect(after.status).toBe(1);
  });

  it("takes for --out a folder, where the notebook keeps its name, or a file; marks nothing as forced that is sound", async () => {
    await writeNotebook(join(folder, "Trees.ipynb"), sound(code("1;")));
    expect(initlab("release", "Trees.ipynb", "--out", "students/new", "--force").status).toBe(0);
    expect(initlab("release", "Trees.ipynb", "--out", "Forest.ipynb").status).toBe(0);
    const text = readFileSync(join(folder, "students/new/Trees.ipynb"), "utf8");
    expect(text).toBe(readFileSync(join(folder, "Forest.ipynb"), "utf8"));
    expect(JSON.parse(text).metadata.initlab).toEqual({ name: "Test", version: "1" });
  });

  it("refuses an unsound assignment with 2 and what to do, and writes nothing", async () => {
    await writeNotebook(join(folder, "one.ipynb"), unsound);
    const ways = { out: ["--out", "students"], zip: ["--zip", "one.zip"] };
    for (const out of Object.values(casesOf(ways, "zip"))) {
      const { status, stdout, stderr } = initlab("release", "one.ipynb", ...out);
      expect(stderr).toMatch(/^✗ one\.ipynb, cell \d \(one(?:_test)?\), line \d+: .*\n {2}→ /m);
      expect(stderr).toMatch(/error: one\.ipynb is not sound: .*nothing is written.*--force\.\n$/);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(readdirSync(folder)).toEqual(["one.ipynb"]);
    }
  });

  it("releases an unsound assignment with --force, and says so on the terminal, in the metadata and in --check", async () => {
    await writeNotebook(join(folder, "instructor/one.ipynb"), unsound);
    const { status, stdout, stderr } = initlab("release", "instructor/one.ipynb", "--force");
    expect(stderr).toMatch(/warning: .*one\.ipynb is not sound: .*released all the same, as --force asks/);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "✓ one.ipynb is written.\n" });
    const { metadata } = JSON.parse(readFileSync(join(folder, "one.ipynb"), "utf8"));
    expect(metadata.initlab).toEqual({ forced: true, name: "Test", version: "1" });
    const check = initlab("release", "instructor/one.ipynb", "--check");
    expect(check.stderr).toContain("is up to date, but was released with --force");
    expect(check.status).toBe(1);
  });

  it("writes with --zip one folder named after assignment and version, the same bytes in every time zone", async () => {
    await writeNotebook(join(folder, "Trees.ipynb"), sound(code("1;")));
    const { status, stdout, stderr } = initlab("release", "Trees.ipynb", "--zip", "out/a.zip");
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/^✓ out.a\.zip is written: Test 1, \d\.\d MB\.\n$/);
    const names = [...(await entriesOf(join(folder, "out/a.zip"))).keys()];
    expect(names).toEqual([...names].sort());
    expect(names.every((name) => name.startsWith("Test-1/"))).toBe(true);
    expect(names).toContain("Test-1/Trees.ipynb");
    process.env.TZ = "Pacific/Kiritimati";
    try {
      expect(initlab("release", "Trees.ipynb", "--zip", "out/b.zip").status).toBe(0);
    } finally {
      delete process.env.TZ;
    }
    const [a, b] = ["a", "b"].map((name) => readFileSync(join(folder, `out/${name}.zip`)));
    expect(a?.equals(b!)).toBe(true);
    expect(readdirSync(join(folder, "out"))).toEqual(["a.zip", "b.zip"]);
  });

  it.each([
    [["--zip", "a.ipynb"], "--zip takes the name of a .zip file"],
    [["--zip", "a.zip", "--out", "b"], "cannot be used with option '--out"],
    [["--zip", "a.zip", "--check"], "cannot be used with option '--check"],
  ])("exits with 2 on %j", async (options, message) => {
    await writeNotebook(join(folder, "a.ipynb"), sound(code("1;")));
    const { status, stderr } = initlab("release", "a.ipynb", ...options);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
    expect(readdirSync(folder)).toEqual(["a.ipynb"]);
  });
});

describe("initlab release of a bad notebook", { timeout: 60_000 }, () => {
  const text = serializeNotebook(sound(code("1;"), code("2;")));
  const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split("\n").length;
  const bad: readonly (readonly [name: string, text: string, message: string])[] = [
    [
      "a missing comma",
      text.replace('"nbformat": 4,', '"nbformat": 4'),
      `, line ${lineOf('"nbformat": 4') + 1}: not JSON: at column 2 expected`,
    ],
    ["an end too early", text.slice(0, text.indexOf("metadata")), `, line ${lineOf("metadata")}: not JSON`],
    ["nbformat 3", text.replace('"nbformat": 4', '"nbformat": 3'), ": nbformat 3 is too old; expected 4."],
    ["nbformat 5", text.replace('"nbformat": 4', '"nbformat": 5'), ": nbformat should be 4, but is 5."],
    ["a missing id", text.replace(/ {3}"id": "cell-1",\n/, ""), ", cell 2: it has no id."],
    [
      "a duplicate id",
      text.replace("cell-1", "cell-0"),
      ', cell 2 (cell-0): another cell has the id "cell-0" too.',
    ],
    [
      "a stray marker",
      text.replace('"2;"', '"2;\\n", "// END SOLUTION"'),
      ", cell 2 (cell-1), line 2: END SOLUTION may stand in",
    ],
    [
      "a duplicate grade_id",
      serializeNotebook(sound(code("1;", role("a", ["locked"])), code("2;", role("a", ["locked"])))),
      ', cell 2 (a): the grade_id "a" is that of cell 1 already.',
    ],
    ["no cells", '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}', ": cells is missing."],
  ];

  it.each(bad)("says where %s is, exits with 2 and writes nothing", (_, content, message) => {
    mkdirSync(join(folder, "instructor"));
    writeFileSync(join(folder, "instructor/bad.ipynb"), content);
    for (const options of [[], ["--force"], ["--zip", "a.zip"]]) {
      const { status, stdout, stderr } = initlab("release", "instructor/bad.ipynb", ...options);
      expect(stderr).toMatch(/^error: /);
      expect(stderr).toContain(`${join("instructor", "bad.ipynb")}${message}`);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    }
    expect(readdirSync(folder)).toEqual(["instructor"]);
    expect(readdirSync(join(folder, "instructor"))).toEqual(["bad.ipynb"]);
  });

  it("refuses 200 MB before it reads them", () => {
    writeFileSync(join(folder, "large.ipynb"), text);
    truncateSync(join(folder, "large.ipynb"), 200 * 2 ** 20);
    const { status, stdout, stderr } = initlab("release", "large.ipynb", "--out", "b.ipynb");
    expect(stderr).toMatch(/large\.ipynb: the file has 200 MB, more than 100 MB\. Clear the outputs/);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(readdirSync(folder)).toEqual([basename("large.ipynb")]);
  });
});

describe("initlab nbgrader-config", () => {
  it("writes the configuration, and over another file only with --force", () => {
    const first = initlab("nbgrader-config");
    expect(first).toMatchObject({ status: 0, stderr: "" });
    expect(first.stdout).toContain("nbgrader_config.py is written");
    const file = join(folder, "nbgrader_config.py");
    const written = readFileSync(file, "utf8");
    expect(written).toContain("alembic");
    writeFileSync(file, "mine");
    const second = initlab("nbgrader-config");
    expect(second.stderr).toMatch(/nbgrader_config\.py is there already.*--force/);
    expect(second.status).toBe(2);
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect(initlab("nbgrader-config", "--force").status).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(written);
  });
});
