/** The error of an exercise whose cell has not been run: says which one it is and where to write. */
export function notDone(exercise: number, section: number, functionName: string): Error {
  return new Error(
    `Exercise ${exercise} is not done yet: write ${functionName} in its cell in section ${section}, ` +
      "run that cell, then run this one again.",
  );
}
