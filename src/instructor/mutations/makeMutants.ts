import type ts from "typescript";
import type { Compiler } from "../../cells/index.js";
import { parseCell } from "../../cells/source/parseCell.js";
import { lineAt } from "../check/Finding.js";
import { regionLines } from "../leaks/regionLines.js";
import type { Change, Mutant } from "./Mutant.js";
import { mistakes } from "./mistakes.js";

/**
 * Makes wrong answers of a solution: each differs from it in one place, as people slip. Some may come out right all
 * the same; whether they do shows only when they run.
 */
export function makeMutants(
  { ts: typescript }: Pick<Compiler, "ts">,
  gradeId: string,
  source: string,
): Mutant[] {
  const file = parseCell({ ts: typescript }, source);
  const marked = new Set(regionLines(source, "SOLUTION"));
  const mutants = new Map<string, Mutant>();
  const text = (node: ts.Node): string => node.getText(file);
  const visit = (node: ts.Node): void => {
    if (typescript.isTypeNode(node) || typescript.isImportDeclaration(node)) return;
    const line = lineAt(source, node.getStart(file));
    const isSolution = marked.size === 0 || marked.has(line);
    for (const { at, everywhere, name } of mistakes) {
      if (!isSolution && !everywhere) continue;
      for (const change of at({ ts: typescript, file, node, text })) {
        const mutated = apply(source, change);
        if (mutated === source || mutants.has(mutated)) continue;
        mutants.set(mutated, { gradeId, source: mutated, line, change: `${name}: ${words(source, change)}` });
      }
    }
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return [...mutants.values()];
}

function apply(source: string, { edits }: Change): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), source);
}

function words(source: string, change: Change): string {
  const [edit] = change.edits;
  const text = change.words ?? `${source.slice(edit?.start, edit?.end)} became ${edit?.text}`;
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
