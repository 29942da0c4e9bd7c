import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { kernelspecText } from "../../src/kernel/install/kernelspecText.ts";

/** The kernels that the notebooks have to run on: the project's own, and tslab as npm installs it. */
export const kernelsUnderTest = ["this kernel", "stock tslab"] as const;

export type KernelUnderTest = (typeof kernelsUnderTest)[number];

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The kernel.json of a kernel, on the Node.js that runs the tests. */
export function kernelspecOf(kernel: KernelUnderTest): string {
  if (kernel === "this kernel") {
    const program = join(root, "dist/kernel/main.js");
    return kernelspecText({ node: process.execPath, program, displayName: kernel, version: "0" });
  }
  const tslab = createRequire(import.meta.url).resolve("tslab/bin/tslab");
  const argv = [process.execPath, tslab, "kernel", "--config-path", "{connection_file}"];
  return JSON.stringify({ argv, display_name: kernel, language: "typescript" });
}
