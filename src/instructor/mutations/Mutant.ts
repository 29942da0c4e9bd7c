import type ts from "typescript";

/** A wrong answer, made by one change of the solution. */
export interface Mutant {
  /** Of the answer cell. */
  readonly gradeId: string;
  /** The whole cell. */
  readonly source: string;
  /** Where the change is, from 1. */
  readonly line: number;
  /** What was changed, as the end of a sentence: `10 became 20`. */
  readonly change: string;
}

/** What takes the place of a part of the source. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a kind of mistake looks at. */
export interface Site {
  readonly ts: typeof ts;
  readonly file: ts.SourceFile;
  readonly node: ts.Node;
  /** The text of a node, comments before it left out. */
  readonly text: (node: ts.Node) => string;
}

/** A change, with what is said of it where the edits alone would not tell. */
export interface Change {
  readonly edits: readonly Edit[];
  readonly words?: string;
}

/** A kind of mistake: the changes that make it at a node; most nodes have none. */
export interface Mistake {
  readonly name: string;
  /** Whether it is also made outside of the solution's markers, in what students are given in the same cell. */
  readonly everywhere?: boolean;
  readonly at: (site: Site) => readonly Change[];
}
