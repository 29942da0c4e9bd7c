import { originalPosition, type Place } from "../../cells/run/index.js";
import type { RunCommand } from "../channel/messages.js";

/** A place in a cell's own text. */
export interface CellPlace extends Place {
  /** `Cell [3]` */
  readonly name: string;
  readonly source: string;
}

/** The texts of the cells that ran, by the names that stack traces give them. */
export class Sources {
  readonly #cells = new Map<
    string,
    Pick<RunCommand, "name" | "source"> & Pick<RunCommand["script"], "positions">
  >();

  add({ name, source, script: { positions } }: RunCommand): void {
    this.#cells.set(name, { name, source, ...(positions === undefined ? {} : { positions }) });
  }

  /** Where in which cell a place of a stack trace is; undefined when it is in no cell. */
  find(file: string, place: Place): CellPlace | undefined {
    const cell = this.#cells.get(file);
    if (cell === undefined) return undefined;
    return { ...originalPosition(cell, place), name: cell.name, source: cell.source };
  }
}
