import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import * as init_utils from "init_utils";
import * as public_tests from "public_tests";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { consoleOutput } from "./support/answers/consoleOutput.js";
import { docExamples, withChecks } from "./support/docExamples.js";

const root = join(import.meta.dirname, "..");
const files = ["src/init_utils", "public_tests"].flatMap((folder) => sources(join(root, folder)));

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(
      (name) =>
        name.endsWith(".ts") && !name.endsWith(".d.ts") && !/(^|[\\/])(dist|node_modules)[\\/]/.test(name),
    )
    .map((name) => join(folder, name));
}

const examples = files.flatMap((file) =>
  docExamples(file, readFileSync(file, "utf8")).map((example) => ({
    ...example,
    file: relative(root, file),
  })),
);

/** What an example may name: the packages' exports, and what its own file exports. */
async function namesFor(file: string): Promise<Record<string, unknown>> {
  const own = (await import(join(root, compiled(file)))) as Record<string, unknown>;
  return { ...init_utils.tf, ...own, ...public_tests, ...init_utils };
}

function compiled(file: string): string {
  return file.replace(/^(src\/init_utils|public_tests)\//, "$1/dist/").replace(/\.ts$/, ".js");
}

describe("the examples of the docstrings", () => {
  test("there are examples in most files that document a function", () => {
    expect(examples.length).toBeGreaterThan(30);
  });

  test.each(examples)("$symbol ($file:$line) gives what its example says", async ({ file, code }) => {
    const names: Record<string, unknown> = await namesFor(file);
    let checks = 0;
    const check = (value: unknown, text: string): void => {
      checks++;
      expect(shown(value)).toBe(text);
    };
    const script = ts.transpile(withChecks(code), { target: ts.ScriptTarget.ES2022 });
    const run = new Function("check", ...Object.keys(names), `{${script}\n}`);
    consoleOutput(() => run(check, ...Object.values(names)));
    expect(checks).toBeGreaterThan(0);
  });
});

function shown(value: unknown): string {
  if (typeof value === "string" || value == null) return String(value);
  return init_utils.str(value as init_utils.TensorLike);
}
