import { expect, test } from "vitest";
import type { Checked } from "../../../src/grader/compile/index.js";
import { TypeChecks } from "../../../src/grader/compile/TypeChecks.ts";

test("TypeChecks asks for one cell after the other, and for none after one that took too long", async () => {
  const asked: string[] = [];
  const check = async (cell: string): Promise<Checked> => {
    asked.push(cell);
    return cell === "slow"
      ? { kind: "refused", reason: "reading the cell takes the compiler too long" }
      : { kind: "problems", problems: [] };
  };
  const checks = new TypeChecks({ check });
  const found = await Promise.all(["a", "slow", "b", "c"].map((cell) => checks.check(cell, [])));
  expect(found.map(({ kind }) => kind)).toEqual(["problems", "refused", "refused", "refused"]);
  expect(asked).toEqual(["a", "slow"]);
});
