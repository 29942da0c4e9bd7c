import { stripVTControlCharacters } from "node:util";
import {
  initialize_parameters_he_test,
  initialize_parameters_random_test,
  initialize_parameters_zeros_test,
} from "public_tests";
import { consoleOutput } from "./consoleOutput.js";

export const checkers = {
  zeros: initialize_parameters_zeros_test,
  random: initialize_parameters_random_test,
  he: initialize_parameters_he_test,
};

/** What a checker said of a function: all of it, its hint, and what it threw. */
export interface CheckerOutcome {
  readonly output: string;
  readonly hint: string | undefined;
  readonly error: unknown;
}

/** Runs something that checks, and reads what it printed, without colours, and threw. */
export function outcomeOf(check: () => void): CheckerOutcome {
  const { output, result } = consoleOutput(() => {
    try {
      check();
    } catch (error) {
      return error;
    }
    return undefined;
  });
  const text = stripVTControlCharacters(output);
  return { output: text, hint: /^Hint: (.*)$/m.exec(text)?.[1], error: result };
}

/** What the checker of an exercise says of a function, or of what stands in its place. */
export function checkerOutcome(kind: keyof typeof checkers, target: unknown): CheckerOutcome {
  return outcomeOf(() => checkers[kind](target as () => unknown));
}
