import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonThinner } from "../../../src/grader/json/JsonThinner.js";
import type { Keep } from "../../../src/grader/json/Keep.js";
import { UnreadableError } from "../../../src/grader/submission/index.js";
import { type JsonFault, locateJsonError } from "../../../src/notebook/format/locateJsonError.js";

const limits = {
  keptBytes: 1e6,
  depth: 100,
  countedItems: 50,
  values: 10_000,
  tooLong: () => new UnreadableError("too long"),
};

/** What is kept of a text that comes in pieces of `size` bytes; the message, where it is refused. */
function thin(text: string, keep: Keep = "all", size: number = 1 << 16): unknown {
  const thinner = new JsonThinner(keep, limits);
  const bytes = Buffer.from(text);
  try {
    for (let at = 0; at < bytes.length; at += size) thinner.push(bytes.subarray(at, at + size));
    return JSON.parse(Buffer.from(thinner.end()).toString());
  } catch (error) {
    if (error instanceof UnreadableError) return error.message;
    throw error;
  }
}

/** How a fault may be placed: a wrong number or word by its beginning, a wrong escape by the character that is wrong. */
function placesOf(text: string, { line, column, expected, found }: JsonFault): string[] {
  const before = (text.split("\n")[line - 1] ?? "").slice(0, column - 1);
  const start = column - (/[\w.+-]*$/.exec(before)?.[0].length ?? 0);
  const isEscape = expected.startsWith("an escape");
  const columns = isEscape ? [1, 2, 3, 4, 5].map((more) => column + more) : [column, start];
  const places = columns.map((one) => `in line ${line}, column ${one}`);
  return isEscape || found === "the end of the file" ? [...places, `in line ${line}: it was not`] : places;
}

const keys = (all: Record<string, Keep>): Keep => ({ keys: new Map(Object.entries(all)) });

describe("JsonThinner", () => {
  it("refuses a text of too many values, also where none of them is wanted", () => {
    const lists = (count: number) => `{"a": [${Array(count).fill("1").join()}]}`;
    const entries = (count: number) => `{${Array(count).fill('"a": 1').join()}}`;
    const refusal = "it holds more than 10,000 numbers and texts. Clear its outputs.";
    expect(thin(lists(9997), keys({}))).toEqual({});
    expect(thin(lists(10_001), keys({}))).toBe(refusal);
    expect(thin(entries(4999), keys({}))).toEqual({});
    expect(thin(entries(5001), keys({}))).toBe(refusal);
  });

  it("keeps any JSON as it is when all is wanted, in pieces of any size", () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: "binary" }), fc.integer({ min: 1, max: 9 }), (text, size) => {
        expect(thin(text, "all", size)).toEqual(JSON.parse(text));
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  it("refuses what JSON.parse refuses, where locateJsonError finds the fault", () => {
    const characters = fc.constantFrom(...'{}[]:,"\\0159.eE+-tfn \n\t\u0001\u007fé');
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.option(characters),
        fc.nat(8),
        (json, position, character, size) => {
          const at = position % (json.length + 1);
          const text = json.slice(0, at) + (character ?? "") + json.slice(at + 1);
          const found = thin(text, "all", size + 1);
          const fault = locateJsonError(text);
          if (fault === undefined) expect(found).toEqual(JSON.parse(text));
          else if (text.trim() === "") expect(found).toContain("nothing but blank space");
          else
            expect(placesOf(text, fault)).toContainEqual(
              String(found).match(/in line \d+(?:, column \d+|: it was not)/)?.[0],
            );
        },
      ),
      { seed: 8, numRuns: 2000 },
    );
  });

  it("leaves out the values that are not wanted, and reads them all the same", () => {
    const keep = keys({ cells: { items: keys({ source: "all" }) }, n: "all" });
    const text =
      '{"x": [1, {"source": 2}], "cells": [{"outputs": ["\\u00e9", {}], "source": ["é"]}, 5, []], "n": 4}';
    for (const size of [1, 2, 100]) {
      expect(thin(text, keep, size)).toEqual({ cells: [{ source: ["é"] }, 5, []], n: 4 });
    }
    expect(thin('{"x": [1 2]}', keep)).toContain("column 10");
    expect(thin('{"cells": {"source": 1}, "n": [[]]}', keep)).toEqual({ cells: {}, n: [[]] });
  });

  it("knows a key by its meaning, whatever its escapes, and takes the last of several", () => {
    const keep = keys({ cells: "all" });
    expect(thin('{"\\u0063ells": 1, "cells ": 2}', keep)).toEqual({ cells: 1 });
    expect(thin('{"cells": 1, "cells": 2}', keep)).toEqual({ cells: 2 });
    expect(Object.keys(thin('{"__proto__": {"a": 1}, "": 0}') as object)).toEqual(["__proto__", ""]);
  });

  it("bears Python's NaN and Infinity where nothing is wanted of them, and nowhere else", () => {
    expect(thin('{"outputs": [NaN, Infinity, -Infinity], "n": 1}', keys({ n: "all" }))).toEqual({ n: 1 });
    expect(thin('{"n": NaN}', keys({ n: "all" }))).toContain('found "NaN"');
  });

  it("counts columns in characters, also behind many bytes", () => {
    expect(thin('["ééé€€", x]')).toContain("line 1, column 11,");
    expect(thin('[\r\n "a", x]')).toContain("line 2, column 7,");
  });

  it("stops at each of its limits", () => {
    expect(thin("[".repeat(101))).toContain("100 levels");
    expect(thin(`["${"a".repeat(1e6)}"]`)).toBe("too long");
    expect(thin(`{"n": 1, "x": "${"a".repeat(2e6)}"}`, keys({ n: "all" }))).toEqual({ n: 1 });
    expect(thin(`[${Array(51).fill("{}")}]`, { items: keys({}), counted: true })).toContain(
      "more than 50 cells",
    );
    expect(thin(`[${Array(600).fill("[]")}]`)).toContain("too many parts");
    expect(thin(`[${"1".repeat(100_001)}]`)).toContain("a shorter number");
  });

  it("names the cause where it knows it", () => {
    expect(thin('{\n"a": 1,\n<<<<<<< HEAD\n')).toContain("git's conflict markers stand in line 3");
    expect(thin('{"a": \0\0\0')).toContain("zero bytes stand in line 1");
    expect(thin("{'a': 1}")).toContain('expected a key in quotes or "}", found "\'"');
  });
});
