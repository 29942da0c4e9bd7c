import { describe, isTensor, shapeText } from "init_utils/arguments";

/** A tensor's content, copied. */
export interface TensorData {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly values: readonly number[];
}

/** What some value of the student's was when it was looked at: plain data, which cannot throw, change or lie. */
export interface Value {
  readonly kind:
    | "tensor"
    | "object"
    | "array"
    | "promise"
    | "number"
    | "null"
    | "undefined"
    | "function"
    | "disposed"
    | "unreadable"
    | "other";
  /** The value in a few words: "a float32 tensor of shape (2, 3)". */
  readonly text: string;
  /** The content, of a tensor. */
  readonly tensor?: TensorData;
  /** The names of the entries, of an object. */
  readonly keys: readonly string[];
}

/** No weights of an exercise have more elements; a larger tensor is shown by its shape alone. */
const mostElements = 1e6;
const mostDimensions = 8;
const mostKeys = 1000;

/**
 * Looks at a value once and copies what the checks need of it.
 *
 * Never throws, whatever the value does when it is looked at.
 *
 * @example
 * readValue(tf.zeros([2, 1])).tensor?.values.length; // 2
 * readValue(null).kind; // null
 */
export function readValue(value: unknown): Value {
  try {
    return read(value);
  } catch (error) {
    return { kind: "unreadable", text: `something that cannot be read: ${messageOf(error)}`, keys: [] };
  }
}

/**
 * The name and the message of something thrown, in one line.
 *
 * Never throws, whatever was thrown.
 *
 * @example
 * messageOf(new TypeError("no")); // TypeError: no
 * messageOf(null); // null
 */
export function messageOf(error: unknown): string {
  try {
    if (typeof error !== "object" || error === null) return oneLine(describe(error));
    const { name, message } = error as { name?: unknown; message?: unknown };
    if (typeof name !== "string" || typeof message !== "string") return oneLine(describe(error));
    return oneLine(message === "" ? name : `${name}: ${message}`);
  } catch {
    return "an error that cannot be read";
  }
}

function oneLine(text: string): string {
  const line = text.slice(0, 400).replaceAll(/\s+/g, " ");
  return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}

function read(value: unknown): Value {
  if (value === null || value === undefined)
    return { kind: value === null ? "null" : "undefined", ...plain(value) };
  if (typeof value === "number" || typeof value === "function")
    return { kind: typeof value as "number", ...plain(value) };
  if (typeof value !== "object") return { kind: "other", ...plain(value) };
  if (isTensor(value)) return readTensor(value);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return { kind: "array", ...plain(value) };
  if (typeof (value as { then?: unknown }).then === "function") return readPromise(value);
  return { kind: "object", text: describe(value), keys: Object.keys(value).slice(0, mostKeys) };
}

/** A promise is a wrong answer already; when it fails later, too, nobody needs to hear of it. */
function readPromise(promise: object): Value {
  if (promise instanceof Promise) Promise.prototype.then.call(promise, undefined, () => {});
  return { kind: "promise", ...plain(promise) };
}

function plain(value: unknown): { text: string; keys: readonly string[] } {
  return { text: oneLine(describe(value)), keys: [] };
}

function readTensor(tensor: {
  shape: unknown;
  dtype: unknown;
  isDisposed?: unknown;
  dataSync(): unknown;
}): Value {
  const shape = readShape(tensor.shape);
  const dtype = String(tensor.dtype);
  const text = `a ${oneLine(dtype)} tensor of shape ${shapeText(shape)}`;
  if (tensor.isDisposed === true)
    return { kind: "disposed", text: "a tensor that has been disposed", keys: [] };
  const count = shape.reduce((product, size) => product * size, 1);
  if (count > mostElements) return { kind: "tensor", text, keys: [], tensor: { shape, dtype, values: [] } };
  const data = tensor.dataSync() as ArrayLike<unknown>;
  if (data.length !== count) throw new RangeError(`${text} that holds ${data.length} numbers`);
  const values = Array.from({ length: count }, (_, i) => toNumber(data[i]));
  return { kind: "tensor", text, keys: [], tensor: { shape, dtype, values } };
}

function readShape(shape: unknown): number[] {
  const rank: unknown = Array.isArray(shape) ? shape.length : undefined;
  if (typeof rank !== "number" || rank > mostDimensions) throw new RangeError("its shape is none");
  const sizes = Array.from({ length: rank }, (_, axis): unknown => (shape as unknown[])[axis]);
  if (sizes.every((size): size is number => Number.isSafeInteger(size) && (size as number) >= 0))
    return sizes;
  throw new RangeError("its shape is none");
}

function toNumber(value: unknown): number {
  return typeof value === "number" || typeof value === "boolean" ? Number(value) : Number.NaN;
}
