import type { Attack } from "./Attack.ts";
import { deeds } from "./deeds.ts";
import { disturbances } from "./disturbances.ts";
import { excesses } from "./excesses.ts";
import { forgeries } from "./forgeries.ts";
import { thefts } from "./thefts.ts";

export type { Attack, World } from "./Attack.ts";
export { inPlainNode } from "./inPlainNode.ts";
export { makeWorld, type Scene } from "./makeWorld.ts";
export { preamble } from "./preamble.ts";
/** All of them, for whoever runs submissions: a cell each, after that of `preamble`. */
export const attacks: readonly Attack[] = [...thefts, ...deeds, ...excesses, ...forgeries, ...disturbances];
