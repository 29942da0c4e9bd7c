import { stripVTControlCharacters } from "node:util";
import type { Json, Message } from "../protocol/Message.js";

/** What came of a cell: what a notebook would show, as plain text. */
export interface CellRun {
  readonly error?: { readonly name: string; readonly message: string; readonly traceback: string };
  readonly stdout: string;
  readonly stderr: string;
  /** What was displayed, the cell's value included, as text. */
  readonly shown: readonly string[];
}

/** Puts together what the kernel said while a cell ran. */
export function cellRun(outputs: readonly Message[]): CellRun {
  const contents = (type: string): Json[] =>
    outputs.filter(({ header }) => header.msg_type === type).map(({ content }) => content);
  const written = (name: string): string =>
    contents("stream")
      .filter((content) => content.name === name)
      .map(({ text }) => text)
      .join("");
  const shown = [...contents("display_data"), ...contents("execute_result")].map(({ data }) =>
    String((data as Json)["text/plain"] ?? ""),
  );
  const [error] = contents("error");
  return {
    ...(error && { error: errorOf(error) }),
    stdout: written("stdout"),
    stderr: written("stderr"),
    shown,
  };
}

function errorOf({ ename, evalue, traceback }: Json): NonNullable<CellRun["error"]> {
  const lines = Array.isArray(traceback) ? traceback.map(String) : [];
  return {
    name: String(ename),
    message: stripVTControlCharacters(String(evalue)),
    traceback: stripVTControlCharacters(lines.join("\n")),
  };
}
