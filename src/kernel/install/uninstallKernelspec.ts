import { rm } from "node:fs/promises";
import { join } from "node:path";
import { KernelspecError } from "./KernelspecError.js";
import { checkName, ownerOf } from "./readKernelspec.js";

/**
 * Takes this kernel from Jupyter's list; returns the folder that is gone.
 *
 * @throws KernelspecError when there is none of that name, or it is another kernel's
 */
export async function uninstallKernelspec(folder: string, name: string): Promise<string> {
  checkName(name);
  const target = join(folder, name);
  const owner = await ownerOf(target);
  if (owner === "nobody") throw new KernelspecError(`there is no kernel ${name} in ${folder}.`);
  if (owner === "somebody else") {
    throw new KernelspecError(`${target} is another kernel's: jupyter kernelspec remove ${name} removes it.`);
  }
  await rm(target, { recursive: true });
  return target;
}
