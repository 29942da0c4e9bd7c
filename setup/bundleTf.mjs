// @ts-check
/** Bundles TensorFlow.js in double precision: esbuild replaces Float32Array by Float64Array while it reads the sources. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

const entry = `
export * from "@tensorflow/tfjs-core/dist/index";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";
import "@tensorflow/tfjs-backend-cpu/dist/index";
`;

/** A bundle of its own: without this, a second TensorFlow.js in the process would replace kernels and methods of this one. */
const ownGlobals = {
  filter: /tfjs-core[\\/]dist[\\/]global_util\.js$/,
  from: "return globalNameSpace;",
  to: "return (globalNameSpace = globalNameSpace === ns0 ? globalNameSpace : ns0);",
};
void ownGlobals;

export async function bundleTf() {
  await build({
    stdin: { contents: entry, resolveDir: root, sourcefile: "tf-core-entry.js" },
    bundle: true,
    platform: "neutral",
    mainFields: ["module", "main"],
    format: "esm",
    target: "es2022",
    define: { Float32Array: "Float64Array" },
    outfile: join(root, "src/init_utils/dist/tf-core.js"),
    external: ["util", "node-fetch", "string_decoder"],
    logLevel: "warning",
    metafile: true,
    plugins: [],
  }).then((r) => console.log(Object.keys(r.metafile.inputs).length));
}
await bundleTf();
