import { describe, expect, test } from "vitest";
import { keyChange, type View } from "../../../src/init_utils/live/keyChange.ts";

const start: View = { "xaxis.range": [-2, 2], "yaxis.range": [0, 10] };
const view: View = { "xaxis.range": [0, 1], "yaxis.range": [2, 4] };

/** The four ends after a key, rounded to what cannot be rounding. */
const after = (key: string) => {
  const change = keyChange(key, view, start);
  return change && [...change["xaxis.range"], ...change["yaxis.range"]].map((end) => Number(end.toFixed(9)));
};

describe("keyChange", () => {
  test.each([
    ["ArrowRight", [0.1, 1.1, 2, 4]],
    ["ArrowLeft", [-0.1, 0.9, 2, 4]],
    ["ArrowUp", [0, 1, 2.2, 4.2]],
    ["ArrowDown", [0, 1, 1.8, 3.8]],
    ["+", [0.1, 0.9, 2.2, 3.8]],
    ["=", [0.1, 0.9, 2.2, 3.8]],
    ["-", [-0.125, 1.125, 1.75, 4.25]],
    ["_", [-0.125, 1.125, 1.75, 4.25]],
  ])("keyChange moves or zooms what is shown for %s", (key, ends) => {
    expect(after(key)).toEqual(ends);
  });

  test.each(["0", "Home"])("keyChange goes back to the start for %s", (key) => {
    expect(keyChange(key, view, start)).toEqual(start);
  });

  test.each(["Tab", "Enter", "a", "Escape", "constructor"])("keyChange leaves %s to the page", (key) => {
    expect(keyChange(key, view, start)).toBeUndefined();
  });
});
