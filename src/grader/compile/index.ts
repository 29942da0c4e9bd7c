export { CellCompiler, type Checked, type Compiled } from "./CellCompiler.js";
export type { ChildSettings } from "./requests.js";
export { TypeChecks } from "./TypeChecks.js";
