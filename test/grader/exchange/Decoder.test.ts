import { expect, test } from "vitest";
import { MalformedValue } from "../../../src/grader/exchange/index.js";
import { sides } from "./sides.js";

/** An empty array with a number, as the format has it. */
const emptyArray = (number: number): Uint8Array => Uint8Array.of(1, 16, number, 0, 0);

test("Exchange.decode takes numbers of the other side's, and of its own those that it has given away", () => {
  const { judge } = sides();
  expect(judge.decode(emptyArray(5))).toEqual([]);
  expect(() => judge.decode(emptyArray(0))).toThrow(MalformedValue);
  const list: unknown[] = [1];
  judge.encode(list);
  expect(judge.decode(emptyArray(0))).toBe(list);
  expect(() => judge.decode(emptyArray(2))).toThrow("the number 2, which nobody was given");
});
