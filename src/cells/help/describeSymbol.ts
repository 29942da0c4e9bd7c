import type ts from "typescript";

/** What the checker knows of something that a completion could insert. */
export interface KnownSymbol {
  /** The compiler's word for it. */
  readonly kind: string;
  /** Of what can be called or made with `new`: `(x: number): number`. */
  readonly signature?: string;
}

/** Describes a symbol; an import as what it stands for, since names of earlier cells are imports to the compiler. */
export function describeSymbol(
  typescript: typeof ts,
  checker: ts.TypeChecker,
  symbol: ts.Symbol,
  kind: string,
): KnownSymbol {
  const isAlias = (symbol.flags & typescript.SymbolFlags.Alias) !== 0;
  const real = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  const signature = signatureOf(typescript, checker, real);
  return {
    kind: isAlias ? kindOf(typescript, real) : kind,
    ...(signature === undefined ? {} : { signature }),
  };
}

function signatureOf(typescript: typeof ts, checker: ts.TypeChecker, symbol: ts.Symbol): string | undefined {
  if ((symbol.flags & typescript.SymbolFlags.Value) === 0) return undefined;
  const type = checker.getTypeOfSymbol(symbol);
  const signature = type.getCallSignatures()[0] ?? type.getConstructSignatures()[0];
  return signature === undefined ? undefined : checker.signatureToString(signature);
}

function kindOf(typescript: typeof ts, { flags }: ts.Symbol): string {
  const { SymbolFlags } = typescript;
  const kinds = [
    [SymbolFlags.Function, "function"],
    [SymbolFlags.Class, "class"],
    [SymbolFlags.Enum, "enum"],
    [SymbolFlags.Variable, "const"],
    [SymbolFlags.Namespace, "module"],
    [SymbolFlags.Interface, "interface"],
    [SymbolFlags.TypeAlias, "type"],
  ] as const;
  return kinds.find(([flag]) => flags & flag)?.[1] ?? "alias";
}
