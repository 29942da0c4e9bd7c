import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { UsageError } from "../../instructor/UsageError.js";
import { unreadable } from "../files/index.js";
import { printable } from "../submission/index.js";
import { parseTable } from "./parseTable.js";
import type { Table } from "./Table.js";

/**
 * Reads a CSV file as spreadsheets write it: see {@link parseTable}. UTF-8, or UTF-16 that says so at its beginning.
 *
 * @throws {UsageError} when it cannot be read, with the row where something is wrong in it
 */
export async function readTable(file: string): Promise<Table> {
  const bytes = await readFile(file).catch((error) => {
    throw unreadable(file, error);
  });
  return parseTable(decode(bytes, file), printable(basename(file)));
}

function decode(bytes: Uint8Array, file: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${printable(file, 300)} is not UTF-8. Save it as "CSV UTF-8".`);
  }
}
