import { declaredNames } from "../../../src/cells/source/declaredNames.ts";
import { parseCell } from "../../../src/cells/source/parseCell.ts";
import { compiler } from "../../cells/support/compiler.ts";

/** The names that a cell declares and that are there when it has run. */
export function declaredIn(cell: string): string[] {
  const names = declaredNames(compiler, parseCell(compiler, cell)).filter(({ erased }) => !erased);
  return [...new Set(names.map(({ name }) => name))];
}

/** Plain JavaScript, for both sides: every number with all its digits, tensors with type and shape. */
function describeValue(value: unknown, depth = 0): unknown {
  if (typeof value === "function") return `function ${value.name}/${value.length}`;
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "bigint" || typeof value === "undefined" || typeof value === "symbol")
    return `${String(value)} (${typeof value})`;
  if (typeof value !== "object" || value === null) return value;
  if (depth > 4) return "deep";
  if ("dataSync" in value && "shape" in value && "dtype" in value) {
    const tensor = value as { dtype: string; shape: number[]; dataSync(): ArrayLike<number> };
    return [tensor.dtype, ...tensor.shape, Array.from(tensor.dataSync(), (one) => describeValue(one))];
  }
  if (Array.isArray(value))
    return Array.from(value, (one, index) => (index in value ? describeValue(one, depth + 1) : "hole"));
  const entries = Object.entries(value).map(([key, one]) => [key, describeValue(one, depth + 1)]);
  const kind =
    value.constructor === Object || value.constructor === undefined ? {} : { class: value.constructor.name };
  return { ...kind, ...Object.fromEntries(entries) };
}

/** A cell that says what an earlier cell's names are worth: it prints the text and keeps it where a guest is asked. */
export function probeOf(cell: string): string {
  const values = declaredIn(cell).map(
    (name) => `${JSON.stringify(name)}: typeof ${name} === "undefined" ? undefined : ${name}`,
  );
  return `{ ${describeValue.toString()}
  globalThis.__probe = JSON.stringify(describeValue({ ${values} }));
  console.log(globalThis.__probe); }`;
}
