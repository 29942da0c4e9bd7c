import { simdModule } from "#kernels";
import type { Kernels } from "./Kernels.js";

/** The exports of simd.as.ts. */
interface Exports extends Omit<Kernels, "name" | "memory" | "start"> {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  heapBase(): number;
}

/** The part of the WebAssembly interface that every engine has, typed here because it is neither Node's nor the page's alone. */
interface WebAssemblyInterface {
  validate(bytes: Uint8Array): boolean;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Exports };
}

const page = 65_536;

/** The kernels in WebAssembly, or undefined where there is no WebAssembly with SIMD instructions. */
export function simdKernels(): Kernels | undefined {
  const { WebAssembly } = globalThis as unknown as { WebAssembly?: WebAssemblyInterface };
  const bytes = Uint8Array.from(atob(simdModule), (character) => character.charCodeAt(0));
  if (!WebAssembly?.validate(bytes)) return undefined;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { abort } });
  let view = new Float64Array(exports.memory.buffer);
  return {
    name: "WebAssembly SIMD",
    start: Math.ceil(exports.heapBase() / 64) * 64,
    memory(size: number): Float64Array {
      if (view.byteLength < size) {
        exports.memory.grow(Math.ceil((size - view.byteLength) / page));
        view = new Float64Array(exports.memory.buffer);
      }
      return view;
    },
    affine: exports.affine,
    backward: exports.backward,
    outer: exports.outer,
    logistic: exports.logistic,
    losses: exports.losses,
    outputGradient: exports.outputGradient,
  };
}

function abort(): never {
  throw new Error("the WebAssembly kernels stopped: please report this");
}
