/**
 * Tells which numbers stand out of order: all but those of a longest run that rises.
 *
 * @param numbers positions in the assignment, in the order of the submission
 * @returns the numbers that have to move so that the others, which stay, are in order
 */
export function movedCells(numbers: readonly number[]): ReadonlySet<number> {
  // For each length, where the rising run of that length ends that ends lowest; and what stands before each number.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, number] of numbers.entries()) {
    let length = ends.findIndex((end) => (numbers[end] ?? 0) >= number);
    if (length < 0) length = ends.length;
    before.push(ends[length - 1]);
    ends[length] = at;
  }
  const moved = new Set(numbers);
  for (let at: number | undefined = ends.at(-1); at !== undefined; at = before[at])
    moved.delete(numbers[at] ?? -1);
  return moved;
}
