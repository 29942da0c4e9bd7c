import { str } from "init_utils";
import { describe, isTensor } from "init_utils/arguments";
import { describeThrown } from "../judge/describeThrown.js";

/** What one value may take: hostile ones are long, deep, or hold each other. */
const most = { characters: 1500, entries: 20, depth: 4, text: 120, name: 40 } as const;

/**
 * Prints a value for people: tensors as NumPy prints them, the entries of an object line by line, as the test cells of a
 * notebook do (`W1 = [[0. 0.]]`), all else as JavaScript is written. Never throws, and always comes to an end.
 *
 * @returns text that may hold anything, some 1,500 characters at most
 *
 * @example
 * printValue({ W1: tf.zeros([1, 2]), n: [1, 2] }).split("\n").join(" | "); // W1 = [[0. 0.]] | n = [1, 2]
 * printValue("a"); // "a"
 */
export function printValue(value: unknown): string {
  const printer = new Printer();
  return printer.guarded(() => (isRecord(value) ? printer.record(value) : printer.print(value, most.depth)));
}

/**
 * Prints a call as a program has it, on one line; tensors in NumPy's way.
 *
 * @example
 * printCall("f", [[2, 1], "he"]); // f([2, 1], "he")
 */
export function printCall(name: string, args: readonly unknown[]): string {
  const printer = new Printer();
  const texts = args.slice(0, most.entries).map((arg) => printer.guarded(() => printer.print(arg, 3)));
  return `${name}(${texts.join(", ").replaceAll(/\s*\n\s*/g, " ")}${args.length > most.entries ? ", …" : ""})`;
}

/** Writes values out until there is no more room; then all that is left is "…". */
class Printer {
  #room: number = most.characters;

  /** What throws when it is looked at is told as such. */
  guarded(print: () => string): string {
    try {
      return print();
    } catch {
      return "something that cannot be read";
    }
  }

  record(value: object): string {
    const names = Object.keys(value);
    const lines = names.slice(0, most.entries).map((name) => {
      const start = `${shorten(name, most.name)} = `;
      const text = this.guarded(() => this.print((value as Record<string, unknown>)[name], most.depth));
      return start + text.replaceAll("\n", `\n${" ".repeat(start.length)}`);
    });
    return [...lines, ...(names.length > most.entries ? ["…"] : [])].join("\n");
  }

  print(value: unknown, depth: number): string {
    if (this.#room <= 0) return "…";
    if (typeof value === "object" && value !== null) return this.#object(value, depth);
    return this.#take(plain(value));
  }

  #object(value: object, depth: number): string {
    if (isTensor(value)) return this.#take(printTensor(value));
    if (value instanceof Promise) return this.#take(describe(value));
    if (value instanceof Error) return this.#take(printThrown(value));
    if (value instanceof Date) return this.#take(`Date ${Number(value)}`);
    if (Array.isArray(value) || ArrayBuffer.isView(value))
      return this.#list(value as ArrayLike<unknown>, depth);
    if (depth === 0) return this.#take("…");
    if (value instanceof Set) return `Set(${value.size}) ${this.#list([...value], depth)}`;
    if (value instanceof Map) {
      const entries = [...value].map(([key, one]): Entry => [this.print(key, 0), () => one]);
      return `Map(${value.size}) ${this.#entries(entries, depth)}`;
    }
    const { name } = (Object.getPrototypeOf(value)?.constructor ?? {}) as { name?: unknown };
    const isClass = typeof name === "string" && name !== "" && name !== "Object";
    const entries = Object.keys(value).map(
      (key): Entry => [key, () => (value as Record<string, unknown>)[key]],
    );
    return `${isClass ? `${shorten(name, most.name)} ` : ""}${this.#entries(entries, depth)}`;
  }

  #list(value: ArrayLike<unknown>, depth: number): string {
    const { [Symbol.toStringTag]: kind } = value as { [Symbol.toStringTag]?: string };
    const start = kind === undefined ? "" : `${kind} `;
    if (depth === 0) return this.#take(`${start}[…]`);
    const items = Array.from({ length: Math.min(value.length, most.entries) }, (_, index) =>
      this.guarded(() => this.print(value[index], depth - 1)),
    );
    return `${start}[${items.join(", ")}${value.length > items.length ? ", …" : ""}]`;
  }

  #entries(entries: readonly Entry[], depth: number): string {
    if (entries.length === 0) return "{}";
    const texts = entries.slice(0, most.entries).map(([key, get]) => {
      const start = this.#take(`${shorten(key, most.name)}: `);
      return start + this.guarded(() => this.print(get(), depth - 1));
    });
    return `{ ${texts.join(", ")}${entries.length > texts.length ? ", …" : ""} }`;
  }

  #take(text: string): string {
    if (this.#room <= 0) return "…";
    const kept = shorten(text, this.#room);
    this.#room -= text.length;
    return kept;
  }
}

/** Its value is asked for late: a getter may throw. */
type Entry = readonly [key: string, get: () => unknown];

/** An object that is nothing but its entries. */
function isRecord(value: unknown): value is object {
  if (typeof value !== "object" || value === null || isTensor(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.keys(value).length > 0;
}

/** Types that NumPy has no like of, and what has been disposed, are told in words. */
function printTensor(value: object): string {
  try {
    return str(value);
  } catch {
    const { isDisposed } = value as { isDisposed?: unknown };
    return isDisposed === true ? "a tensor that has been disposed" : describe(value);
  }
}

function plain(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(shorten(value, most.text));
  if (typeof value === "bigint") return `${shorten(String(value), most.text)}n`;
  if (Object.is(value, -0)) return "-0";
  return typeof value === "function" ? describe(value) : String(value);
}

/** What was thrown, on one line. */
export function printThrown(error: unknown): string {
  const { name, message } = describeThrown(error);
  if (name === undefined) return message;
  return name === "" || message === "" ? `${name}${message}` : `${name}: ${message}`;
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, Math.max(0, length - 1))}…` : text;
}
