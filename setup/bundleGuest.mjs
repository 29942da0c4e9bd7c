// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bundleKernels } from "./bundleKernels.mjs";
import { bundleTf } from "./bundleTf.mjs";

/** What init_utils imports that other bundlers make. */
const parts = /** @type {const} */ ([
  ["src/init_utils/dist/tf-core.js", bundleTf],
  ["src/init_utils/dist/kernels/simdModule.js", bundleKernels],
]);

/**
 * Writes what runs inside the grader's sandbox into dist/grader/guest: main.js, a tiny module, and program.js, the
 * text that it is sent.
 *
 * @param {string} root the project's folder
 */
export async function bundleGuest(root) {
  for (const [file, make] of parts) if (!existsSync(join(root, file))) await make(root);
  await bundle(root, "boot.ts", "main.js", "esm");
  await bundle(root, "main.ts", "program.js", "iife");
}

/**
 * From the TypeScript sources: what tsc makes of them comes later.
 *
 * @param {string} root
 * @param {string} source
 * @param {string} output
 * @param {"esm" | "iife"} format
 */
function bundle(root, source, output, format) {
  return build({
    entryPoints: [join(root, "src/grader/guest", source)],
    outfile: join(root, "dist/grader/guest", output),
    bundle: true,
    minify: true,
    format,
    platform: "neutral",
    target: "es2023",
    mainFields: ["module", "main"],
    alias: {
      init_utils: join(root, "src/init_utils/index.ts"),
      "init_utils/arguments": join(root, "src/init_utils/arguments/index.ts"),
      public_tests: join(root, "public_tests/index.ts"),
    },
    external: ["crypto", "node:*"],
    legalComments: "none",
    logLevel: "warning",
  });
}
