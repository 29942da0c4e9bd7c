import { stackOf } from "../judge/describeThrown.js";
import type {
  AskedCall,
  FailedFinding,
  HiddenEvidence,
  TestEvidence,
  ThrownAt,
} from "../judge/TestEvidence.js";
import type { Failure } from "../judge/TestReport.js";
import { printableLines } from "../submission/printableLines.js";
import { printCall, printThrown, printValue } from "./printValue.js";
import { Stopped } from "./Questions.js";

const mostCalls = 8;
/** One that throws is worth more than its place in the row. */
const mostThrows = 2;
const mostThrown = 100;
const mostFindings = 20;

/**
 * Writes down what a test asks the submission and what comes back, as long as the test is one that students see: it is
 * closed for good when hidden tests begin, because what they left behind may show in later calls.
 */
export class Transcript {
  readonly #calls: AskedCall[] = [];
  #throws = 0;
  #more = 0;
  /** What calls threw, by the errors. */
  readonly #thrown = new Map<unknown, ThrownAt>();
  #blamed: ThrownAt | undefined;
  #isOpen = true;
  /** What comes when this is closed, if anybody wants to know. */
  readonly #after: Transcript | undefined;

  constructor(after?: Transcript) {
    this.#after = after;
  }

  close(): void {
    this.#isOpen = false;
  }

  /** Calls a function of the submission; arguments are printed as they were before it. */
  call(name: string, args: readonly unknown[], ask: () => unknown): unknown {
    if (!this.#isOpen) return this.#after === undefined ? ask() : this.#after.call(name, args, ask);
    const hasRoom = this.#calls.length < mostCalls;
    const text = hasRoom || this.#throws < mostThrows ? printCall(name, args) : "";
    return this.#note(text, hasRoom, ask);
  }

  /** Reads a variable. Functions are no evidence of anything, nor is what is not there. */
  read(name: string, ask: () => unknown): unknown {
    if (!this.#isOpen) return this.#after === undefined ? ask() : this.#after.read(name, ask);
    const value = ask();
    const isData = value !== undefined && typeof value !== "function";
    if (isData && this.#calls.length < mostCalls) this.#add(name, printValue(value));
    return value;
  }

  /** Notes what ended the test, in case a call threw it. */
  blame(error: unknown): void {
    if (this.#isOpen) this.#blamed ??= this.#thrown.get(error);
  }

  /** @param failure counts only where no hidden test came before it */
  evidence(failure: Failure | undefined): TestEvidence {
    const findings = this.#isOpen ? (failure?.failures ?? []).slice(0, mostFindings).map(fitFinding) : [];
    const thrown = this.#blamed ?? (failure?.category === "throws" ? this.#told(findings[0]) : undefined);
    return {
      calls: this.#calls,
      ...(this.#more > 0 && { more: this.#more }),
      ...(findings.length > 0 && { failures: findings }),
      ...(thrown && { thrown }),
    };
  }

  /** Of what came after it was closed, if it was. */
  afterwards(failure: Failure | undefined): HiddenEvidence | undefined {
    if (this.#isOpen || this.#after === undefined) return undefined;
    const message = failure && printableLines(failure.message, long);
    return { ...this.#after.evidence(failure), ...(message !== undefined && { message }) };
  }

  /** The error that a checker caught and tells of. Others it may have asked for. */
  #told(finding: FailedFinding | undefined): ThrownAt | undefined {
    return [...this.#thrown.values()].find(({ message }) => finding?.seen.includes(message));
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
    if (this.#thrown.size < mostThrown)
      this.#thrown.set(error, { message: cutText(message, short), stack: stackOf(error) });
    if (hasRoom || this.#throws < mostThrows) this.#add(call, message, true);
    else this.#more++;
    this.#throws++;
  }

  #add(call: string, result: string, threw = false): void {
    const added = {
      call: cutText(call, short),
      result: cutText(result, long),
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
  return { what: cutText(what, short), expected: cutText(expected, long), seen: cutText(seen, long) };
}

const short = { columns: 300, lines: 1 };
const long = { columns: 200, lines: 16 };

function cutText(text: string, limits: typeof short): string {
  return printableLines(text, limits);
}
