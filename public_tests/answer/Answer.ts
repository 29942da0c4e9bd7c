import { layersOf } from "../streams/layers.js";
import { messageOf, readValue, type Value } from "./Value.js";

/** What one call of the student's function gave, as plain data. */
export interface Answer {
  /** Whether there was a function that returned, one that threw, or none at all. */
  readonly outcome: "returned" | "thrown" | "no function";
  /** What was returned; when there was no function, what came instead. */
  readonly value: Value;
  /** The entries of the object that was returned, by name. */
  readonly entries: ReadonlyMap<string, Value>;
  /** Name and message of what was thrown; otherwise empty. */
  readonly error: string;
  /** The layers_dims the function was called with. */
  readonly layers_dims: readonly number[];
  /** The same array after the call, when the function changed it. */
  readonly changed?: Value;
}

const nothing = readValue(undefined);

/**
 * Reads what the student's function returned, every part of it once.
 *
 * Never throws, whatever the result does when it is looked at.
 *
 * @param result what was returned
 * @param layers_dims what the function was called with
 * @example
 * [...readAnswer({ W1: tf.zeros([1, 2]), b1: null }, [2, 1]).entries.keys()].join(); // W1,b1
 */
export function readAnswer(result: unknown, layers_dims: readonly number[] = []): Answer {
  const value = readValue(result);
  const names = value.kind === "object" ? [...value.keys, ...inherited(result as object, layers_dims)] : [];
  const seen = new Map<unknown, Value>();
  const entries = new Map(names.map((key) => [key, readEntry(result, key, seen)]));
  return { outcome: "returned", value, entries, error: "", layers_dims };
}

/** The answer of a function that threw. */
export function thrownAnswer(error: unknown, layers_dims: readonly number[]): Answer {
  return { outcome: "thrown", value: nothing, entries: new Map(), error: messageOf(error), layers_dims };
}

/** The answer when there is something else in the function's place. */
export function missingAnswer(instead: unknown, layers_dims: readonly number[]): Answer {
  return { outcome: "no function", value: readValue(instead), entries: new Map(), error: "", layers_dims };
}

/** Parameters that are no entries of the object itself, as the getters of a class. */
function inherited(result: object, layers_dims: readonly number[]): string[] {
  try {
    const names = layersOf(layers_dims).flatMap(({ l }) => [`W${l}`, `b${l}`]);
    return names.filter((name) => name in result && !Object.hasOwn(result, name));
  } catch {
    return [];
  }
}

/** The same object under many names is read once: copies of a large one would fill the memory. */
function readEntry(result: unknown, key: string, seen: Map<unknown, Value>): Value {
  let entry: unknown;
  try {
    entry = (result as Record<string, unknown>)[key];
  } catch (error) {
    return { kind: "unreadable", text: `something that cannot be read: ${messageOf(error)}`, keys: [] };
  }
  const value = seen.get(entry) ?? readValue(entry);
  seen.set(entry, value);
  return value;
}
