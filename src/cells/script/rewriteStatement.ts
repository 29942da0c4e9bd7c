import type ts from "typescript";
import { isAmbient, varLists } from "../source/declaredNames.js";
import type { Rewrite } from "./Rewrite.js";
import { rewriteClass } from "./rewriteClass.js";
import {
  blankExportKeywords,
  rewriteAnonymousDefault,
  rewriteExportDeclaration,
  rewriteExportDefault,
} from "./rewriteExport.js";
import { rewriteImport } from "./rewriteImport.js";
import { rewriteNestedVar, rewriteVariables } from "./rewriteVariables.js";

/** Rewrites one statement of a cell's top level; its types are gone already. */
export function rewriteStatement(rewrite: Rewrite, statement: ts.Statement): void {
  const { ts: typescript } = rewrite;
  if (isTypeOnly(typescript, statement)) return;
  if (typescript.isImportDeclaration(statement)) rewriteImport(rewrite, statement);
  else if (typescript.isExportDeclaration(statement)) rewriteExportDeclaration(rewrite, statement);
  else if (typescript.isExportAssignment(statement)) rewriteExportDefault(rewrite, statement);
  else rewriteDeclaration(rewrite, statement);
}

function rewriteDeclaration(rewrite: Rewrite, statement: ts.Statement): void {
  const { ts: typescript } = rewrite;
  const isFunction = typescript.isFunctionDeclaration(statement);
  if ((isFunction || typescript.isClassDeclaration(statement)) && statement.name === undefined) {
    rewriteAnonymousDefault(rewrite, statement);
  } else if (isFunction && isMoved(rewrite, statement)) {
    moveFunction(rewrite, statement);
  } else {
    blankExportKeywords(rewrite, statement);
    if (typescript.isClassDeclaration(statement) && hasName(statement)) rewriteClass(rewrite, statement);
    else if (typescript.isVariableStatement(statement)) rewriteVariables(rewrite, statement.declarationList);
    else for (const list of varLists(typescript, statement)) rewriteNestedVar(rewrite, list);
  }
}

/** Functions stay where they are, unless a function around the cell would hide them from later cells. */
function isMoved({ globals, isAsync }: Rewrite, node: ts.FunctionDeclaration): boolean {
  return isAsync || globals.has(node.name?.text ?? "");
}

function moveFunction(rewrite: Rewrite, node: ts.FunctionDeclaration): void {
  const name = node.name?.text ?? "";
  if (rewrite.globals.has(name)) rewrite.shadows.add(name);
  rewrite.movedFunctions.push(node);
  rewrite.edits.overwrite(node.getStart(rewrite.file), node.end, ";");
}

function hasName(node: ts.ClassDeclaration): node is ts.ClassDeclaration & { readonly name: ts.Identifier } {
  return node.name !== undefined;
}

/** Statements that were blanked as a whole; in JavaScript there are none. */
function isTypeOnly(typescript: typeof ts, statement: ts.Statement): boolean {
  if (typescript.isInterfaceDeclaration(statement) || typescript.isTypeAliasDeclaration(statement))
    return true;
  if (typescript.isModuleDeclaration(statement)) return true;
  if (typescript.isFunctionDeclaration(statement) && statement.body === undefined) return true;
  if (typescript.isExportDeclaration(statement) && statement.isTypeOnly) return true;
  return isAmbient(typescript, statement);
}
