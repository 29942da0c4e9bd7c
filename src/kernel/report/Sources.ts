import { originalPosition, type Place, type SourcePositions } from "../../cells/run/index.js";
import type { RunCommand } from "../channel/messages.js";

/** A place in a cell's own text. */
export interface CellPlace extends Place {
  /** `Cell [3]` */
  readonly name: string;
  readonly source: string;
}

interface Cell {
  readonly name: string;
  readonly source: string;
  readonly positions?: SourcePositions;
  /** The script's last line where it is none of the cell: it calls the function that a cell with `await` becomes. */
  readonly callLine: number | undefined;
}

/** The texts of the cells that ran, by the names that stack traces give them. */
export class Sources {
  readonly #cells = new Map<string, Cell>();

  add({ name, source, script: { parts, isAsync, positions } }: RunCommand): void {
    const callLine = isAsync ? parts.at(-1)?.text.split(/\r\n|[\n\r\u2028\u2029]/).length : undefined;
    this.#cells.set(name, { name, source, callLine, ...(positions === undefined ? {} : { positions }) });
  }

  /** Where in which cell a place of a stack trace is; undefined when it is in no cell. */
  find(file: string, place: Place): CellPlace | undefined {
    const cell = this.#cells.get(file);
    if (cell === undefined) return undefined;
    return { ...originalPosition(cell, place), name: cell.name, source: cell.source };
  }

  /** Whether a line of a stack trace is one that the kernel has added to a cell. */
  isAdded(file: string, line: number): boolean {
    return this.#cells.get(file)?.callLine === line;
  }
}
