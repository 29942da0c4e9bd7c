import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { KernelspecError } from "./KernelspecError.js";

/** Whose kernelspec is in a folder. */
export type Owner = "nobody" | "initlab" | "somebody else";

/** Looks at a kernelspec; ours carries a mark in its metadata. */
export async function ownerOf(folder: string): Promise<Owner> {
  let text: string;
  try {
    text = await readFile(join(folder, "kernel.json"), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "nobody";
    throw error;
  }
  try {
    const spec = JSON.parse(text) as { readonly metadata?: { readonly initlab?: unknown } } | null;
    return spec?.metadata?.initlab === undefined ? "somebody else" : "initlab";
  } catch {
    return "somebody else";
  }
}

/** @throws KernelspecError for a name that Jupyter would not take */
export function checkName(name: string): void {
  if (/^[A-Za-z0-9._-]+$/.test(name) && !/^\.+$/.test(name)) return;
  throw new KernelspecError(
    `expected a kernel's name of letters, digits, ".", "_" and "-", got ${JSON.stringify(name)}.`,
  );
}
