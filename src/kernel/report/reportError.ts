import { inspect } from "node:util";
import type { ErrorReport } from "../channel/messages.js";
import { native } from "../channel/native.js";
import { codeFrame } from "./codeFrame.js";
import { paint } from "./paint.js";
import type { CellPlace, Sources } from "./Sources.js";
import { type StackFrame, stackFrames } from "./stackFrames.js";

/** Causes of causes, and errors within errors, are shown so far down. */
const deepest = 8;
/** So many frames show their lines of code. */
const mostExcerpts = 3;

/** An error that a cell threw, or whatever else it threw, as Jupyter shows it. Never throws itself. */
export function reportError(thrown: unknown, sources: Sources): ErrorReport {
  try {
    const traceback = describe(thrown, sources, 0, new native.Set());
    return { ename: nameOf(thrown), evalue: messageOf(thrown), traceback };
  } catch {
    const evalue = "an error that cannot be shown: looking at it throws another one";
    return { ename: "Error", evalue, traceback: [evalue] };
  }
}

function describe(thrown: unknown, sources: Sources, depth: number, seen: Set<unknown>): string[] {
  if (!isError(thrown)) return [`${paint.bold("Thrown, though it is no Error")}: ${messageOf(thrown)}`];
  if (depth > deepest || seen.has(thrown)) return [paint.faint("… an error that was shown already")];
  seen.add(thrown);
  const frames = stackFrames(typeof thrown.stack === "string" ? thrown.stack : "", sources);
  const message = messageOf(thrown);
  const lines = [`${paint.bold(nameOf(thrown))}${message === "" ? "" : `: ${message}`}`];
  lines.push(...describeFrames(frames));
  const details = ownDetails(thrown);
  if (details !== "") lines.push(details);
  const parts =
    thrown instanceof native.AggregateError && native.Array.isArray(thrown.errors) ? thrown.errors : [];
  for (const [index, part] of parts.slice(0, 20).entries()) {
    const [first = "", ...rest] = describe(part, sources, depth + 1, seen);
    lines.push(`Error ${index + 1} of ${parts.length}: ${first}`, ...rest);
  }
  if (thrown.cause !== undefined) {
    const [first = "", ...rest] = describe(thrown.cause, sources, depth + 1, seen);
    lines.push(`Caused by: ${first}`, ...rest);
  }
  return lines;
}

function describeFrames(frames: readonly StackFrame[]): string[] {
  let excerpts = 0;
  return frames.map(({ caller, file, line, column, place }) => {
    const where = place === undefined ? `${file}, line ${line}, column ${column}` : placeText(place);
    const text = paint.faint(`    at ${caller === "" ? where : `${caller} (${where})`}`);
    if (place === undefined || ++excerpts > mostExcerpts) return text;
    return [text, ...codeFrame(place.source, place)].join("\n");
  });
}

function placeText({ name, line, column }: CellPlace): string {
  return `${name}, line ${line}, column ${column}`;
}

/** What an error carries besides: `code`, `expected`, `status`. */
function ownDetails(error: Error): string {
  const known = new native.Set(["stack", "message", "name", "cause", "errors"]);
  const own = native.Object.fromEntries(native.Object.entries(error).filter(([key]) => !known.has(key)));
  return native.Object.keys(own).length === 0
    ? ""
    : `    ${inspect(own, { depth: 2, breakLength: 100 }).replaceAll("\n", "\n    ")}`;
}

/** Errors of other contexts, too, which `instanceof` does not know. */
function isError(value: unknown): value is Error {
  return value instanceof native.Error || native.Object.prototype.toString.call(value) === "[object Error]";
}

function nameOf(thrown: unknown): string {
  if (!isError(thrown)) return thrown === null ? "null" : typeof thrown;
  if (typeof thrown.name === "string" && thrown.name !== "" && thrown.name !== "Error") return thrown.name;
  return thrown.constructor?.name || "Error";
}

function messageOf(thrown: unknown): string {
  if (isError(thrown)) return typeof thrown.message === "string" ? thrown.message : inspect(thrown.message);
  return typeof thrown === "string" ? thrown : inspect(thrown, { depth: 2 });
}
