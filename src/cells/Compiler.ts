import type ts from "typescript";

/**
 * The compiler that cells are read with. It is passed in, so that whoever uses cells decides how the 9 MB are loaded:
 * a page from its bundle, a kernel through `require`. An `import` of it, as also in ts-blank-space as it is published,
 * makes Node scan the whole file for names, half a second; bundled as CommonJS that package costs 10 ms.
 */
export interface Compiler {
  readonly ts: typeof ts;
  /** The function of that name in the package ts-blank-space, on the same copy of the compiler. */
  readonly blankSourceFile: (source: ts.SourceFile, onError?: (node: ts.Node) => void) => string;
}
