// What the side that runs scripts needs: no compiler.
export { helperNames } from "./helperNames.js";
export { originalPosition, type Place, type SourcePositions } from "./originalPosition.js";
export { pickImports } from "./pickImports.js";
export type { CellImport, Script, ScriptPart } from "./Script.js";
export { shadowDeclaration } from "./shadowDeclaration.js";
