// @ts-check
import { join } from "node:path";
import { build } from "esbuild";

/**
 * Writes the program of the grader's judges, with the packages that tests import, into one file,
 * dist/grader/asking/whole.js: to find and read two hundred takes a judge more time than all else that it does before
 * its first test.
 *
 * @param {string} root the project's folder
 */
export async function bundleJudge(root) {
  await build({
    entryPoints: [join(root, "src/grader/asking/worker.ts")],
    outfile: join(root, "dist/grader/asking/whole.js"),
    bundle: true,
    minify: true,
    // They stand in messages and stack traces.
    keepNames: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    alias: {
      init_utils: join(root, "src/init_utils/index.ts"),
      "init_utils/arguments": join(root, "src/init_utils/arguments/index.ts"),
      public_tests: join(root, "public_tests/index.ts"),
    },
    legalComments: "none",
    logLevel: "warning",
  });
}
