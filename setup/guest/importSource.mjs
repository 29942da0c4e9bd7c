// @ts-check
import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/**
 * Imports a TypeScript file of the project as it stands: what makes the bundles runs before the compiler.
 *
 * @param {string} root
 * @param {string} source
 * @returns {Promise<any>}
 */
export async function importSource(root, source) {
  // Below the project's folder, where packages are found.
  const outfile = join(root, ".cache", `source-${process.pid}-${Date.now()}.mjs`);
  const entryPoints = [join(root, source)];
  try {
    await build({
      entryPoints,
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
      packages: "bundle",
      logLevel: "warning",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
