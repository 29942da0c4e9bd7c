import type { MimeBundle } from "../channel/messages.js";
import { native } from "../channel/native.js";
import { inspectValue, isTensor, type PrintTensor } from "../report/inspectValue.js";

export type { PrintTensor } from "../report/inspectValue.js";

/** Values may say by a method of this name how Jupyter shows them. */
const displaySymbol = Symbol.for("Jupyter.display");

/** What shows something by itself, as the handle of a display, is not shown again as a cell's value. */
export const hiddenValues: WeakSet<object> = new WeakSet();

/** The value of a cell as an output, or undefined when there is nothing to show. */
export async function describeValue(
  value: unknown,
  print: PrintTensor | undefined,
): Promise<MimeBundle | undefined> {
  if (value === undefined || (isObject(value) && hiddenValues.has(value))) return undefined;
  return bundleOf(value, print);
}

/** A value as an output; a promise of one where the value itself takes its time. */
export function bundleOf(value: unknown, print: PrintTensor | undefined): MimeBundle | Promise<MimeBundle> {
  const method: unknown = isObject(value) ? (value as Record<symbol, unknown>)[displaySymbol] : undefined;
  if (typeof method !== "function") return withText(value, undefined, print);
  const own: unknown = native.Reflect.apply(method, value, []);
  if (!isObject(own) || typeof (own as { readonly then?: unknown }).then !== "function")
    return withText(value, own, print);
  return (async () => withText(value, await own, print))();
}

function withText(value: unknown, own: unknown, print: PrintTensor | undefined): MimeBundle {
  const bundle = isObject(own) ? (own as MimeBundle) : {};
  return bundle["text/plain"] !== undefined ? bundle : { ...bundle, "text/plain": plainText(value, print) };
}

function plainText(value: unknown, print: PrintTensor | undefined): string {
  if (print !== undefined && isTensor(value)) return print(value);
  return inspectValue(value, { colors: false, depth: 4 }, print);
}

function isObject(value: unknown): value is object {
  return value !== null && (typeof value === "object" || typeof value === "function");
}
