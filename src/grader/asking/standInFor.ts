import type { Questions } from "./Questions.js";
import type { Transcript } from "./Transcript.js";

/** A function that asks the submission's function of that name: same name, same number of parameters. */
export function standInFor(
  name: string,
  { length }: { readonly length: number },
  { questions, transcript }: { readonly questions: Questions; readonly transcript: Transcript },
): object {
  // No arrow function: `new` on it must reach the lines that say what is wrong.
  const f = function (this: unknown, ...args: unknown[]): unknown {
    if (new.target !== undefined)
      questions.stop(
        `it makes an object of the class ${name}, and only data crosses from a submission to its tests`,
      );
    return transcript.call(name, args, () => questions.call(name, args));
  };
  Object.defineProperties(f, { name: { value: name }, length: { value: length } });
  return f;
}
