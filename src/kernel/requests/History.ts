import type { Json } from "../protocol/Message.js";
import { globMatches } from "./globMatches.js";

interface Entry {
  readonly line: number;
  readonly input: string;
  /** The value's text. */
  output: string | null;
}

/** The number of the only session there is. */
const currentSession = 1;
/** More are of no use to anybody, and a kernel may run for weeks. */
const mostEntries = 10_000;

/** The cells that ran in this session, as `history_request` asks for them. Nothing is kept beyond the session. */
export class History {
  #entries: Entry[] = [];

  /** `line` is the cell's execution count; lines follow each other. */
  add(line: number, code: string): void {
    this.#entries.push({ line, input: code.replace(/\n+$/, ""), output: null });
    if (this.#entries.length > mostEntries * 2) this.#entries = this.#entries.slice(-mostEntries);
  }

  setOutput(line: number, text: string): void {
    const entry = this.#entries.findLast((one) => one.line === line);
    if (entry !== undefined) entry.output = text;
  }

  /**
   * Answers as Jupyter's Python kernel does: entries are `[session, line, input]`, or with outputs
   * `[session, line, [input, output]]`, oldest first. A range calls the session what the request calls it: 0, which
   * always means the current one, or its number.
   *
   * @see https://jupyter-client.readthedocs.io/en/stable/messaging.html#history
   */
  reply(content: Json): Json {
    const { hist_access_type: access, output } = content;
    const session = access === "range" ? (toInteger(content.session) ?? 0) : currentSession;
    const history = this.#find(content).map((entry) => [
      session,
      entry.line,
      output === true ? [entry.input, entry.output] : entry.input,
    ]);
    return { status: "ok", history };
  }

  #find(content: Json): Entry[] {
    switch (content.hist_access_type) {
      case "tail":
        return last(this.#entries, toInteger(content.n) ?? 10);
      case "range":
        return this.#range(content);
      case "search":
        return this.#search(content);
      default:
        return [];
    }
  }

  /** Negative sessions are earlier ones, negative lines count from the end, and `stop` is the first line left out. */
  #range(content: Json): Entry[] {
    const session = toInteger(content.session) ?? 0;
    if (session !== 0 && session !== currentSession) return [];
    const end = (this.#entries.at(-1)?.line ?? 0) + 1;
    const [start, stop] = [toInteger(content.start) ?? 1, toInteger(content.stop) || end];
    const first = start < 0 ? start + end : start;
    const behind = stop < 0 ? stop + end : Math.min(stop, end);
    return this.#entries.filter(({ line }) => line >= first && line < behind);
  }

  #search({ pattern, unique, n }: Json): Entry[] {
    const glob = typeof pattern === "string" ? pattern : "*";
    let found = this.#entries.filter(({ input }) => globMatches(glob, input));
    // Of entries that are alike the latest stays.
    if (unique === true) found = [...new Map(found.map((entry) => [entry.input, entry])).values()];
    found.sort((a, b) => a.line - b.line);
    const most = toInteger(n);
    return most === undefined ? found : last(found, most);
  }
}

function last<T>(values: readonly T[], count: number): T[] {
  return count > 0 ? values.slice(-count) : [];
}

function toInteger(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) ? value : undefined;
}
