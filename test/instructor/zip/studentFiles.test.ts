import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleTf } from "../../../setup/bundles/bundleTf.mjs";
import { npmCommand } from "../../../setup/process/npmCommand.mjs";
import { runCommand } from "../../../setup/process/runCommand.mjs";
import { readRelease } from "../../../src/instructor/readRelease.ts";
import { studentFiles } from "../../../src/instructor/zip/studentFiles.ts";
import { bundledPackages } from "../../../src/instructor/zip/thirdPartyNotices.ts";
import { type Notebook, readNotebook, serializeNotebook } from "../../../src/notebook/index.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const source = join(root, "notebooks/instructor/Initialization.ipynb");
let instructors: Notebook;
let files: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  instructors = await readNotebook(source);
  files = await studentFiles(root, await readRelease(source), "Initialization.ipynb");
});
const text = (path: string): string => Buffer.from(files.get(path) ?? "").toString();
const paths = (pattern: RegExp) => [...files.keys()].filter((path) => pattern.test(path)).sort();

describe("studentFiles", () => {
  it("holds the students' notebook as it is released, and what tells of the folder", async () => {
    expect(text("Initialization.ipynb")).toBe(serializeNotebook(await readRelease(source)));
    expect(text("README.md")).toMatch(/^# Initialization\n\n.*version 1\. 3 tasks give 30 points together/);
    expect(text("README.md")).toContain("The file `Initialization.ipynb`, under this name");
    // In words what package.json says.
    expect(JSON.parse(text("package.json")).engines).toEqual({ node: "^20.19.0 || >=22.12.0" });
    expect(text("README.md")).toContain("20.19 or newer (of 22: 22.12 or newer)");
    expect(text("LICENSE")).toContain("Apache License");
    expect(JSON.parse(text("package.json")).scripts).toEqual({ start: "node setup/start.mjs" });
    expect(JSON.parse(text("setup/released.json"))).toEqual({ notebook: "Initialization.ipynb" });
  });

  it("has nothing at its top but what a student should find there", () => {
    const top = new Set([...files.keys()].map((path) => path.split("/")[0]));
    expect([...top].sort()).toEqual([
      ".npmrc",
      "Initialization.ipynb",
      "LICENSE",
      "README.md",
      "THIRD-PARTY-NOTICES.txt",
      "dist",
      "package-lock.json",
      "package.json",
      "public_tests",
      "setup",
      "src",
    ]);
  });

  it("has nothing of the instructor's: no grader, no release, no sources, no tests, no secret", () => {
    const folders = new Set(
      paths(/^(?:dist|src|public_tests)\//).map((path) => path.split("/").slice(0, 3)[1]),
    );
    expect([...folders].sort()).toEqual(["cells", "dist", "init_utils", "kernel", "package.json"]);
    expect(paths(/grader|instructor|(?<!\.d)\.ts$|\.test\.|secret|\.as\.|tsbuildinfo|\.map$/)).toEqual([]);
  });

  it("tells in no file what a solution or a hidden test says", () => {
    const secret = instructors.cells.flatMap((cell) => secretLines(cell.source));
    expect(secret.length).toBeGreaterThan(6);
    const told = [...files].filter(([, content]) => {
      const all = Buffer.from(content).toString();
      return secret.some((line) => all.includes(line)) || /BEGIN (?:SOLUTION|HIDDEN)/.test(all);
    });
    expect(told.map(([path]) => path)).toEqual([]);
  });

  it("has every file that its programs import, and every package, and asks npm for no other", () => {
    const { dependencies } = JSON.parse(text("package.json"));
    const ofUtils = JSON.parse(text("src/init_utils/package.json"));
    const known = new Set([...Object.keys(dependencies), "init_utils", ...Object.keys(ofUtils.dependencies)]);
    const used = new Set<string>();
    const missing: string[] = [];
    for (const path of paths(/\.m?js$/).filter((path) => !path.endsWith("tf-core.js"))) {
      for (const specifier of importsOf(text(path))) {
        if (specifier.startsWith(".")) {
          const target = posix.join(posix.dirname(path), specifier);
          if (!files.has(target)) missing.push(`${path}: ${specifier}`);
        } else if (specifier.startsWith("#")) {
          if (!files.has(posix.join("src/init_utils", placeOf(ofUtils.imports[specifier]))))
            missing.push(specifier);
        } else used.add(packageOf(specifier));
      }
    }
    // Setting up a folder that has its sources is the project's own affair.
    expect(missing).toEqual(["setup/steps/allSteps.mjs: ./compiled.mjs"]);
    const packages = [...used].filter((name) => !name.startsWith("node:") && !builtinModules.includes(name));
    expect(packages.filter((name) => !known.has(name))).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => !packages.includes(name))).toEqual([]);
  });

  it("declares the types of both packages without any that are not there", () => {
    const missing = paths(/^(?:src\/init_utils|public_tests)\/dist\/.*\.d\.ts$/).flatMap((path) =>
      importsOf(text(path))
        .map((specifier) => posix.join(posix.dirname(path), specifier).replace(/\.js$/, ".d.ts"))
        .filter((target, index) => importsOf(text(path))[index]?.startsWith(".") && !files.has(target)),
    );
    expect(missing).toEqual([]);
  });

  it("names no registry in its lock files, and nobody's folder in any file", () => {
    expect(
      text("package-lock.json").match(/registry\.[a-z]+|\.tgz|"resolved": "(?!src|public)/g) ?? [],
    ).toEqual([]);
    expect(text("setup/requirements.lock").match(/https?:|index-url/g) ?? []).toEqual([]);
    const here = [...files].filter(([, content]) => Buffer.from(content).includes(root.replace(/\/$/, "")));
    expect(here.map(([path]) => path)).toEqual([]);
  });

  it("has a lock file that npm itself would not write otherwise", async () => {
    const folder = mkdtempSync(join(tmpdir(), "initlab-lock-"));
    try {
      for (const path of ["package.json", "package-lock.json", ".npmrc", ...paths(/\w\/package\.json$/)]) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text(path));
      }
      const [command, ...args] = npmCommand();
      const install = [...args, "install", "--package-lock-only", "--ignore-scripts", "--prefer-offline"];
      const log = join(folder, "log");
      const options = { cwd: folder, signal: new AbortController().signal, log };
      const { code, output } = await runCommand(command, install, options);
      expect(code, output).toBe(0);
      expect(readFileSync(join(folder, "package-lock.json"), "utf8")).toBe(text("package-lock.json"));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});

describe("thirdPartyNotices", () => {
  const folder = mkdtempSync(join(tmpdir(), "initlab-notices-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("names every package that is part of the bundled TensorFlow.js", async () => {
    mkdirSync(join(folder, "src/init_utils/tensor"), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    const core = "src/init_utils/tensor/core.js";
    writeFileSync(join(folder, core), readFileSync(join(root, core)));
    const { metafile } = await bundleTf(folder);
    const parts = Object.values(metafile?.outputs ?? {}).flatMap(({ inputs }) => Object.keys(inputs));
    const inside = new Set(
      parts.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
    );
    const named = bundledPackages["src/init_utils/dist/tf-core.js"]!.map((names) =>
      names.split(" > ").at(-1),
    );
    expect(named.sort()).toEqual([...inside].sort());
  });

  it("gives each with its version and the text of its licence, and each file is there", () => {
    const notices = text("THIRD-PARTY-NOTICES.txt").split(/^-{80}$/m);
    const packages = Object.values(bundledPackages).flat();
    expect(notices).toHaveLength(packages.length + 1);
    for (const [index, names] of packages.entries()) {
      expect(notices[index + 1]).toMatch(new RegExp(`^\\s*${names.split(" > ").at(-1)} \\d+\\.\\d+`));
      expect(notices[index + 1]).toMatch(/Permission is hereby granted|TERMS AND CONDITIONS/);
    }
    for (const file of Object.keys(bundledPackages)) expect(files.has(file), file).toBe(true);
    expect(existsSync(join(root, "LICENSE"))).toBe(true);
  });
});

/** The lines of regions that students do not get, but for comments, imports, and what is too short to tell anything. */
function secretLines(source: string): readonly string[] {
  const regions = source.matchAll(/BEGIN (SOLUTION|HIDDEN TESTS)\n([\s\S]*?)\n[^\n]*END \1/g);
  return [...regions]
    .flatMap(([, , inside = ""]) => inside.split("\n").map((line) => line.trim()))
    .filter((line) => line.length > 20 && !/^(?:\/\/|import )/.test(line));
}

function importsOf(code: string): readonly string[] {
  const program = code.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, "");
  const found = program.matchAll(
    /(?:\bfrom|\bimport|(?<!typeof )\bimport\(|\brequire\(|\bresolve\()\s*["']([^"'\s$…]+)["']/g,
  );
  return [...found].map(([, specifier = ""]) => specifier).filter((one) => one !== "m");
}

function placeOf(target: string | { readonly default: string }): string {
  return typeof target === "string" ? target : target.default;
}

function packageOf(specifier: string): string {
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}
