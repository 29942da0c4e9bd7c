import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { type AutograderFiles, autograderFiles } from "../../../src/grader/gradescope/autograderFiles.ts";
import { autograderZip } from "../../../src/grader/gradescope/autograderZip.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const source = join(root, "notebooks/instructor/Initialization.ipynb");
const request = {
  root,
  notebooks: [source, source],
  secret: "5e".repeat(32),
  types: "strict",
  version: "0.1.0",
} as const;

let made: AutograderFiles;
beforeAll(async () => {
  made = await autograderFiles(request);
});
const text = (path: string): string => Buffer.from(made.files.get(path) ?? "").toString();
const paths = (pattern: RegExp) => [...made.files.keys()].filter((path) => pattern.test(path)).sort();

describe("autograderFiles", () => {
  it("has at its top what Gradescope looks for, and little besides", () => {
    const top = new Set([...made.files.keys()].map((path) => path.split("/")[0]));
    expect([...top].sort()).toEqual([
      ".npmrc",
      "LICENSE",
      "THIRD-PARTY-NOTICES.txt",
      "assignment",
      "dist",
      "node.txt",
      "package-lock.json",
      "package.json",
      "public_tests",
      "run_autograder",
      "setup.sh",
      "src",
    ]);
    for (const script of ["setup.sh", "run_autograder"]) {
      expect(text(script)).toMatch(/^#!\/usr\/bin\/env bash\n/);
      expect(made.modes.get(script)).toBe(0o755);
    }
  });

  it("keeps the answers, the secret and the configuration from other users", async () => {
    expect(paths(/^assignment\//)).toEqual([
      "assignment/1-Initialization.ipynb",
      "assignment/2-Initialization.ipynb",
      "assignment/config.json",
      "assignment/secret",
    ]);
    for (const path of paths(/^assignment\//)) expect(made.modes.get(path), path).toBe(0o600);
    expect(text("assignment/1-Initialization.ipynb")).toBe(await readFile(source, "utf8"));
    expect(text("assignment/secret")).toBe(`${request.secret}\n`);
    expect(JSON.parse(text("assignment/config.json"))).toEqual({
      initlab: "0.1.0",
      assignments: ["assignment/1-Initialization.ipynb", "assignment/2-Initialization.ipynb"],
      secret: "assignment/secret",
      types: "strict",
    });
  });

  it("has every file and every package that its programs import, and asks npm for no other", () => {
    const { dependencies } = JSON.parse(text("package.json"));
    const own = ["init_utils", "public_tests"];
    const used = new Set<string>();
    const missing: string[] = [];
    for (const path of paths(/^dist\/.*\.c?js$/).filter((path) => !path.startsWith("dist/grader/guest/"))) {
      for (const { fileName } of ts.preProcessFile(text(path), true, true).importedFiles) {
        const target = posix.join(posix.dirname(path), fileName);
        if (!fileName.startsWith(".")) used.add(fileName.split("/")[0] ?? "");
        else if (!made.files.has(target)) missing.push(`${path}: ${fileName}`);
      }
    }
    expect(missing).toEqual([]);
    const packages = [...used].filter((name) => !name.startsWith("node:") && !own.includes(name));
    // These are found by their names.
    expect(Object.keys(dependencies).sort()).toEqual(["@types/node", "deno", ...packages].sort());
    const lock = JSON.parse(text("package-lock.json"));
    for (const name of Object.keys(dependencies))
      expect(lock.packages[`node_modules/${name}`].version, name).toBe(dependencies[name]);
    expect(lock.packages["node_modules/@deno/linux-x64-glibc"]).toBeDefined();
    expect(lock.packages["node_modules/vitest"]).toBeUndefined();
  });

  it("has the programs that are started as threads and processes, and what submissions run in", () => {
    for (const program of [
      "dist/grader/autograder/main.js",
      "dist/grader/compile/child.js",
      "dist/grader/asking/worker.js",
      "dist/grader/guest/main.js",
      "dist/grader/guest/program.js",
    ])
      expect(made.files.has(program), program).toBe(true);
  });

  it("leaves out commands, the kernel's front, checks, sources and tests", () => {
    expect(
      paths(
        /^dist\/(?:cli|kernel\/(?:front|engine)|instructor\/(?:check|mutations|zip))|(?<!\.d)\.ts$|\.map$|tsbuildinfo/,
      ),
    ).toEqual([]);
  });

  it("names no registry and nobody's folder", () => {
    const texts = [...made.files].filter(([path]) => /json$|sh$|txt$|npmrc$|_autograder$/.test(path));
    const here = root.replace(/\/$/, "");
    const told = texts.filter(([, content]) => /registry\.|\.tgz/.test(Buffer.from(content).toString()));
    expect(told.map(([path]) => path)).toEqual([]);
    const placed = [...made.files].filter(([, content]) => Buffer.from(content).includes(here));
    expect(placed.map(([path]) => path)).toEqual([]);
    expect(existsSync(here)).toBe(true);
  });
});

describe("autograderZip", () => {
  it("makes the same bytes of the same files, wherever the clock stands", async () => {
    const one = await autograderZip(request);
    process.env.TZ = "Pacific/Kiritimati";
    try {
      expect(Buffer.compare(await autograderZip(request), one)).toBe(0);
    } finally {
      delete process.env.TZ;
    }
    const other = await autograderZip({ ...request, secret: "5f".repeat(32) });
    expect(Buffer.compare(other, one)).not.toBe(0);
  }, 60_000);
});
