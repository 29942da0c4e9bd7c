import type { World } from "./Attack.ts";

/** What stands before an attack: the places that it may look for, and a function that is right. */
export function preamble(world: World): string {
  return `var world: any = ${JSON.stringify(world)};
var loot: any = "nothing";
function honest(x: number): number {
  return x * x + 1;
}
function answer(x: number): any {
  return "none";
}`;
}
