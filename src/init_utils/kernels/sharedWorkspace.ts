import { plainKernels } from "./plainKernels.js";
import { simdKernels } from "./simdKernels.js";
import { Workspace } from "./Workspace.js";

/** One for the whole process: all networks are computed in the same memory, one pass after the other. */
export const sharedWorkspace = new Workspace(simdKernels() ?? plainKernels());
