import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { KernelspecError } from "./KernelspecError.js";
import { checkName, ownerOf } from "./readKernelspec.js";

interface InstallOptions {
  /** Where kernelspecs are. */
  readonly folder: string;
  /** What notebooks call the kernel. */
  readonly name: string;
  /** What people read. */
  readonly displayName: string;
  /** Whether a kernelspec of another kernel may be overwritten. */
  readonly replace: boolean;
  /** The Node.js that runs the kernel. */
  readonly node: string;
  /** The kernel's entry point, compiled. */
  readonly program: string;
  readonly version: string;
}

/**
 * Tells Jupyter about this kernel; returns the kernelspec's folder.
 *
 * @throws KernelspecError when the name is another kernel's
 * @see https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs
 */
export async function installKernelspec(options: InstallOptions): Promise<string> {
  const { folder, name, replace } = options;
  checkName(name);
  const target = join(folder, name);
  if (!replace && (await ownerOf(target)) === "somebody else") {
    throw new KernelspecError(
      `${target} is another kernel's: choose another --name, or overwrite it with --replace.`,
    );
  }
  await mkdir(target, { recursive: true });
  const file = join(target, "kernel.json");
  await writeFile(`${file}.new`, `${JSON.stringify(kernelspec(options), null, 2)}\n`);
  await rename(`${file}.new`, file);
  return target;
}

function kernelspec({ node, program, displayName, version }: InstallOptions): object {
  return {
    argv: [node, program, "{connection_file}"],
    display_name: displayName,
    language: "typescript",
    // Unlike a signal, a message reaches the kernel on every system.
    interrupt_mode: "message",
    metadata: { debugger: false, initlab: { version } },
  };
}
