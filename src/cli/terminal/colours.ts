import picocolors from "picocolors";

type Colours = ReturnType<typeof picocolors.createColors>;

export const out: Colours = coloursFor(process.stdout);
export const err: Colours = coloursFor(process.stderr);

/** picocolors alone would colour a CI's log file, too. */
function coloursFor(stream: NodeJS.WriteStream): Colours {
  return picocolors.createColors(stream.isTTY === true && !process.env.NO_COLOR);
}
