import { createRequire } from "node:module";
import type { Compiler } from "../../cells/index.js";

/**
 * Loads the compiler by `require`: `import` would have Node.js read its 9 MB for names first. So would ts-blank-space
 * as it is published, which imports it; `setup/bundles/bundleBlankSpace.mjs` has made one that does not.
 */
export function loadCompiler(): Compiler {
  const require = createRequire(import.meta.url);
  const ts = require("typescript") as Compiler["ts"];
  const { blankSourceFile } = require("../../cells/ts-blank-space.cjs") as Pick<Compiler, "blankSourceFile">;
  return { ts, blankSourceFile };
}
