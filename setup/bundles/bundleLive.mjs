// @ts-check
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { constants, deflateRawSync } from "node:zlib";
import { build } from "esbuild";

const source = "src/init_utils/live/livePlots.ts";
/** Browsers unpack deflate; brotli, which would be a quarter smaller, only the latest of them do. */
const compression = { level: constants.Z_BEST_COMPRESSION, memLevel: 9 };

/**
 * Writes what a notebook carries for its live plots: the script of a page, and plotly.js, packed.
 *
 * @param {string} root the project's folder
 */
export async function bundleLive(root) {
  const plotly = createRequire(join(root, "src/init_utils/package.json")).resolve("plotly.js-dist-min");
  const packed = deflateRawSync(await readFile(plotly), compression).toString("base64");
  const file = join(root, "src/init_utils/dist/live/carrier.json");
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ script: await pageScript(root), plotly: packed }));
}

/** @param {string} root */
async function pageScript(root) {
  const { outputFiles } = await build({
    entryPoints: [join(root, source)],
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    write: false,
  });
  return outputFiles[0]?.text.trim() ?? "";
}
