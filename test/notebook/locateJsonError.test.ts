import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locateJsonError } from "../../src/notebook/format/locateJsonError.js";

describe("locateJsonError", () => {
  it.each([
    ["", 1, 1, "a value", "the end of the file"],
    ['{"a": x}', 1, 7, "a value", '"x"'],
    ['{"a": NaN}', 1, 7, "a value", '"NaN"'],
    ["[1,\n 2,\n]", 3, 1, "a value", '"]"'],
    ['{"a": 1,}', 1, 9, "a key in quotes", '"}"'],
    ["{'a': 1}", 1, 2, 'a key in quotes or "}"', '"\'"'],
    ['{"a" 1}', 1, 6, '":"', '"1"'],
    ["[1 2]", 1, 4, '"," or "]"', '"2"'],
    ["[1}", 1, 3, '"," or "]"', '"}"'],
    ['{"a": [1, 2', 1, 12, '"," or "]"', "the end of the file"],
    ['{"a": "b', 1, 9, "the closing quote of a string", "the end of the file"],
    ['["a\nb"]', 1, 4, "the closing quote of a string", "a line break or control character"],
    ['["\\x"]', 1, 3, "an escape that JSON knows", '"\\\\"'],
    ["[01]", 1, 2, 'a value or "]"', '"01"'],
    ["{} {}", 1, 4, "the end of the file", '"{"'],
  ])("finds the fault in %j", (text, line, column, expected, found) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(locateJsonError(text)).toEqual({ line, column, expected, found });
  });

  it("agrees with JSON.parse about what is JSON, also after a character is changed", () => {
    const isJson = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const characters = fc.constantFrom(...'{}[]:,"\\0159.eE+-tfn \n\t\u0001\u007fé');
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.option(characters), (text, position, character) => {
        const at = position % (text.length + 1);
        const changed = text.slice(0, at) + (character ?? "") + text.slice(at + 1);
        expect(locateJsonError(text)).toBeUndefined();
        expect(locateJsonError(changed) === undefined).toBe(isJson(changed));
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it("bears a hundred thousand open brackets", () => {
    expect(locateJsonError("[".repeat(100_000))).toMatchObject({ line: 1, column: 100_001 });
  });
});
