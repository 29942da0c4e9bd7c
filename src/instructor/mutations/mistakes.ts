import type ts from "typescript";
import type { Change, Mistake, Site } from "./Mutant.js";
import { otherMethods, otherOperators } from "./otherOperators.js";

/** What people get wrong, one kind after the other. */
export const mistakes: readonly Mistake[] = [
  { name: "wrong constant", at: wrongConstant },
  { name: "dropped factor", at: droppedFactor },
  { name: "wrong operator", at: wrongOperator },
  { name: "swapped dimensions", at: swapped },
  { name: "wrong index", at: wrongIndex },
  { name: "off by one", everywhere: true, at: offByOne },
  { name: "missing seed", everywhere: true, at: missingSeed },
  { name: "bias not zero", at: onesForZeros },
  { name: "wrong distribution", at: uniformForNormal },
  { name: "dropped function", at: droppedFunction },
  { name: "transposed result", at: transposed },
  { name: "shared between layers", at: shared },
  { name: "missing line", at: missingLine },
  { name: "returns nothing", everywhere: true, at: returnsNothing },
  { name: "wrong name", at: wrongName },
  { name: "wrong truth", at: wrongTruth },
];

function replace(node: ts.Node, { file }: Site, text: string): Change {
  return { edits: [{ start: node.getStart(file), end: node.end, text }] };
}

function wrongConstant(site: Site): Change[] {
  const { ts: typescript, node } = site;
  if (!typescript.isNumericLiteral(node) || typescript.isPropertyAssignment(node.parent)) return [];
  const value = Number(node.text);
  const others = [2 * value, 10 * value, value / 10, value + 1, value - 1, -value];
  return [...new Set(others)]
    .filter((other) => other !== value && !Object.is(other, -0))
    .map((other) => replace(node, site, other < 0 ? `(${other})` : String(other)));
}

/** `x.mul(f)` becomes `x`; `a * b` becomes `a`, and `b`. */
function droppedFactor(site: Site): Change[] {
  const { ts: typescript, node, text } = site;
  if (typescript.isCallExpression(node) && typescript.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    if (/^(?:mul|div|add|sub|pow|dot|matMul|multiply|divide)$/.test(name.text) && node.arguments.length === 1)
      return [replace(node, site, text(expression))];
  }
  if (!typescript.isBinaryExpression(node) || isConcatenation(site, node)) return [];
  if (!["*", "/", "+", "-", "**"].includes(text(node.operatorToken))) return [];
  return [replace(node, site, text(node.left)), replace(node, site, text(node.right))];
}

function isConcatenation({ ts: typescript }: Site, node: ts.BinaryExpression): boolean {
  const isText = (one: ts.Node): boolean =>
    typescript.isStringLiteralLike(one) || typescript.isTemplateExpression(one);
  return isText(node.left) || isText(node.right);
}

function wrongOperator(site: Site): Change[] {
  const { ts: typescript, node, text } = site;
  if (typescript.isBinaryExpression(node) && !isConcatenation(site, node)) {
    const { operatorToken } = node;
    return (otherOperators[text(operatorToken)] ?? []).map((other) => replace(operatorToken, site, other));
  }
  if (!typescript.isCallExpression(node) || !typescript.isPropertyAccessExpression(node.expression))
    return [];
  const { name } = node.expression;
  const other = Object.hasOwn(otherMethods, name.text) ? otherMethods[name.text] : undefined;
  return other === undefined ? [] : [replace(name, site, other)];
}

/** `[a, b]` becomes `[b, a]`; `f(a, b)` becomes `f(b, a)`. */
function swapped(site: Site): Change[] {
  const { ts: typescript, node, text } = site;
  const parts = typescript.isArrayLiteralExpression(node)
    ? node.elements
    : typescript.isCallExpression(node)
      ? node.arguments
      : [];
  return parts.slice(1).flatMap((second, index): Change[] => {
    const first = parts[index];
    if (first === undefined || text(first) === text(second)) return [];
    const edits = [replace(first, site, text(second)), replace(second, site, text(first))];
    return [
      {
        edits: edits.flatMap((one) => one.edits),
        words: `${text(first)} and ${text(second)} changed places`,
      },
    ];
  });
}

/** `x[l - 1]` becomes `x[l]`, and `x[l]` becomes `x[l - 1]`, `x[l + 1]` and `x[0]`. */
function wrongIndex(site: Site): Change[] {
  const { ts: typescript, node, text } = site;
  if (!typescript.isElementAccessExpression(node)) return [];
  const { argumentExpression: index } = node;
  if (typescript.isIdentifier(index))
    return [`${index.text} - 1`, `${index.text} + 1`, "0"].map((other) => replace(index, site, other));
  if (!typescript.isBinaryExpression(index) || !/^[+-]$/.test(text(index.operatorToken))) return [];
  if (isConcatenation(site, index)) return [];
  return [replace(index, site, text(index.left))];
}

/** Bounds of loops, and how many there are of something. */
function offByOne(site: Site): Change[] {
  const { ts: typescript, node, text } = site;
  if (typescript.isForStatement(node)) {
    const changes: Change[] = [];
    const { initializer, condition } = node;
    if (initializer !== undefined && typescript.isVariableDeclarationList(initializer)) {
      const first = initializer.declarations[0]?.initializer;
      if (first !== undefined && typescript.isNumericLiteral(first)) {
        const value = Number(first.text);
        changes.push(...[value + 1, value - 1].map((other) => replace(first, site, String(other))));
      }
    }
    if (condition !== undefined && typescript.isBinaryExpression(condition)) {
      const { operatorToken } = condition;
      const other = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" }[text(operatorToken)];
      if (other !== undefined) changes.push(replace(operatorToken, site, other));
    }
    return changes;
  }
  const isLength =
    typescript.isBinaryExpression(node) &&
    /^[+-]$/.test(text(node.operatorToken)) &&
    typescript.isNumericLiteral(node.right) &&
    text(node.left).endsWith(".length");
  return isLength ? [replace(node, site, text(node.left)), replace(node, site, `(${text(node)} - 1)`)] : [];
}

function missingSeed(site: Site): Change[] {
  const { ts: typescript, node, text } = site;
  if (!typescript.isExpressionStatement(node) || !typescript.isCallExpression(node.expression)) return [];
  const {
    expression,
    arguments: [seed],
  } = node.expression;
  if (!/(?:^|\.)\w*seed$/i.test(text(expression))) return [];
  const gone = { ...replace(node, site, ";"), words: `${text(node)} is missing` };
  if (seed === undefined || !typescript.isNumericLiteral(seed)) return [gone];
  return [gone, replace(seed, site, String(Number(seed.text) + 1))];
}

function renamedCall(site: Site, names: Readonly<Record<string, string>>): Change[] {
  const { ts: typescript, node } = site;
  if (!typescript.isCallExpression(node)) return [];
  const callee = typescript.isPropertyAccessExpression(node.expression)
    ? node.expression.name
    : node.expression;
  if (!typescript.isIdentifier(callee) || !Object.hasOwn(names, callee.text)) return [];
  return [replace(callee, site, names[callee.text] ?? "")];
}

function onesForZeros(site: Site): Change[] {
  return renamedCall(site, { zeros: "ones", ones: "zeros", zerosLike: "onesLike", onesLike: "zerosLike" });
}

function uniformForNormal(site: Site): Change[] {
  return renamedCall(site, { randn: "rand", rand: "randn", standard_normal: "random_sample" });
}

/** `Math.sqrt(x)` becomes `x`. */
function droppedFunction(site: Site): Change[] {
  const { ts: typescript, node, text } = site;
  if (!typescript.isCallExpression(node) || node.arguments.length !== 1) return [];
  const [only] = node.arguments;
  return only !== undefined && /^Math\.\w+$/.test(text(node.expression))
    ? [replace(node, site, text(only))]
    : [];
}

/** The value of an assignment or a return that a call makes: where it is no tensor, the answer throws. */
function madeValue({ ts: typescript, node }: Site): ts.Expression | undefined {
  if (typescript.isReturnStatement(node)) return callIn(node.expression);
  if (!typescript.isBinaryExpression(node) || node.operatorToken.kind !== typescript.SyntaxKind.EqualsToken)
    return undefined;
  return callIn(node.right);

  function callIn(value: ts.Expression | undefined): ts.Expression | undefined {
    return value !== undefined && typescript.isCallExpression(value) ? value : undefined;
  }
}

function transposed(site: Site): Change[] {
  const value = madeValue(site);
  if (value === undefined) return [];
  return [
    {
      ...replace(value, site, `${site.text(value)}.transpose()`),
      words: `${site.text(value)} was transposed`,
    },
  ];
}

/** Made once, and used for all layers. */
function shared(site: Site): Change[] {
  const { ts: typescript, file, text } = site;
  const value = madeValue(site);
  const scope = value && typescript.findAncestor(value, (node) => typescript.isFunctionLike(node));
  const body = scope && "body" in scope ? (scope.body as ts.Node | undefined) : undefined;
  const inLoop =
    value && typescript.findAncestor(value, (node) => typescript.isIterationStatement(node, false));
  if (value === undefined || body === undefined || !typescript.isBlock(body) || inLoop === undefined)
    return [];
  const start = body.getStart(file) + 1;
  const kept = { start, end: start, text: " let shared_: any;" };
  const { edits } = replace(value, site, `(shared_ ??= ${text(value)})`);
  return [{ edits: [kept, ...edits], words: `${text(value)} was made only once, and used for all layers` }];
}

function missingLine(site: Site): Change[] {
  const { ts: typescript, node, text } = site;
  if (!typescript.isExpressionStatement(node)) return [];
  return [{ ...replace(node, site, ";"), words: `${text(node)} is missing` }];
}

function returnsNothing(site: Site): Change[] {
  const { ts: typescript, node } = site;
  if (!typescript.isReturnStatement(node) || node.expression === undefined) return [];
  return [replace(node, site, "return undefined as never;")];
}

/** `"W" + l` becomes `"w" + l`. */
function wrongName(site: Site): Change[] {
  const { ts: typescript, node } = site;
  if (!typescript.isStringLiteral(node) || node.text === "" || typescript.isImportDeclaration(node.parent))
    return [];
  const { text } = node;
  const other = text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase();
  return [replace(node, site, JSON.stringify(other === text ? `${text}_` : other))];
}

function wrongTruth(site: Site): Change[] {
  const { ts: typescript, node, text } = site;
  if (node.kind === typescript.SyntaxKind.TrueKeyword) return [replace(node, site, "false")];
  if (node.kind === typescript.SyntaxKind.FalseKeyword) return [replace(node, site, "true")];
  if (typescript.isIfStatement(node)) return [replace(node.expression, site, `!(${text(node.expression)})`)];
  return [];
}
