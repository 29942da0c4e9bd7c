import type ts from "typescript";

export interface ImportedName {
  /** The name in the module: an export's, "default", or "*" for all of it. */
  readonly imported: string;
  /** The name in the cell. */
  readonly node: ts.Identifier;
  /** Marked with `type`: gone when the cell runs. */
  readonly typeOnly: boolean;
}

/** The names that an `import` declaration brings in. */
export function importedNames(
  typescript: typeof ts,
  { importClause: clause }: ts.ImportDeclaration,
): ImportedName[] {
  if (clause === undefined) return [];
  const typeOnly = clause.phaseModifier === typescript.SyntaxKind.TypeKeyword;
  const names: ImportedName[] = [];
  if (clause.name !== undefined) names.push({ imported: "default", node: clause.name, typeOnly });
  const bindings = clause.namedBindings;
  if (bindings === undefined) return names;
  if (typescript.isNamespaceImport(bindings))
    return [...names, { imported: "*", node: bindings.name, typeOnly }];
  const named = bindings.elements.map((element) => ({
    imported: (element.propertyName ?? element.name).text,
    node: element.name,
    typeOnly: typeOnly || element.isTypeOnly,
  }));
  return [...names, ...named];
}
