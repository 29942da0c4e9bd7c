import type { Outcome } from "../../../src/grader/sandbox/index.ts";

/** Places that attacks try to reach; every cell finds it as `world`. */
export interface World {
  /** What nobody may get to know. */
  readonly secret: string;
  /** Of the secret, in three forms. */
  readonly textFile: string;
  readonly jsonFile: string;
  readonly moduleFile: string;
  /** Where files are tried to be written: nothing may be there afterwards. */
  readonly folder: string;
  /** A server that answers HTTP with the secret, and notes every connection. */
  readonly port: number;
  readonly udpPort: number;
  readonly socketFile: string;
  readonly freePort: number;
  /** A process that must live on, and the grader's own. */
  readonly victim: number;
  readonly grader: number;
  readonly hostname: string;
}

interface Common {
  /** What it tries. */
  readonly name: string;
  /** TypeScript. */
  readonly cell: string;
  /** Why plain Node.js is no comparison; without it the attack has to succeed there. */
  readonly notInNode?: string;
}

/** Sets `loot` to the secret. */
export interface Theft extends Common {
  readonly kind: "theft";
  /** What it is after, where that is not the secret. */
  readonly loot?: (world: World) => string;
}

/** Does something that can be seen from outside. */
export interface Deed extends Common {
  readonly kind: "deed";
  /** It shows some time after the cell. */
  readonly later?: true;
}

/** Takes more than it may: in plain Node.js it is still at it, or has taken it, after a second. */
export interface Excess extends Common {
  readonly kind: "excess";
  /** What the cell may come to. */
  readonly outcomes: readonly Outcome["kind"][];
  /** For a limit that is reached slowly. */
  readonly seconds?: number;
}

/**
 * Wants `answer(x)`, which is to be `x * x + 1`, to be taken for right without computing it. In plain Node.js a test
 * that stands in the same process falls for it.
 */
export interface Forgery extends Common {
  readonly kind: "forgery";
}

/** Wants the guest to mistake one question for another, or to hang: what answers must answer right, or be dead. */
export interface Disturbance extends Common {
  readonly kind: "disturbance";
}

export type Attack = Theft | Deed | Excess | Forgery | Disturbance;
