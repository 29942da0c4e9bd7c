const methods = ["log", "info", "debug", "warn", "error"] as const;

type Print = Console["log"];

/**
 * Runs `f` while the console prints nothing: the student has seen what the function prints in the first call.
 *
 * Afterwards the console prints as before, whatever `f` did to it.
 *
 * @param console the console as it was before the student's function was called for the first time
 * @returns what `f` returns
 */
export function quietly<T>(console: Console | undefined, f: () => T): T {
  const kept = methods.map((method) => printOf(console, method));
  for (const method of methods) replace(console, method, () => {});
  try {
    return f();
  } finally {
    methods.forEach((method, i) => {
      replace(console, method, kept[i]);
    });
  }
}

/** How a console prints; undefined when it cannot be asked. */
export function printOf(console: Console | undefined, method: (typeof methods)[number]): Print | undefined {
  try {
    return console?.[method];
  } catch {
    return undefined;
  }
}

function replace(
  console: Console | undefined,
  method: (typeof methods)[number],
  print: Print | undefined,
): void {
  try {
    if (console && print) console[method] = print;
  } catch {
    // A console that cannot be changed goes on printing, which is no harm.
  }
}
