import { describe } from "../arguments/describe.js";
import { isTensor } from "../arguments/expectTensor.js";

/** What an array holds; it decides how its elements are printed. */
export type Kind = "float" | "single" | "int" | "bool";

const mostPlaces = 1e7;

type Element = number | bigint | boolean;

/** An array in the form that is printed: elements row by row, and the lengths of the axes. */
export interface Printable {
  readonly kind: Kind;
  readonly shape: readonly number[];
  readonly data: ArrayLike<Element>;
}

/**
 * Finds out what to print: takes tensors, typed arrays, nested arrays of numbers or booleans, and single ones.
 *
 * @throws TypeError when the value is none of these, or rows differ in length.
 */
export function printable(value: unknown): Printable {
  if (isTensor(value)) {
    if (value.isDisposed) throw refusal("a tensor that has been disposed");
    const kind = kindOfTensor(value.dtype);
    if (kind === undefined) throw refusal(describe(value));
    const data: ArrayLike<Element> = value.dataSync();
    return {
      kind: kind === "float" && tag(data) === "Float32Array" ? "single" : kind,
      shape: value.shape,
      data,
    };
  }
  if (isTypedArray(value)) return { kind: kindOfTypedArray(value), shape: [value.length], data: value };
  const shape = shapeOf(value);
  // Lists that hold the same list again and again take little memory and no end of time.
  let places = 1;
  for (const length of shape) places *= Math.max(length, 1);
  if (places > mostPlaces) throw refusal(`nested arrays with room for more than ${mostPlaces} elements`);
  const data: Element[] = [];
  const kinds = new Set<Kind>();
  collect(value, shape, data, kinds);
  return { kind: common(kinds), shape, data };
}

/** Other makers of tensors have more types than our own: float64, uint8, and strings, which have no kind here. */
function kindOfTensor(dtype: string): Kind | undefined {
  if (dtype === "bool") return "bool";
  if (/^u?int\d/.test(dtype)) return "int";
  return /^float\d/.test(dtype) ? "float" : undefined;
}

function kindOfTypedArray(data: ArrayLike<Element>): Kind {
  if (tag(data) === "Float64Array") return "float";
  return tag(data) === "Float32Array" ? "single" : "int";
}

/** The name of a typed array's class; `instanceof` would miss arrays of another realm. */
function tag(data: ArrayLike<Element>): unknown {
  return (data as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
}

function isTypedArray(value: unknown): value is ArrayLike<Element> {
  return ArrayBuffer.isView(value) && "length" in value;
}

/** The lengths along the first entries; `collect` checks that the others agree. */
function shapeOf(value: unknown): number[] {
  if (!Array.isArray(value) && !isTypedArray(value)) return [];
  return [value.length, ...(value.length > 0 ? shapeOf(value[0]) : [])];
}

function collect(value: unknown, shape: readonly number[], data: Element[], kinds: Set<Kind>): void {
  const [length, ...inner] = shape;
  if (length === undefined) {
    kinds.add(kindOfElement(value));
    data.push(value as Element);
  } else if (isTypedArray(value) && inner.length === 0 && value.length === length) {
    kinds.add(kindOfTypedArray(value));
    for (let i = 0; i < length; i++) data.push(value[i]!);
  } else if (Array.isArray(value) && value.length === length) {
    for (let i = 0; i < length; i++) collect(value[i], inner, data, kinds);
  } else {
    const expected = `rows of the same length, here ${length}`;
    throw new TypeError(
      `str: value must be an array with ${expected}, but one of them is ${describe(value)}`,
    );
  }
}

/** JavaScript has one kind of number: a whole one counts as an integer, unless too large to be exact, or -0. */
function kindOfElement(value: unknown): Kind {
  if (typeof value === "boolean") return "bool";
  if (typeof value === "bigint") return "int";
  if (typeof value === "number")
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? "int" : "float";
  throw refusal(Array.isArray(value) ? "an array whose rows are not equally deep" : describe(value));
}

function refusal(came: string): TypeError {
  const expected = "a tensor, a number, a boolean, or an array of numbers or booleans";
  return new TypeError(`str: value must be ${expected}, but it is or holds ${came}`);
}

/** The kind that holds them all. */
function common(kinds: ReadonlySet<Kind>): Kind {
  if (kinds.has("float") || (kinds.has("single") && kinds.has("int"))) return "float";
  if (kinds.has("single")) return "single";
  return kinds.has("bool") && kinds.size === 1 ? "bool" : "int";
}
