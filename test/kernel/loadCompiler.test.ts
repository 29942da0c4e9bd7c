import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const built = new URL("../../dist/kernel/language/loadCompiler.js", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "initlab-compiled-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Loads the compiler in a process that is killed a second later. */
function load(cache: string): string {
  const program = `
    import { loadCompiler } from ${JSON.stringify(built.href)};
    console.log(loadCompiler(${JSON.stringify(cache)}).ts.version);
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 1500);`;
  try {
    return execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test("loadCompiler has Node.js keep the compiled compiler, where it can, though the process is killed", () => {
  const cache = join(folder, "cache");
  expect(load(cache)).toMatch(/^6\.\d+\.\d+\n$/);
  // Node.js 20 cannot.
  if (Number(process.versions.node.split(".")[0]) < 22) return expect(readdirSync(folder)).toEqual([]);
  const sizes = readdirSync(cache, { recursive: true, encoding: "utf8" }).map(
    (name) => statSync(join(cache, name)).size,
  );
  expect(Math.max(...sizes)).toBeGreaterThan(1e6);
});

test("loadCompiler needs no folder that it can write", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  expect(load(join(file, "cache"))).toMatch(/^6\.\d+\.\d+\n$/);
});
