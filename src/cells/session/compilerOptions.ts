import type ts from "typescript";

/**
 * As strict as tslab, so that a notebook means the same on both, with newer libraries: ECMAScript 2023, packages
 * that are ES modules only, `.ts` files beside the notebook.
 */
export function compilerOptions(typescript: typeof ts): ts.CompilerOptions {
  return {
    target: typescript.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    module: typescript.ModuleKind.ESNext,
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    moduleDetection: typescript.ModuleDetectionKind.Force,
    customConditions: ["node"],
    strict: false,
    experimentalDecorators: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    allowImportingTsExtensions: true,
    allowUnreachableCode: true,
    allowUnusedLabels: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
}
