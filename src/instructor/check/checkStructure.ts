import {
  type Cell,
  cellRole,
  checksum,
  type Notebook,
  NotebookError,
  nbgraderOf,
} from "../../notebook/index.js";
import { release } from "../release.js";
import { type Finding, lineOf } from "./Finding.js";

/** Something like a marker, which a release would refuse. */
const nearMarker = /\b(?:BEGIN|END)[ \t]+(?:SOLUTION|HIDDEN[ \t]+TEST|MARK[ \t]+SCHEME)/i;
const marker = /(?:BEGIN|END) (?:SOLUTION|HIDDEN TESTS|MARK SCHEME)/;

/**
 * Looks at roles, markers, ids, points and metadata: all that a release refuses at the first fault is found in every
 * cell.
 */
export function checkStructure(notebook: Notebook): Finding[] {
  return [
    ...metadataFindings(notebook),
    ...notebook.cells.flatMap((_, index) => cellFindings(notebook, index)),
    ...twice(notebook, "grade_id", (cell) =>
      cellRole(cell) === "plain" ? undefined : nbgraderOf(cell)?.grade_id,
    ),
    ...twice(notebook, "id", (cell) => cell.id),
  ];
}

function metadataFindings(notebook: Notebook): Finding[] {
  const { kernelspec, initlab } = notebook.metadata as Record<string, Record<string, unknown> | undefined>;
  const findings = problemsOf({ ...notebook, cells: [] }).map(({ problem }) => found("metadata", problem));
  if (kernelspec?.language !== "typescript") {
    findings.push({
      ...{ step: "structure", kind: "kernelspec" },
      message: `the notebook's metadata kernelspec.language should be "typescript", but is ${JSON.stringify(kernelspec?.language) ?? "missing"}, so nbgrader does not know how to write a stub`,
      wayOut: "Choose the kernel TypeScript in JupyterLab and save the notebook.",
    });
  }
  const imports = initlab?.imports;
  if (imports !== undefined && !(Array.isArray(imports) && imports.every((one) => typeof one === "string"))) {
    const problem = "metadata initlab.imports should be a list of packages.";
    findings.push(found("metadata", `${problem} Write it like ["init_utils", "public_tests"].`));
  }
  return findings;
}

function cellFindings(notebook: Notebook, index: number): Finding[] {
  const cell = notebook.cells[index] as Cell;
  const findings: Finding[] = [];
  const lines = cell.source.split("\n");
  for (const [position, text] of lines.entries()) {
    if (!nearMarker.test(text) || marker.test(text)) continue;
    const problem = `"${nearMarker.exec(text)?.[0]}" looks like a marker, but is none. Write it as // BEGIN SOLUTION is written.`;
    findings.push({ ...found("marker", problem), cell: index, line: position + 1 });
    lines[position] = "";
  }
  const metadata = { initlab: { name: "any", version: "any" } };
  const alone = { ...notebook, metadata, cells: [{ ...cell, source: lines.join("\n") }] };
  for (const { problem, line } of problemsOf(alone)) {
    const kind = line === undefined ? "nbgrader-metadata" : "marker";
    findings.push({ ...found(kind, problem), cell: index, line: line ?? 1 });
  }
  return [...findings, ...ownFindings(cell).map((finding) => ({ ...finding, cell: index, line: 1 }))];
}

interface Problem {
  readonly problem: string;
  readonly line?: number | undefined;
}

/** What a release finds fault with; a line that it complains of is blanked, to see what comes after it. */
function problemsOf(notebook: Notebook): Problem[] {
  const problems: Problem[] = [];
  for (let rest = notebook; ; ) {
    try {
      release(rest);
      return problems;
    } catch (error) {
      if (!(error instanceof NotebookError)) throw error;
      const { problem, place } = error;
      const { line } = place;
      problems.push({ problem, line });
      const [cell] = rest.cells;
      if (line === undefined || cell === undefined) return problems;
      const lines = cell.source.split("\n").with(line - 1, "");
      rest = { ...rest, cells: [{ ...cell, source: lines.join("\n") }] };
    }
  }
}

function ownFindings(cell: Cell): Finding[] {
  const { checksum: noted, points, grade_id } = nbgraderOf(cell) ?? {};
  const findings: Finding[] = [];
  if (cellRole(cell) === "tests" && points === 0) {
    findings.push(
      found(
        "points",
        "this test carries 0 points. Give it points, in nbgrader's toolbar or in the cell's metadata.",
      ),
    );
  }
  if (noted !== undefined && typeof grade_id === "string" && noted !== checksum(cell)) {
    const problem = "its metadata nbgrader.checksum is not that of its text.";
    findings.push(found("checksum", `${problem} Take the key out: the release computes it anew.`));
  }
  return findings;
}

function twice(
  notebook: Notebook,
  key: "grade_id" | "id",
  keyOf: (cell: Cell) => string | undefined,
): Finding[] {
  const first = new Map<string, number>();
  return notebook.cells.flatMap((cell, index) => {
    const value = keyOf(cell);
    if (value === undefined || value === "") return [];
    const earlier = first.get(value);
    if (earlier === undefined) {
      first.set(value, index);
      return [];
    }
    const message = `the ${key} "${value}" is that of cell ${earlier + 1} already`;
    const wayOut =
      key === "id"
        ? "Copy the cell's text into a new cell."
        : "Rename one, in nbgrader's toolbar or in the cell's metadata.";
    return [{ step: "structure", kind: `duplicate-${key}`, cell: index, line: 1, message, wayOut }];
  });
}

/** A sentence of what is wrong and one of what to do, as errors of notebooks have them. */
function found(kind: string, text: string): Finding {
  const [, message = text, wayOut = ""] = /^(.*?[^.])[.:] ((?:[A-Z]|run ).*)$/s.exec(text) ?? [];
  const otherwise = "Set it right in nbgrader's toolbar, or write it as docs/instructors.md shows.";
  return { step: "structure", kind, message: message.replace(/\.$/, ""), wayOut: wayOut || otherwise };
}

/** The first line of a cell that mentions one of some names, in hidden tests where there are any and they are meant. */
export function lineMentioning(source: string, names: readonly string[], hidden: boolean): number {
  if (hidden) return lineOf(source, "BEGIN HIDDEN TESTS");
  const lines = source.split("\n");
  const index = lines.findIndex((text) => names.some((name) => text.includes(name)));
  return index < 0 ? 1 : index + 1;
}
