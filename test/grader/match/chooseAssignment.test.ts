import { describe, expect, it } from "vitest";
import { chooseAssignment } from "../../../src/grader/match/index.js";
import type { Notebook } from "../../../src/notebook/index.js";
import { assignment, released, solved, submit } from "../fixtures/course.js";

const older = { ...assignment, version: "0.9", hash: "older" };
const other = { ...assignment, name: "Regularization", cells: [], hash: "other" };
const stamped = (initlab: unknown): Notebook => ({ ...solved, metadata: { ...solved.metadata, initlab } });
const unstamped: Notebook = { ...solved, metadata: {} };

describe("chooseAssignment", () => {
  it("takes the assignment of the name and version in the release", async () => {
    expect(chooseAssignment(await submit(solved), [older, assignment])).toEqual({
      kind: "assignment",
      assignment,
    });
    const old = await submit(stamped({ name: "Initialization", version: "0.9" }));
    expect(chooseAssignment(old, [assignment, older])).toEqual({ kind: "assignment", assignment: older });
  });

  it.each([
    [{ name: "Initialization", version: "0.9" }, 'made from version 0.9 of "Initialization"'],
    [{ name: "Regularization", version: "1" }, 'the assignment "Regularization", not of Initialization'],
    [{ name: "\u001b[31m", version: "1" }, 'the assignment "\\u{1b}[31m"'],
  ])("refuses %j, and says why", async (initlab, reason) => {
    const choice = chooseAssignment(await submit(stamped(initlab)), [assignment]);
    expect(choice).toMatchObject({ kind: "wrong_assignment", reason: expect.stringContaining(reason) });
  });

  it.each([
    ["nothing", {}],
    ["no release", { initlab: { name: 1 } }],
  ])("goes by the cells where the metadata say %s", async (_, metadata) => {
    const submission = await submit({ ...unstamped, metadata });
    expect(chooseAssignment(submission, [other, assignment, older])).toEqual({
      kind: "assignment",
      assignment,
    });
  });

  it("is content with one answer, or with one cell of what was handed out", async () => {
    const answer = solved.cells[9]!;
    const one = await submit({ ...unstamped, cells: [{ ...answer, id: "x", metadata: {} }] });
    expect(chooseAssignment(one, [assignment]).kind).toBe("assignment");
    const text = await submit({ ...unstamped, cells: [{ ...released.cells[0]!, id: "x" }] });
    expect(chooseAssignment(text, [assignment]).kind).toBe("assignment");
  });

  it("refuses a notebook with nothing of the assignment in it", async () => {
    const cells = [{ ...released.cells[2]!, source: "print('hello')", id: "x", metadata: {} }];
    const choice = chooseAssignment(await submit({ ...unstamped, cells }), [assignment]);
    expect(choice).toMatchObject({
      kind: "wrong_assignment",
      reason: expect.stringContaining("nothing in this notebook"),
    });
  });
});
