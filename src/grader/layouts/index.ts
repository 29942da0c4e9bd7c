import { folders } from "./folders.js";
import type { Layout } from "./Layout.js";
import { nbgraderTree } from "./nbgraderTree.js";
import { oneFileEach } from "./oneFileEach.js";

export type { Identity, Submitted, SystemId } from "./Identity.js";
export type { Layout, Placement, Root } from "./Layout.js";

/** From the most particular to the most general; the last one takes anything. */
export const layouts: readonly Layout[] = [nbgraderTree, folders, oneFileEach];
