import type { ReportedChange } from "../instructor/compare/reportChanges.js";
import { out } from "./terminal/colours.js";

/** Prints what a change does to submissions that were handed in before. */
export function printChanges(changes: readonly ReportedChange[], against: string): void {
  if (changes.length === 0) {
    console.log(
      `${out.green("✓")} Since ${against}, nothing has changed that matters to what was handed in.`,
    );
    return;
  }
  console.log(`Since ${against}, for what was handed in:`);
  for (const { effect, cell, cell_name, message, way_out, kind } of changes) {
    const sign = effect === "lost" ? out.red("✗") : out.yellow("!");
    const name = cell_name === null ? "" : ` (${cell_name})`;
    const place = cell === null ? "" : `${kind === "removed" ? "old " : ""}cell ${cell}${name}: `;
    console.log(`${sign} ${place}${message}.`);
    if (way_out !== null) console.log(`  ${out.dim("→")} ${way_out}`);
  }
}
