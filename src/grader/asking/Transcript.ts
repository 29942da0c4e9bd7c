import type { AskedCall, FailedFinding, TestEvidence, ThrownAt } from "../judge/TestEvidence.js";
import { printableLines } from "../submission/printableLines.js";
import { printCall, printThrown, printValue } from "./printValue.js";
import { Stopped } from "./Questions.js";

const mostCalls = 8;
/** One that throws is worth more than its place in the row. */
const mostThrows = 2;
const mostFindings = 20;

/**
 * Writes down what a test asks the submission and what comes back, as long as the test is one that students see: it is
 * closed for good when hidden tests begin, because what they left behind may show in later calls.
 */
export class Transcript {
  readonly #calls: AskedCall[] = [];
  #throws = 0;
  #more = 0;
  #thrown: ThrownAt | undefined;
  #isOpen = true;

  close(): void {
    this.#isOpen = false;
  }

  /** Calls a function of the submission; arguments are printed as they were before it. */
  call(name: string, args: readonly unknown[], ask: () => unknown): unknown {
    if (!this.#isOpen) return ask();
    const hasRoom = this.#calls.length < mostCalls;
    const text = hasRoom || this.#throws < mostThrows ? printCall(name, args) : "";
    return this.#note(text, hasRoom, ask);
  }

  /** Reads a variable. Functions are no evidence of anything, nor is what is not there. */
  read(name: string, ask: () => unknown): unknown {
    if (!this.#isOpen) return ask();
    const value = ask();
    const isData = value !== undefined && typeof value !== "function";
    if (isData && this.#calls.length < mostCalls) this.#add(name, printValue(value));
    return value;
  }

  /** @param findings a checker's, which count only where no hidden test came before it */
  evidence(findings: readonly FailedFinding[] = []): TestEvidence {
    const failures = this.#isOpen ? findings.slice(0, mostFindings).map(fitFinding) : [];
    return {
      calls: this.#calls,
      ...(this.#more > 0 && { more: this.#more }),
      ...(failures.length > 0 && { failures }),
      ...(this.#thrown && { thrown: this.#thrown }),
    };
  }

  #note(call: string, hasRoom: boolean, ask: () => unknown): unknown {
    try {
      const value = ask();
      if (hasRoom) this.#add(call, printValue(value));
      else this.#more++;
      return value;
    } catch (error) {
      if (error instanceof Stopped) this.#add(call, "no answer");
      else this.#noteThrown(call, error, hasRoom);
      throw error;
    }
  }

  #noteThrown(call: string, error: unknown, hasRoom: boolean): void {
    const message = printThrown(error);
    this.#thrown = { message: fit(message, short), stack: stackOf(error) };
    if (hasRoom || this.#throws < mostThrows) this.#add(call, message, true);
    else this.#more++;
    this.#throws++;
  }

  #add(call: string, result: string, threw = false): void {
    const added = {
      call: fit(call, short),
      result: fit(result, long),
      ...(threw && { threw: true as const }),
    };
    const last = this.#calls.at(-1);
    // Checkers ask again whether a second call gives the same.
    const isSame = last?.call === added.call && last.result === added.result && last.threw === added.threw;
    if (isSame) this.#calls[this.#calls.length - 1] = { ...added, times: (last.times ?? 1) + 1 };
    else this.#calls.push(added);
  }
}

function fitFinding({ what, expected, seen }: FailedFinding): FailedFinding {
  return { what: fit(what, short), expected: fit(expected, long), seen: fit(seen, long) };
}

const short = { columns: 300, lines: 1 };
const long = { columns: 200, lines: 16 };

function fit(text: string, limits: typeof short): string {
  return printableLines(text, limits);
}

function stackOf(error: unknown): string {
  try {
    const { stack } = Object(error) as { stack?: unknown };
    return typeof stack === "string" ? stack : "";
  } catch {
    return "";
  }
}
