/**
 * Says in a few words what a value is, for the "what came" part of an error message.
 *
 * Never throws, whatever the value does when it is looked at.
 *
 * @example
 * describe([2, 10]); // [2, 10]
 * describe("3"); // the string "3"
 */
export function describe(value: unknown): string {
  try {
    return words(value);
  } catch {
    return "a value that cannot be read";
  }
}

function words(value: unknown): string {
  if (value === null || value === undefined || typeof value === "boolean") return String(value);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "string") return `the string ${shorten(JSON.stringify(value))}`;
  if (typeof value === "bigint") return `the bigint ${value}n`;
  if (typeof value === "function") return value.name ? `the function ${shorten(value.name)}` : "a function";
  if (typeof value !== "object") return `a ${typeof value}`;
  return objectWords(value);
}

function objectWords(value: object): string {
  const { shape, dtype, dataId } = value as { shape?: unknown; dtype?: unknown; dataId?: unknown };
  // Anything may call itself a shape; lists that hold each other would take for ever to be written out.
  if (typeof dtype === "string" && isShape(shape) && dataId !== undefined)
    return `a ${shorten(dtype)} tensor of shape ${shapeText(shape)}`;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return arrayWords(value as ArrayLike<unknown>);
  if (typeof (value as { then?: unknown }).then === "function") return "a promise (is an `await` missing?)";
  const keys = Object.keys(value);
  return keys.length === 0 ? "an empty object" : `an object with ${shorten(keys.join(", "))}`;
}

function isShape(shape: unknown): shape is readonly number[] {
  return Array.isArray(shape) && shape.length <= 8 && shape.every((size) => typeof size === "number");
}

function arrayWords(value: ArrayLike<unknown>): string {
  const items = Array.from({ length: Math.min(value.length, 8) }, (_, i) => value[i]);
  if (!items.every((item) => typeof item === "number")) return `an array of length ${value.length}`;
  return `[${items.join(", ")}${value.length > items.length ? ", …" : ""}]`;
}

/** A shape as NumPy writes it: (2, 3), (3,), (). */
export function shapeText(shape: readonly unknown[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
