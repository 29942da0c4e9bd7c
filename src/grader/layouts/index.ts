import { blackboard } from "./blackboard.js";
import { canvas } from "./canvas.js";
import { folders } from "./folders.js";
import { gradescope } from "./gradescope.js";
import type { Layout } from "./Layout.js";
import { moodle } from "./moodle.js";
import { nbgraderInbound } from "./nbgraderInbound.js";
import { nbgraderTree } from "./nbgraderTree.js";
import { oneFileEach } from "./oneFileEach.js";

export type { Layout, Placement, Root } from "./Layout.js";

/** From the most particular to the most general; the last one takes anything. */
export const layouts: readonly Layout[] = [
  gradescope,
  moodle,
  canvas,
  blackboard,
  nbgraderInbound,
  nbgraderTree,
  folders,
  oneFileEach,
];
