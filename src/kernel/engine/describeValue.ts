import { inspect } from "node:util";
import type { MimeBundle } from "../channel/messages.js";
import { native } from "../channel/native.js";

/** Values may say by a method of this name how Jupyter shows them. */
const displaySymbol = Symbol.for("Jupyter.display");

/** Prints a tensor as NumPy does; there when the cell's packages are. */
export type PrintTensor = (value: unknown) => string;

/** The value of a cell as an output, or undefined when there is nothing to show. */
export async function describeValue(
  value: unknown,
  print: PrintTensor | undefined,
): Promise<MimeBundle | undefined> {
  if (value === undefined) return undefined;
  const own = await ownBundle(value);
  if (own !== undefined && "text/plain" in own) return own;
  return { ...own, "text/plain": plainText(value, print) };
}

async function ownBundle(value: unknown): Promise<MimeBundle | undefined> {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return undefined;
  const method: unknown = (value as Record<symbol, unknown>)[displaySymbol];
  if (typeof method !== "function") return undefined;
  const bundle: unknown = await method.call(value);
  return typeof bundle === "object" && bundle !== null ? (bundle as MimeBundle) : undefined;
}

function plainText(value: unknown, print: PrintTensor | undefined): string {
  if (print !== undefined && isTensor(value)) return print(value);
  return inspect(value, { colors: false, depth: 4 });
}

function isTensor(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { shape, dtype, dataSync } = value as Record<string, unknown>;
  return native.Array.isArray(shape) && typeof dtype === "string" && typeof dataSync === "function";
}
