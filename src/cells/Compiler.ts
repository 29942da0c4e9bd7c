import type ts from "typescript";

/**
 * The compiler that cells are read with. It is passed in, so that whoever uses cells decides how the 9 MB are
 * loaded: a kernel through `require` (an `import` makes Node scan the whole file for names first, half a second),
 * a page from its bundle.
 */
export interface Compiler {
  readonly ts: typeof ts;
  /** The function of that name in the package ts-blank-space, on the same copy of the compiler. */
  readonly blankSourceFile: (source: ts.SourceFile, onError?: (node: ts.Node) => void) => string;
}
