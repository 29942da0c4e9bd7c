/*
 * What the guest uses of Deno and of the web's interfaces, typed here because it is neither Node's nor a page's.
 * All of it is taken before a submission runs; afterwards `Deno` is no name any more. `core` is Deno's own inside,
 * which is not documented: the package's version is pinned, and the tests of the sandbox use every part of it.
 */

interface Core {
  /**
   * Runs a text as a script (not a module, not an eval: `let` of one script is there for the next) under an URL.
   * The errors that it throws come back.
   */
  evalContext(text: string, url: string): [value: unknown, failure: Failure | null];
  encode(text: string): Uint8Array;
  decode(bytes: Uint8Array): string;
  createSystemTimer(callback: () => void, ms: number, isReferenced: boolean): unknown;
  /** By way of the event loop, which a referenced timer keeps going. */
  createSystemTimer(callback: () => void, ms: number, isReferenced: boolean): unknown;
  setUnhandledPromiseRejectionHandler(handler: (promise: unknown, reason: unknown) => boolean): void;
  setReportExceptionCallback(callback: (error: unknown) => void): void;
}

interface Failure {
  readonly thrown: unknown;
}

interface Stream {
  readSync(bytes: Uint8Array): number | null;
  writeSync(bytes: Uint8Array): number;
}

interface DenoNamespace {
  readonly internal: symbol;
  readonly stdin: Stream;
  readonly stdout: Stream;
  exit(code: number): never;
  readonly [inside: symbol]: { readonly core: Core };
}

const { Deno } = globalThis as unknown as { Deno: DenoNamespace };
const { stdin, stdout } = Deno;
const { readSync } = stdin;
const { writeSync } = stdout;

const { core } = Deno[Deno.internal]!;
const { createSystemTimer } = core;
export const {
  evalContext,
  encode,
  decode,
  setUnhandledPromiseRejectionHandler,
  setReportExceptionCallback,
} = core;

const { apply } = Reflect;
/** How many bytes came; null at the end. */
export const readInput = (bytes: Uint8Array): number | null => apply(readSync, stdin, [bytes]);
export const writeOutput = (bytes: Uint8Array): number => apply(writeSync, stdout, [bytes]);
export const exit: (code: number) => never = Deno.exit;
/** By way of the event loop; takes real time. `setTimeout` would do, but loads much of Node.js first. */
export const later = (callback: () => void, ms: number): void => void createSystemTimer(callback, ms, true);
