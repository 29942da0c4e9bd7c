import { stringify } from "csv-stringify/sync";
import { shownText } from "./shownText.js";

/** Text is made fit for a table, on one line or on several; a number is written with all its digits; nothing is an empty cell. */
export type Cell = string | readonly string[] | number | undefined;

/**
 * The text of a CSV file: UTF-8 without a mark at its beginning, commas, and lines that end in a line feed.
 *
 * @param columns their names, which may come from an assignment: made fit as the cells are
 */
export function tableText(columns: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const written = [columns, ...rows].map((row) =>
    row.map((cell) => {
      if (typeof cell === "object") return cell.map(shownText).join("\n");
      return typeof cell === "string" ? shownText(cell) : cell;
    }),
  );
  return stringify(written, { cast: { number: String } });
}
