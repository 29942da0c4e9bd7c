// @ts-check
import { join } from "node:path";
import { build } from "esbuild";

/**
 * Bundles ts-blank-space as CommonJS, so that the compiler in it is required: imported, its 9 MB would be scanned for
 * names, a quarter of a second at every start of a kernel.
 *
 * @param {string} root the project's folder
 */
export async function bundleBlankSpace(root) {
  await build({
    entryPoints: [join(root, "node_modules/ts-blank-space/out/index.js")],
    bundle: true,
    format: "cjs",
    platform: "node",
    external: ["typescript"],
    legalComments: "inline",
    outfile: join(root, "dist/cells/ts-blank-space.cjs"),
  });
}
