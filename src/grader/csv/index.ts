export { parseTable } from "./parseTable.js";
export { readTable } from "./readTable.js";
export { shownText } from "./shownText.js";
export type { Table, TableRow } from "./Table.js";
export { type Cell, tableText } from "./tableText.js";
