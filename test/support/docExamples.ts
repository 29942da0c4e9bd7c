import ts from "typescript";

/** A runnable example of a docstring: TypeScript in which `expression; // text` says what the expression gives. */
export interface DocExample {
  /** The documented symbol. */
  readonly symbol: string;
  readonly line: number;
  readonly code: string;
}

/** Finds every @example of a source file's docstrings. */
export function docExamples(file: string, text: string): DocExample[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const examples: DocExample[] = [];
  const visit = (node: ts.Node): void => {
    for (const doc of ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)) {
      for (const tag of doc.tags ?? []) {
        if (tag.tagName.text === "example" && doc.parent === node)
          examples.push(exampleOf(node, tag, source));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return examples;
}

function exampleOf(node: ts.Node, tag: ts.JSDocTag, source: ts.SourceFile): DocExample {
  const { name } = node as ts.NamedDeclaration;
  const declared = ts.isVariableStatement(node) ? node.declarationList.declarations[0]?.name : name;
  const raw = source.text.slice(tag.getStart(source), tag.end).replace(/^@example/, "");
  const code = raw
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""))
    .join("\n")
    .trim();
  const line = source.getLineAndCharacterOfPosition(tag.getStart(source)).line + 1;
  return { symbol: declared?.getText(source) ?? "(file)", line, code };
}

/** Makes each `expression; // text` a call `check(expression, "text")`; comment lines right below continue the text. */
export function withChecks(code: string): string {
  const lines = code.split("\n");
  const out: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const [, expression, first] =
      /^(?!const |let |import |function )(.*\S);\s*\/\/ ?(.*)$/.exec(lines[i]!) ?? [];
    if (expression === undefined) {
      out.push(lines[i]!);
      continue;
    }
    const text = [first!];
    while (/^\s*\/\//.test(lines[i + 1] ?? "")) text.push(lines[++i]!.replace(/^\s*\/\/ ?/, ""));
    out.push(`check(${expression}, ${JSON.stringify(text.join("\n"))});`);
  }
  return out.join("\n");
}
