/** The exit code of a program that writes to another one which has ended, as `head` does. */
export const brokenPipe = 141;

const outputs = [process.stdout, process.stderr];

/** Ends the program at once, without a word, when nobody reads its output any more. */
export function endWithoutReader(): void {
  for (const stream of outputs) stream.on("error", endAtOnce);
}

/** The same in good order: calls `stop` instead. */
export function stopWithoutReader(stop: () => void): void {
  for (const stream of outputs)
    stream.off("error", endAtOnce).on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      stop();
    });
}

function endAtOnce(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(brokenPipe);
}
