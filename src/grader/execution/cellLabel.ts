/**
 * What a sentence calls a cell of a program.
 *
 * @example
 * cellLabel("cell 9"); // Cell 9
 * cellLabel("model"); // The cell model
 */
export function cellLabel(name: string): string {
  return /^cell \d+$/.test(name) ? `C${name.slice(1)}` : `The cell ${name}`;
}
