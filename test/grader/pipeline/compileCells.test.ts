import { expect, test } from "vitest";
import type { Compiled } from "../../../src/grader/compile/index.js";
import type { ProgramCell } from "../../../src/grader/match/index.js";
import { compileCells } from "../../../src/grader/pipeline/compileCells.ts";

const cell = (source: string, more: Partial<ProgramCell> = {}): ProgramCell => ({
  ...{
    name: "cell",
    role: "extra",
    source,
    cellType: "code",
    skip: false,
    from: 0,
    answers: [],
    untouched: false,
  },
  ...more,
});

/**
 * Refuses texts that begin with "slow", and takes 3 seconds for those that begin with "slowish"; the one that asks a
 * process is tested by itself, and takes as long.
 */
async function kindsOf(cells: readonly ProgramCell[]): Promise<{ kinds: unknown[]; read: string[] }> {
  const read: string[] = [];
  const script = { parts: [], isAsync: false, hasValue: false, names: [], shadows: [], imports: [] };
  const toScript = async (source: string): Promise<Compiled> => {
    read.push(source);
    if (source.startsWith("slowish")) return { kind: "script", script, seconds: 3 };
    return source.startsWith("slow") ? { kind: "refused", reason: "too slow" } : { kind: "script", script };
  };
  const scripts = await compileCells({ toScript }, { cells, repairs: [], notes: [] });
  return { kinds: scripts.map((one) => one?.kind), read };
}

test("compileCells reads code that runs in the guest", async () => {
  const cells = [
    cell("a"),
    cell("b", { role: "test" }),
    cell("c", { cellType: "markdown" }),
    cell("d", { skip: true }),
    cell("e", { role: "solution" }),
  ];
  expect(await kindsOf(cells)).toEqual({
    kinds: ["script", undefined, undefined, undefined, "script"],
    read: ["a", "e"],
  });
});

test("compileCells reads nothing more after three cells that the compiler could not read, but what the assignment gave", async () => {
  const slow = ["slow 1", "slow 2", "slow 3", "slow 4", "slow 5"];
  const cells = [...["a", ...slow, "b"].map((source) => cell(source)), cell("c", { role: "given" })];
  expect(await kindsOf(cells)).toEqual({
    kinds: ["script", "refused", "refused", "refused", "refused", "refused", "refused", "script"],
    read: ["a", "slow 1", "slow 2", "slow 3", "c"],
  });
});

test("compileCells reads nothing more after twelve seconds of the compiler's time, but what the assignment gave", async () => {
  const cells = Array.from({ length: 6 }, (_, index) => cell(`slowish ${index}`));
  const { kinds, read } = await kindsOf([...cells, cell("b"), cell("c", { role: "given" })]);
  expect(kinds).toEqual([...Array(4).fill("script"), "refused", "refused", "refused", "script"]);
  expect(read).toHaveLength(5);
});
