import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { KernelspecError } from "./KernelspecError.js";
import { type KernelspecOptions, kernelspecText } from "./kernelspecText.js";
import { checkName, ownerOf } from "./readKernelspec.js";

interface InstallOptions extends KernelspecOptions {
  /** Where kernelspecs are. */
  readonly folder: string;
  /** What notebooks call the kernel. */
  readonly name: string;
  /** Whether a kernelspec of another kernel may be overwritten. */
  readonly replace: boolean;
}

/**
 * Tells Jupyter about this kernel; returns the kernelspec's folder.
 *
 * @throws KernelspecError when the name is another kernel's
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
  await writeFile(`${file}.new`, kernelspecText(options));
  await rename(`${file}.new`, file);
  return target;
}
