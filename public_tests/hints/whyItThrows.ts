import type { Evidence } from "../answer/Evidence.js";
import { quoted } from "../parts/words.js";

/**
 * Says why the function throws, when its error proves it.
 *
 * @param evidence what the calls showed
 * @returns one sentence, or undefined
 */
export function whyItThrows({ functionName, first, short }: Evidence): string | undefined {
  if (first.outcome !== "thrown") return undefined;
  const { error } = first;
  return notWritten(functionName, error) ?? unknownName(error) ?? wrongSyntax(error) ?? noSize(error, short);
}

function notWritten(functionName: string, error: string): string | undefined {
  if (/^Error: Exercise \d+ is not done yet: write /.test(error))
    return `No function of your own is called ${functionName} yet: is its name written exactly so, and has its cell been run?`;
  if (!/\bnot (yet )?(done|implemented)\b|\bto-?do\b/i.test(error)) return undefined;
  return 'The exercise is still to be written: two lines, the one for parameters["W" + l] and the one for parameters["b" + l], take the place of the `throw`.';
}

const python = [
  "len",
  "np",
  "numpy",
  "range",
  "print",
  "None",
  "True",
  "False",
  "self",
  "int",
  "float",
  "str",
];

function unknownName(error: string): string | undefined {
  const [, name] = /^ReferenceError: (\S+) is not defined$/.exec(error) ?? [];
  if (name === undefined) return undefined;
  if (python.includes(name))
    return `${quoted(name)} is Python, which TypeScript does not know: sizes are read with layers_dims.length and layers_dims[l], and zeros made with tf.zeros.`;
  return `There is no variable ${quoted(name)}: is it declared under another name, for example in the head of the loop?`;
}

function wrongSyntax(error: string): string | undefined {
  if (error === "TypeError: layers_dims is not a function")
    return "layers_dims is called like a function: an entry is read with square brackets, layers_dims[…], not with parentheses.";
  if (error === "TypeError: Assignment to constant variable.")
    return "A variable declared with `const` gets another value: declare it with `let`.";
  if (error.startsWith("RangeError: Maximum call stack size exceeded"))
    return "The function calls itself again and again and never ends: does it call itself by mistake?";
  if (/: shape must be an array of sizes like \[2, 3\], but it is (-?\d+|undefined)( |$)/.test(error))
    return "A shape needs square brackets, as in [2, 3]: `(2, 3)` with parentheses, as in Python, is only `3` in TypeScript.";
  return undefined;
}

/** A size that is undefined: which one it is, and whether a loop with nothing to do reads it too, says why. */
function noSize(error: string, short: Evidence["short"]): string | undefined {
  const missing = missingSize(error);
  const [inputAlone, noLayers] = short.map((answer) => missingSize(answer.error));
  if (missing === undefined) return undefined;
  if (missing === "columns" && inputAlone === "columns")
    return "The loop begins before layer 1: there layers_dims[l - 1] is undefined, because nothing comes before the input; l must start at 1 (and `for … in` starts at 0).";
  if (missing === "rows" && inputAlone === "rows" && noLayers === "rows")
    return "layers_dims is read at a place that is undefined even before the first layer: does the loop say where l starts, where it ends and how it counts?";
  if (missing === "rows" && inputAlone === "rows")
    return "The loop goes on past the last layer: there layers_dims[l] is undefined, because the last index is layers_dims.length - 1.";
  return undefined;
}

function missingSize(error: string): "rows" | "columns" | undefined {
  const [, axis] = /: (?:shape|size)\[([01])\] must be .* but it is undefined( |$)/.exec(error) ?? [];
  return axis === undefined ? undefined : axis === "0" ? "rows" : "columns";
}
