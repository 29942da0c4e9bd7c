import type { Assignment } from "../Assignment.js";
import type { CellCompiler } from "../compile/index.js";
import type { Turnstile } from "../execution/Turnstile.js";
import type { HiddenEvidence } from "../judge/TestEvidence.js";
import type { Sandbox } from "../sandbox/index.js";
import type { Judge } from "./Judge.js";

/** What grading one submission needs; a run has one of these, but for the judge, of which each job has its own. */
export interface GraderParts {
  /** The answer keys; a submission is graded by the one that it was released from, else by the first. */
  readonly assignments: readonly [Assignment, ...Assignment[]];
  /** Hidden inputs are drawn from it. */
  readonly secret: string;
  readonly compiler: Pick<CellCompiler, "toScript" | "check">;
  readonly sandbox: Sandbox;
  readonly judge: Judge;
  readonly turnstile: Turnstile;
  readonly rules: Rules;
  readonly graderVersion: string;
  /** Told what the hidden part of each test asked and found. For instructors: nothing of it may reach a student. */
  readonly onHidden?: OnHidden;
  /** In seconds, from any beginning. */
  readonly now: () => number;
}

export type OnHidden = (gradeId: string, evidence: HiddenEvidence) => void;

export interface Rules {
  /** `tell`: errors of types are shown where points were lost; `strict`: they cost the points. */
  readonly types: "tell" | "strict";
  readonly cellSeconds: number;
  /** For one submission, with all replays. */
  readonly totalSeconds: number;
  readonly mostReplays: number;
  readonly memoryMB: number;
}

export const defaultRules: Rules = {
  types: "tell",
  cellSeconds: 10,
  totalSeconds: 60,
  mostReplays: 3,
  memoryMB: 256,
};
