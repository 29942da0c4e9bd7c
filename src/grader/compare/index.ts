export type { Change, ChangedTest } from "./Change.js";
export { changeOf } from "./changeOf.js";
export { type Earlier, EarlierRun } from "./EarlierRun.js";
export { ruleNames } from "./whyChanged.js";
