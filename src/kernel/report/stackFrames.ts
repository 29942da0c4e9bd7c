import { fileURLToPath } from "node:url";
import { native } from "../channel/native.js";
import type { CellPlace, Sources } from "./Sources.js";

export interface StackFrame {
  /** What was called; empty at the top of a cell. */
  readonly caller: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where it is in a cell. */
  readonly place?: CellPlace;
}

const kernelFolder = fileURLToPath(new URL("..", import.meta.url));
const kernelUrl = new URL("..", import.meta.url).href;
const pattern = /^ +at (?:(.*?) \()?((?:file:\/\/)?.*?):(\d+):(\d+)\)?$/;

/** The frames of an error's stack that a student knows: not those of the kernel and of Node.js itself. */
export function stackFrames(stack: string, sources: Sources): StackFrame[] {
  return stack.split("\n").flatMap((text) => {
    const found = pattern.exec(text);
    if (found === null) return [];
    const [, caller = "", written = "", line, column] = found;
    const file = written.replace(/^async /, "");
    if (/^node:|^evalmachine/.test(file) || file.startsWith(kernelFolder) || file.startsWith(kernelUrl))
      return [];
    if (sources.isAdded(file, native.Number(line))) return [];
    const place = sources.find(file, { line: native.Number(line), column: native.Number(column) });
    const frame = {
      caller: caller.replace(/^Object\.<anonymous>$/, ""),
      file,
      line: native.Number(line),
      column: native.Number(column),
    };
    return [place === undefined ? frame : { ...frame, place }];
  });
}
