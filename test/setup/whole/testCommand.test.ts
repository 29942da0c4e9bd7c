import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepOnePackage, makeProject, type Project, ROOT } from "./makeProject.js";
import { runNode } from "./runNode.js";

describe.sequential("npm test", { timeout: 180_000 }, () => {
  let project: Project;
  beforeAll(() => {
    project = makeProject();
    const { folder } = project;
    keepOnePackage(folder);
    mkdirSync(join(folder, "test"));
    for (const path of ["vitest.config.ts", "test/tsconfig.json"])
      cpSync(join(ROOT, path), join(folder, path));
    const good = 'import { expect, test } from "vitest";\n\ntest("one", () => {\n  expect(1).toBe(1);\n});\n';
    writeFileSync(join(folder, "test/good.test.ts"), `${good}\ntest.skip("later", () => {});\n`);
    writeFileSync(join(folder, "test/bad.test.ts"), good.replace("toBe(1)", "toBe(2)"));
    const biome = join(folder, "node_modules/@biomejs/biome/bin/biome");
    execFileSync(process.execPath, [biome, "format", "--write", "."], { cwd: folder, stdio: "ignore" });
  }, 60_000);
  afterAll(() => project.remove(), 60_000);

  /** Runs `npm test` as CI does, within a run of vitest whose own variables would reach the inner one. */
  async function run(...filters: string[]) {
    const env = Object.fromEntries(
      Object.entries(project.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV$|VITE_)/.test(name)),
    );
    const running = runNode(["setup/test.mjs", ...filters], project.folder, { ...env, CI: "true" });
    const code = await running.end();
    return { code, output: running.output(), last: running.output().trimEnd().split("\n").slice(-6) };
  }

  test("npm test runs every stage though one fails, and ends with one line that counts all of them", async () => {
    const { code, output, last } = await run();
    expect(output).toMatch(
      /^✓ npm packages {2}\d+\.\d s\n✓ JupyterLab .*\n✓ Python packages for the tests .*\n✓ build .*\n✓ TypeScript kernel {2}\d/,
    );
    expect(last.map((line) => line.replace(/ +\d+\.\d s +/, " "))).toEqual([
      "",
      "✓ build 1 passed, 0 failed",
      "✓ lint 1 passed, 0 failed",
      "✓ types 1 passed, 0 failed",
      "✗ tests 1 passed, 1 failed, 1 skipped",
      "4 passed, 1 failed, 1 skipped",
    ]);
    expect(output.match(/^\d+ passed, \d+ failed.*$/gm)).toHaveLength(1);
    expect(code).toBe(1);
  });

  test("npm test passes filters on, and ends with 0 when nothing failed", async () => {
    const { code, output, last } = await run("test/good");
    expect(last.at(-1)).toMatch(/^\d passed, 0 failed, 1 skipped$/);
    expect(output).not.toContain("npm packages");
    expect(code).toBe(0);
  });

  test("npm test counts type errors and lint errors, and still runs the tests", async () => {
    const path = join(project.folder, "public_tests/index.ts");
    writeFileSync(path, `${readFileSync(path, "utf8")}export const two: string = 2\n`);
    const { code, output } = await run("test/good");
    expect(output).toMatch(/^✗ build .* 0 passed, 1 failed$/m);
    expect(output).toMatch(/^✗ lint .* 0 passed, 1 failed$/m);
    expect(output).toMatch(/^✓ tests .* 1 passed, 0 failed, 1 skipped$/m);
    expect(code).toBe(1);
  });
});
