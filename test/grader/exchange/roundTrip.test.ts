import fc from "fast-check";
import { tf } from "init_utils";
import { describe, expect, test } from "vitest";
import { MalformedValue } from "../../../src/grader/exchange/index.js";
import { difference, sent, sides } from "./sides.js";

const tensor = fc
  .record({
    shape: fc.array(fc.nat(4), { maxLength: 4 }),
    dtype: fc.constantFrom("float32", "int32", "bool"),
    disposed: fc.boolean(),
    seed: fc.double(),
  })
  .map(({ shape, dtype, disposed, seed }) => {
    const size = shape.reduce((product, n) => product * n, 1);
    const values = Array.from({ length: size }, (_, i) => (dtype === "float32" ? seed * i : i % 2));
    const made = tf.tensor(size === 0 ? new Float64Array(0) : values, shape, dtype as "float32");
    if (disposed) made.dispose();
    return made;
  });

const leaf = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
  fc.anything({ withSparseArray: true, withNullPrototype: true, key: fc.string({ unit: "binary" }) }),
  fc.double(),
  fc.string({ unit: "binary" }),
  // Halves of surrogate pairs, too.
  fc.array(fc.nat(65535)).map((units) => String.fromCharCode(...units)),
  fc.bigInt(),
  fc.constantFrom(Number.NaN, -0, Infinity, undefined, null, "__proto__"),
  tensor,
);

/** Graphs in which anything may lie in anything, in itself too. */
const graph = fc
  .record({
    kinds: fc.array(fc.constantFrom("array", "object", "map", "set"), { minLength: 1, maxLength: 8 }),
    leaves: fc.array(leaf, { maxLength: 8 }),
    links: fc.array(fc.tuple(fc.nat(7), fc.nat(15), fc.string({ maxLength: 3 })), { maxLength: 30 }),
  })
  .map(({ kinds, leaves, links }) => {
    const nodes = kinds.map(make);
    const all: unknown[] = [...nodes, ...leaves];
    for (const [from, to, name] of links) put(nodes[from % nodes.length]!, name, all[to % all.length]);
    return nodes[0];
  });

function make(kind: string): object {
  return kind === "array" ? [] : kind === "map" ? new Map() : kind === "set" ? new Set() : {};
}

function put(node: object, name: string, value: unknown): void {
  if (Array.isArray(node)) node[node.length + (name.length % 2)] = value;
  else if (node instanceof Map) node.set(name === "" ? value : name, value);
  else if (node instanceof Set) node.add(value);
  else Object.defineProperty(node, name, { value, enumerable: true, configurable: true, writable: true });
}

describe("Exchange, from one side to the other,", () => {
  test("keeps any graph of data bit for bit", () => {
    fc.assert(
      fc.property(graph, (value) => {
        expect(difference(value, sent(value))).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test("and back gives the very same objects, with what has changed in them", () => {
    fc.assert(
      fc.property(graph, graph, (value, other) => {
        const { judge, guest } = sides();
        const there = guest.decode(judge.encode(value)) as object;
        put(there, "new", other);
        const back = judge.decode(guest.encode(there)) as object;
        expect(back).toBe(value);
        expect(difference(back, there)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  test("reads random bytes as a value or not at all", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expectValueOrRefusal(Uint8Array.of(1, ...bytes));
        expectValueOrRefusal(bytes);
      }),
      { numRuns: 3000 },
    );
  });

  test("reads bytes that somebody changed as a value or not at all", () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.nat(2)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(graph, changes, (value, edits) => {
        let bytes = sides().guest.encode(value);
        for (const [place, byte, kind] of edits) {
          const at = place % bytes.length;
          const tail = kind === 0 ? bytes.slice(at + 1) : kind === 1 ? bytes.slice(at) : new Uint8Array();
          bytes = Uint8Array.of(...bytes.slice(0, at), byte, ...tail);
        }
        expectValueOrRefusal(bytes);
      }),
      { numRuns: 1000 },
    );
  });
});

function expectValueOrRefusal(bytes: Uint8Array): void {
  try {
    sides().judge.decode(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedValue);
  }
}
