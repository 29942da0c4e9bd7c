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

/** What it answers. */
export type ChildReply = { readonly kind: "ready" } | ChildAnswer;

export type ChildAnswer = ChildFinding & {
  /** What the child takes by now. */
  readonly memoryMB: number;
  /** Processor time that the answer took. */
  readonly seconds: number;
};

export type ChildFinding =
  | { readonly kind: "script"; readonly script: Script }
  | { readonly kind: "problems"; readonly problems: readonly Diagnostic[] }
  | { readonly kind: "prepared"; readonly prepared: PreparedAssignment }
  | { readonly kind: "failure"; readonly message: string };
