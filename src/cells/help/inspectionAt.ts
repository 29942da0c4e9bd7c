import type ts from "typescript";
import type { Draft } from "../session/Session.js";
import { parseCell } from "../source/parseCell.js";

export interface Inspection {
  /** The range of the cell that is spoken of, in code units. */
  readonly start: number;
  readonly length: number;
  /** Its declaration as TypeScript: `function relu(x: Tensor): Tensor`. */
  readonly signature: string;
  /** Its documentation as Markdown, without the tags. */
  readonly documentation: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
  /** Where it is declared, as text: a function of a cell with its body. For the higher level of detail. */
  readonly source?: string;
}

/** What the name at a position is, else the function or class whose arguments stand there. */
export function inspectionAt(typescript: typeof ts, draft: Draft, position: number): Inspection | undefined {
  const file = parseCell({ ts: typescript }, draft.cell);
  for (const at of [position, position - 1, calleeAt(typescript, file, position)]) {
    const found = at === undefined || at < 0 ? undefined : describe(typescript, draft, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function describe(
  typescript: typeof ts,
  { service, path, offset }: Draft,
  at: number,
): Inspection | undefined {
  const info = service.getQuickInfoAtPosition(path, offset + at);
  if (info === undefined || info.displayParts === undefined) return undefined;
  const source = declarationText(service, path, offset + at);
  return {
    start: info.textSpan.start - offset,
    length: info.textSpan.length,
    signature: withoutAlias(typescript.displayPartsToString(info.displayParts)),
    documentation: typescript.displayPartsToString(info.documentation),
    tags: (info.tags ?? []).map(({ name, text }) => ({ name, text: typescript.displayPartsToString(text) })),
    ...(source === undefined ? {} : { source }),
  };
}

/** Names of earlier cells and of packages are imports or exports, which the compiler says around the declaration. */
function withoutAlias(signature: string): string {
  const alias = /^\(alias\) ([\s\S]*?)\n(?:import|export) .*$/.exec(signature)?.[1];
  if (alias === undefined) return signature;
  return /^[\w$]+[<(]/.test(alias) ? `function ${alias}` : alias;
}

function declarationText(service: ts.LanguageService, path: string, at: number): string | undefined {
  const definition = service.getDefinitionAtPosition(path, at)?.[0];
  if (definition === undefined) return undefined;
  const { start, length } = definition.contextSpan ?? definition.textSpan;
  return service
    .getProgram()
    ?.getSourceFile(definition.fileName)
    ?.text.slice(start, start + length);
}

/** The last name of what is called, for the innermost call whose parentheses the position is in. */
function calleeAt(typescript: typeof ts, file: ts.SourceFile, position: number): number | undefined {
  let found: number | undefined;
  const visit = (node: ts.Node): void => {
    if (node.pos > position || node.end < position) return;
    const isCall = typescript.isCallExpression(node) || typescript.isNewExpression(node);
    if (isCall && node.expression.end < position) {
      const { expression } = node;
      const name = typescript.isPropertyAccessExpression(expression) ? expression.name : expression;
      found = name.getStart(file);
    }
    typescript.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
