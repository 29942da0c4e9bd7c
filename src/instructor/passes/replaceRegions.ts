import {
  type Cell,
  type CellRole,
  cellRole,
  mapCells,
  type Notebook,
  NotebookError,
  placeOf,
} from "../../notebook/index.js";

export interface Region {
  /** What stands after BEGIN and END in the markers. */
  readonly name: "SOLUTION" | "HIDDEN TESTS" | "MARK SCHEME";
  /** The cells in which such a region may stand, and what to call them. */
  readonly roles: readonly CellRole[];
  readonly home: string;
  /** The line that takes the region's place; without it the region just goes. */
  readonly replacement?: (cell: Cell) => string;
}

/**
 * Takes the regions out of all cells, markers included. A replacement is indented as the line that began the
 * region.
 *
 * @throws {NotebookError} when a marker has no partner, stands inside another region or in another kind of cell,
 * or shares its line with code; it names the cell and the line
 */
export function replaceRegions(notebook: Notebook, region: Region): Notebook {
  return mapCells(notebook, (cell, index) => {
    const fail: Fail = (problem, line) => {
      throw new NotebookError(problem, placeOf(notebook, index, line));
    };
    const source = replaceIn(cell, region, fail);
    return source === cell.source ? cell : { ...cell, source };
  });
}

type Fail = (problem: string, line: number) => never;

function replaceIn(cell: Cell, region: Region, fail: Fail): string {
  const [begin, end] = [`BEGIN ${region.name}`, `END ${region.name}`];
  const kept: string[] = [];
  let opened = 0;
  for (const [index, text] of cell.source.split("\n").entries()) {
    const line = index + 1;
    const marker = [begin, end].find((word) => text.includes(word));
    if (marker === undefined) {
      if (opened === 0) kept.push(text);
      continue;
    }
    checkMarker(cell, region, marker, text, (problem) => fail(problem, line));
    if (marker === begin) {
      if (opened > 0)
        fail(`${begin} inside the region that line ${opened} began. Close that one first.`, line);
      opened = line;
      if (region.replacement) kept.push(/^\s*/.exec(text)?.[0] + region.replacement(cell));
    } else {
      if (opened === 0)
        fail(`${end} without ${begin} before it. Add the missing marker or take this one out.`, line);
      opened = 0;
    }
  }
  if (opened > 0)
    fail(`${begin} without ${end} after it. Add the missing marker or take this one out.`, opened);
  return kept.join("\n");
}

function checkMarker(
  cell: Cell,
  region: Region,
  marker: string,
  text: string,
  fail: (problem: string) => never,
): void {
  if (!region.roles.includes(cellRole(cell))) {
    fail(
      `${marker} may stand in ${region.home} only. Give the cell that role, in nbgrader's toolbar or in its metadata.`,
    );
  }
  if (cell.cell_type === "code" && !/^\s*\/\/+\s*(?:BEGIN|END) [A-Z ]+?\s*$/.test(text)) {
    fail(`${marker} should stand alone on its line, as a comment: // ${marker}`);
  }
}
