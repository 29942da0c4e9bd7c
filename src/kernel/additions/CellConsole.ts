import { Console } from "node:console";
import { fileURLToPath } from "node:url";
import { native } from "../channel/native.js";
import type { PrintTensor } from "../engine/describeValue.js";
import { inspectValue } from "../report/inspectValue.js";
import type { Sources } from "../report/Sources.js";
import { stackFrames } from "../report/stackFrames.js";

interface Parts {
  /** The cell that what runs now belongs to. */
  readonly cell: () => number;
  readonly sources: Sources;
  readonly printTensor: () => PrintTensor | undefined;
}

type Method = (...data: unknown[]) => void;
type Methods = Record<string, Method>;

const kernelFolder = fileURLToPath(new URL("..", import.meta.url));
const kernelUrl = new URL("..", import.meta.url).href;

/**
 * Node's own console with the colours that it has in a terminal. What is different: numbers and the like that are
 * printed by themselves have no colours, tensors are printed as NumPy prints them, objects with very many properties
 * are cut, and groups and stack traces are the cell's: a cell that throws leaves no later one indented.
 */
export class CellConsole {
  readonly #parts: Parts;
  readonly #indents = new native.Map<number, number>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes the place of the global console's methods. */
  install(): void {
    const [stdout, stderr] = [this.#stream("stdout"), this.#stream("stderr")];
    const own = new Console({ stdout, stderr, ignoreErrors: false, colorMode: true }) as unknown as Methods;
    const methods: Methods = {};
    for (const name of ["assert", "count", "countReset", "table", "time", "timeEnd"]) {
      const method = own[name] as Method;
      methods[name] = (...data) => method(...data);
    }
    for (const name of ["log", "info", "debug", "dirxml", "warn", "error"]) {
      const method = own[name] as Method;
      methods[name] = (...data) => method(...this.#prepared(data));
    }
    const { timeLog } = own as { readonly timeLog: Method };
    methods.timeLog = (label, ...data) => timeLog(label, ...this.#prepared(data));
    const { log, error } = methods as { readonly log: Method; readonly error: Method };
    methods.dir = (value, options) => log("%s", this.#inspected(value, options));
    methods.trace = (...data) => error("%s", this.#trace(data));
    methods.group = (...data) => {
      if (data.length > 0) log(...data);
      this.#indent(2);
    };
    methods.groupCollapsed = methods.group;
    methods.groupEnd = () => this.#indent(-2);
    for (const [name, value] of native.Object.entries(methods)) {
      native.Object.defineProperty(value, "name", { value: name });
    }
    native.Object.assign(console, methods);
  }

  /** Writes to what `process.stdout` is at that time: the student may have put something in its place. */
  #stream(name: "stdout" | "stderr"): NodeJS.WritableStream {
    const write = (text: string): boolean => {
      const indent = " ".repeat(this.#indents.get(this.#parts.cell()) ?? 0);
      const shown = withoutKernel(text);
      const lines = indent === "" ? shown : indent + shown.replace(/\n(?!$)/g, `\n${indent}`);
      return native.process[name].write(lines);
    };
    return { write } as unknown as NodeJS.WritableStream;
  }

  #indent(by: number): void {
    const cell = this.#parts.cell();
    const indent = native.Math.max(0, (this.#indents.get(cell) ?? 0) + by);
    if (indent === 0) this.#indents.delete(cell);
    else this.#indents.set(cell, indent);
  }

  /** What Node.js would print differently from what is wanted becomes text. */
  #prepared(data: readonly unknown[]): unknown[] {
    const [first] = data;
    if (typeof first === "string" && first.includes("%")) return [...data];
    const texts = data.map((value) => {
      if (typeof value === "string") return value;
      const isObject = value !== null && (typeof value === "object" || typeof value === "function");
      const print = this.#parts.printTensor();
      return inspectValue(value, { colors: isObject, depth: 2 }, print).replace(/^\n/, "");
    });
    // Only of what stands first Node.js asks whether it is a format.
    return texts.length > 0 && (texts[0] as string).includes("%") ? ["%s", ...texts] : texts;
  }

  #inspected(value: unknown, options: unknown): string {
    const own = typeof options === "object" && options !== null ? options : {};
    const print = this.#parts.printTensor();
    return inspectValue(value, { customInspect: false, colors: true, ...own }, print).replace(/^\n/, "");
  }

  #trace(data: readonly unknown[]): string {
    const holder = { stack: "" };
    native.Error.captureStackTrace(holder, this.#trace);
    const lines = stackFrames(holder.stack, this.#parts.sources).map(
      ({ caller, file, line, column, place }) => {
        const where = `${place?.name ?? file}:${place?.line ?? line}:${place?.column ?? column}`;
        return `    at ${caller === "" ? where : `${caller} (${where})`}`;
      },
    );
    const message = native.format(...(this.#prepared(data) as [unknown, ...unknown[]]));
    return [message === "" ? "Trace" : `Trace: ${message}`, ...lines].join("\n");
  }
}

/** A stack of the student's ends where the kernel's own begins. */
function withoutKernel(text: string): string {
  if (!text.includes(kernelFolder) && !text.includes(kernelUrl)) return text;
  const isKernel = (line: string): boolean =>
    /^\W*(?:\[90m)?\s*at /.test(line) &&
    (line.includes(kernelFolder) || line.includes(kernelUrl) || /\(node:vm:|\(evalmachine/.test(line));
  return text
    .split("\n")
    .filter((line) => !isKernel(line))
    .join("\n");
}
