interface Death {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Bytes that V8 may use for objects. */
  readonly heapLimit: number;
  /** Given when the engine announced that it exits. */
  readonly exitCode: number | undefined;
  /** The end of what it wrote to stderr. */
  readonly lastWords: string;
}

const signals: Readonly<Record<string, string>> = {
  SIGSEGV: "crashed (segmentation fault): native code read memory that it must not",
  SIGBUS: "crashed (bus error): native code read memory that it must not",
  SIGILL: "crashed (illegal instruction)",
  SIGFPE: "crashed (arithmetic error in native code)",
  SIGABRT: "aborted",
  SIGTERM: "was ended by another process (SIGTERM)",
  SIGKILL: "was killed (SIGKILL), by another process or because the machine has no memory left",
};

/** Why an engine is gone, in a sentence for the student. */
export function describeDeath({ code, signal, heapLimit, exitCode, lastWords }: Death): string {
  if (/heap limit|out of memory/i.test(lastWords)) {
    const limit = heapLimit > 0 ? ` of ${Math.round(heapLimit / 2 ** 20)} MB` : "";
    return `The engine ran out of memory: its limit${limit} is reached.`;
  }
  if (signal !== null) return `The engine ${signals[signal] ?? `was ended by ${signal}`}.`;
  if (exitCode !== undefined) return `The cell ended the engine: process.exit(${exitCode}).`;
  return `The engine ended with code ${code}.`;
}
