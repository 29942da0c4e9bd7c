// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { keepCompiled } from "../guest/keepCompiled.mjs";
import { withDataset } from "../guest/withDataset.mjs";
import { bundleKernels } from "./bundleKernels.mjs";
import { bundleTf } from "./bundleTf.mjs";

/** What init_utils imports that other bundlers make. */
const parts = /** @type {const} */ ([
  ["src/init_utils/dist/tf-core.js", bundleTf],
  ["src/init_utils/dist/kernels/simdModule.js", bundleKernels],
]);

/**
 * Writes what runs inside the grader's sandbox into dist/grader/guest: main.js, a tiny module; program.js, the text that
 * it is sent; and compiled/, what V8 made of that text.
 *
 * @param {string} root the project's folder
 */
export async function bundleGuest(root) {
  for (const [file, make] of parts) if (!existsSync(join(root, file))) await make(root);
  for (const [source, output, format] of programs) {
    const outfile = join(root, "dist/grader/guest", output);
    await build({ ...guestBuild(root, source, format), outfile });
  }
  await keepCompiled(root);
}

const programs = /** @type {const} */ ([
  ["boot.ts", "main.js", "esm"],
  ["main.ts", "program.js", "iife"],
]);

/**
 * How a file of the guest is built: from the TypeScript sources, as what tsc makes of them comes later.
 *
 * @param {string} root
 * @param {string} source
 * @param {"esm" | "iife"} format
 * @returns {import("esbuild").BuildOptions}
 */
export function guestBuild(root, source, format) {
  return {
    entryPoints: [join(root, "src/grader/guest", source)],
    bundle: true,
    minify: true,
    // They stand in messages and stack traces.
    keepNames: true,
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
    plugins: [withoutPlots(root), withDataset(root)],
    legalComments: "none",
    logLevel: "warning",
  };
}

/**
 * To draw a plot takes longer than all else that a submission does, and nobody sees it.
 *
 * @param {string} root
 * @returns {import("esbuild").Plugin}
 */
function withoutPlots(root) {
  const path = join(root, "src/grader/guest/showNothing.ts");
  return {
    name: "without-plots",
    setup(build) {
      build.onResolve({ filter: /\/figure\/showFigure\.js$/ }, () => ({ path }));
    },
  };
}
