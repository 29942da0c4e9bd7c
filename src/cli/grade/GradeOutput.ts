import type { GradeEvents, GradeSummary } from "../../grader/index.js";

/** Tells a person or a program what a run does. */
export interface GradeOutput extends GradeEvents {
  /** @param exitCode what the command will end with */
  onEnd(summary: GradeSummary, exitCode: number): void;
  /** When the run came to no end. */
  onError(error: unknown, exitCode: number): void;
  /** Puts the terminal in order; nothing is told any more. */
  close(): void;
}
