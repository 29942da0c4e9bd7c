// @ts-check
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import asc from "assemblyscript/asc";

const source = "src/init_utils/kernels/simd.as.ts";

/**
 * Compiles the WebAssembly kernels and writes them as a JavaScript module that holds them in base64: so they load the
 * same way in Node, in Deno and in a page, without a file to find.
 *
 * @param {string} root the project's folder
 */
export async function bundleKernels(root) {
  const { error, stderr, binary } = await compile(root);
  if (error || !binary) throw new Error(`${source} does not compile:\n${stderr}`);
  const folder = join(root, "src/init_utils/dist/kernels");
  await mkdir(folder, { recursive: true });
  const text = `export const simdModule = ${JSON.stringify(Buffer.from(binary).toString("base64"))};\n`;
  await writeFile(join(folder, "simdModule.js"), text);
}

/** @param {string} root */
async function compile(root) {
  const output = "kernels.wasm";
  /** @type {Uint8Array | undefined} */
  let binary;
  const flags = ["-O3", "--noAssert", "--enable", "simd", "--runtime", "stub", "--initialMemory", "16"];
  const files = ["--baseDir", root, "--outFile", output];
  const { error, stderr } = await asc.main([source, ...flags, ...files], {
    writeFile: (name, contents) => {
      if (name === output && typeof contents !== "string") binary = contents;
    },
  });
  return { error, stderr: stderr.toString(), binary };
}
