import module, { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Compiler } from "../../cells/index.js";

/** Of Node.js 22 and newer; the types are those of Node.js 20. */
interface CompileCache {
  /** Loads modules faster that were kept in the folder. Says what went wrong instead of throwing it. */
  enableCompileCache?(folder: string): unknown;
  flushCompileCache?(): void;
}

const projectCache = fileURLToPath(new URL("../../../.cache/compiled", import.meta.url));
/** By then what is needed at the start has run, and is kept with the rest. */
const msToKeep = 500;

/**
 * Loads the compiler by `require`: `import` would have Node.js read its 9 MB for names first. So would ts-blank-space
 * as it is published, which imports it; `setup/bundles/bundleBlankSpace.mjs` has made one that does not.
 *
 * @param cache the folder in which Node.js keeps what V8 made of it, so that the next start is 0.1 s shorter; one that
 *   cannot be written is no matter
 */
export function loadCompiler(cache: string = projectCache): Compiler {
  const { enableCompileCache, flushCompileCache } = module as CompileCache;
  enableCompileCache?.(cache);
  const require = createRequire(import.meta.url);
  const ts = require("typescript") as Compiler["ts"];
  const { blankSourceFile } = require("../../cells/ts-blank-space.cjs") as Pick<Compiler, "blankSourceFile">;
  // Node.js does so at its end; these processes are killed.
  setTimeout(() => flushCompileCache?.(), msToKeep).unref();
  return { ts, blankSourceFile };
}
