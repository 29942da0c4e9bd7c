import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type TypeScript from "typescript";
import { describe, expect, test } from "vitest";

// The compiler inside stock tslab, which is older than the one that builds the project.
const ts: typeof TypeScript = createRequire(import.meta.url)("@tslab/typescript-for-tslab");
const root = join(import.meta.dirname, "../../..");

interface Mistake {
  readonly id: string;
  readonly ts?: string;
  readonly expect: { readonly compiles?: boolean };
}

const { entries } = JSON.parse(readFileSync(join(root, "notebooks/instructor/mistakes.json"), "utf8")) as {
  entries: Mistake[];
};
const cells = entries.filter((entry) => entry.ts !== undefined);

/** randn((2, 3)) is randn(3), a vector as in NumPy, so types cannot tell the slip; the checkers see its shape. */
const typedAsNumPy = "r-comma-operator";

/** The options with which tslab checks a cell. */
const options: TypeScript.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Node10,
  esModuleInterop: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  types: ["node"],
  skipLibCheck: true,
  noEmit: true,
};

/** Checks several cells at once, each a module of its own, and returns the messages for each. */
function check(sources: readonly string[]): string[][] {
  const names = sources.map((_, i) => join(root, `cell${i}.ts`));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  const texts = new Map(names.map((name, i) => [name, sources[i]!]));
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = texts.get(name);
    return text === undefined
      ? getSourceFile.call(host, name, version, ...rest)
      : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram(names, options, host);
  return names.map((name) => {
    const file = program.getSourceFile(name)!;
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
  });
}

const prelude = 'import { tf, random } from "init_utils";\n';

const accepted = [
  "const W: tf.Tensor = tf.zeros([2, 3]); const M: tf.Tensor2D = tf.zeros([2, 3]); const v: tf.Tensor = tf.zeros([2]);",
  "const shape: number[] = [1, 2]; const W: tf.Tensor = tf.zeros(shape); const M: tf.Tensor2D = tf.zeros(shape as [number, number]);",
  "const M: tf.Tensor2D = tf.mul(random.randn(2, 3), 0.1); const R: tf.Tensor2D = tf.relu(M); const S: tf.Tensor = tf.relu([1]);",
  "const W: tf.Tensor = tf.variable(tf.zeros([2, 3])); const p: Record<string, tf.Tensor> = { W, b: tf.scalar(1) };",
  "const rows: number[][] = tf.zeros([2, 3]).arraySync(); const n: number = tf.scalar(1).arraySync();",
  "function f(x: unknown): number[] { return x instanceof tf.Tensor ? x.shape : []; }",
  "const T: tf.Tensor<tf.Rank.R2> = tf.eye(2); const values: Float64Array | Int32Array | Uint8Array = T.dataSync();",
  'const B = tf.zeros([2], "bool"); const F = tf.tensor(new Float32Array(3)); const I = tf.tensor(new Int32Array(3), [3, 1]);',
  "const g = tf.grad((x) => x.square().sum()); const [a, b] = tf.grads((x, y) => x.mul(y))([1, 2]);",
  "const [x, y] = tf.split([1, 2], 2); const { mean, variance } = tf.moments(x); tf.train.sgd(0.1).minimize(() => tf.scalar(1));",
  "const t: tf.Tensor = tf.tidy(() => tf.ones([2])); const c = tf.concat([tf.ones([2]), [1, 2]]); const W = tf.ones([2, 2]).mul(2).sub(1);",
];

const refused = [
  "tf.zeros((2, 3));",
  "tf.zeros(2, 3);",
  'tf.zeros(["2", 3]);',
  'tf.zeros([2], "float64");',
  "const W = tf.zeros([2, 3]) * 10;",
  "const b: tf.Tensor2D = tf.zeros([3]);",
  'tf.add("3", 1);',
  "tf.zeros([2]).multiply(3);",
  "const n: number = tf.sum([1, 2]);",
];

describe(`the types of tf under TypeScript ${ts.version}`, () => {
  // One program for all: reading the libraries is what takes the time.
  const sources = [...cells.map((cell) => cell.ts), ...accepted, ...refused];
  const messages = check(sources.map((source) => prelude + source));

  test.each(
    cells.map((cell, i) => [cell.id, cell.id === typedAsNumPy || (cell.expect.compiles ?? true), i] as const),
  )("the answer %s type-checks: %s", (_, compiles, i) => {
    if (compiles) expect(messages[i]).toEqual([]);
    else expect(messages[i]).not.toEqual([]);
  });

  test.each(accepted.map((code, i) => [code, i] as const))("the compiler accepts %s", (_, i) => {
    expect(messages[cells.length + i]).toEqual([]);
  });

  test.each(refused.map((code, i) => [code, i] as const))("the compiler refuses %s", (_, i) => {
    expect(messages[cells.length + accepted.length + i]).not.toEqual([]);
  });

  test("the declarations of tf are right in themselves, strict and with library checks", () => {
    const folder = join(root, "src/init_utils/dist");
    const files = ["tf", "tensor", "gradients"].flatMap((name) =>
      readdirSync(join(folder, name))
        .filter((file) => file.endsWith(".d.ts"))
        .map((file) => join(folder, name, file)),
    );
    expect(files.length).toBeGreaterThan(15);
    const strict = { ...options, strict: true, skipLibCheck: false, types: [] };
    const program = ts.createProgram(files, strict);
    const found = files.flatMap((file) => program.getSemanticDiagnostics(program.getSourceFile(file)));
    expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "))).toEqual([]);
  });
}, 60_000);
