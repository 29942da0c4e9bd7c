import { originalPosition } from "../../cells/run/index.js";
import type { Compiled } from "../compile/index.js";
import type { Program } from "../match/index.js";

export interface PlaceInCell {
  readonly cell: string;
  readonly line: number;
  readonly column?: number;
}

/** What the guest calls a cell in stack traces. Some of Deno's show the name decoded; no name has a colon. */
const frame = /\bcell:([^:\n]{1,300}):(\d{1,6}):(\d{1,6})/g;
const mostFrames = 200;

/**
 * Where in the student's own code an error came from: the first frame of its stack that lies in a cell of theirs. A
 * stack is what the submission says it is, so nothing counts that does not fit the cell.
 */
export function placeIn(
  program: Program,
  scripts: readonly (Compiled | undefined)[],
  stack: string,
): PlaceInCell | undefined {
  for (const [, name = "", line, column] of [...stack.matchAll(frame)].slice(0, mostFrames)) {
    const position = program.cells.findIndex(
      (cell) => cell.name === name || encodeURIComponent(cell.name) === name,
    );
    const cell = program.cells[position];
    const compiled = scripts[position];
    if (cell === undefined || compiled?.kind !== "script") continue;
    if (cell.role !== "solution" && cell.role !== "extra") continue;
    const place = inSource(compiled.script, { line: Number(line), column: Number(column) });
    const text = cell.source.split(/\r\n|[\n\r\u2028\u2029]/)[place.line - 1];
    if (text === undefined) continue;
    const fits = place.column >= 1 && place.column <= text.length + 1;
    return { cell: cell.name, line: place.line, ...(fits && { column: place.column }) };
  }
  return undefined;
}

type Script = Extract<Compiled, { kind: "script" }>["script"];

/** In the first line of a cell that waits, columns are those of the function around it. */
function inSource({ parts, ...script }: Script, { line, column }: { line: number; column: number }) {
  const offset = line === 1 && parts.length === 1 ? (parts[0]?.columnOffset ?? 0) : 0;
  return originalPosition(script, { line, column: column + offset });
}
