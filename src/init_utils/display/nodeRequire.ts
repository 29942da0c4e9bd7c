/**
 * Node's `require` as seen from this package, or undefined where there is no Node (a browser page, a sandbox).
 *
 * Reached by a call and never by an import, so that the package also loads where the name "node:module" means
 * nothing. `import` would not do: it answers with a promise, and a plot is drawn before its cell ends.
 */
export function nodeRequire(): NodeJS.Require | undefined {
  try {
    return globalThis.process.getBuiltinModule("node:module").createRequire(import.meta.url);
  } catch {
    return undefined;
  }
}
