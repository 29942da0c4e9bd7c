import type { Diagnostic, Script } from "../../cells/index.js";
import type { Assignment } from "../Assignment.js";
import type { PreparedAssignment } from "../judge/index.js";

/** What the child is told when it starts. */
export interface ChildSettings {
  /** The names that a guest has on globalThis at its start. */
  readonly globals: readonly string[];
}

/** What the child is asked, one request at a time. */
export type ChildRequest =
  | { readonly kind: "script"; readonly cell: string }
  /** `earlier` are the cells whose names the cell sees. */
  | { readonly kind: "check"; readonly cell: string; readonly earlier: readonly string[] }
  /** Makes scripts of an assignment's tests. */
  | { readonly kind: "prepare"; readonly assignment: Assignment };

/** What it answers. `memoryMB` is what the child takes by now. */
export type ChildReply =
  | { readonly kind: "ready" }
  | { readonly kind: "script"; readonly script: Script; readonly memoryMB: number }
  | { readonly kind: "problems"; readonly problems: readonly Diagnostic[]; readonly memoryMB: number }
  | { readonly kind: "prepared"; readonly prepared: PreparedAssignment; readonly memoryMB: number }
  | { readonly kind: "failure"; readonly message: string; readonly memoryMB: number };
