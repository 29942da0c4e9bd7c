import { random, tf } from "init_utils";
import ts from "typescript";

/** Runs an answer cell of a student, type errors or not, and returns the function of the given name that it defines. */
export function runAnswer(cell: string, name: string): (layers_dims: number[]) => unknown {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const script = ts.transpileModule(cell, { compilerOptions }).outputText.replaceAll(/^export /gm, "");
  const run = new Function(
    "tf",
    "random",
    "console",
    `${script}\nreturn typeof ${name} === "undefined" ? undefined : ${name};`,
  );
  return run(tf, random, { ...console, log: () => {}, assert: () => {} });
}
