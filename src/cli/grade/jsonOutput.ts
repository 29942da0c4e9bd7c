import type { Change, GradeSummary } from "../../grader/index.js";
import { eventLine, type GradeEvent, noDisplay, progressDisplay } from "../../grader/progress/index.js";
import type { GradeOutput } from "./GradeOutput.js";

const progressMs = 1000;

/** Lines of JSON on stdout for programs; a bar on stderr, where somebody looks. */
export function jsonOutput(options: {
  readonly folder: string;
  readonly version: string;
  readonly quiet: boolean;
}): GradeOutput {
  const isWatched = !options.quiet && process.stderr.isTTY === true;
  const display = isWatched ? progressDisplay(process.stderr) : noDisplay;
  const say = (event: GradeEvent): void => display.aside(() => process.stdout.write(eventLine(event)));
  let toldAt = Number.NEGATIVE_INFINITY;
  say({ event: "start", schema_version: 1, version: options.version, out: options.folder });
  return {
    onWarning: (message) => say({ event: "warning", message }),
    onProgress: (progress) => {
      display.update(progress);
      const isLast = progress.done === progress.total;
      if (!isLast && performance.now() - toldAt < progressMs) return;
      toldAt = performance.now();
      say({ event: "progress", ...progress });
    },
    onGraded: ({ maxScore, isReused, needsPerson, ...graded }) =>
      say({ event: "graded", ...graded, max_score: maxScore, reused: isReused, needs_person: needsPerson }),
    onFault: (student, { message }) => say({ event: "fault", student, message }),
    onMissing: (student) => say({ event: "missing", student }),
    onChange: (change) => say(changedEvent(change)),
    onEnd: (summary, exitCode) => say(endEvent(summary, exitCode)),
    onError: (error, exitCode) =>
      say({
        event: "error",
        exit_code: exitCode,
        message: error instanceof Error ? error.message : String(error),
      }),
    close: () => display.end(),
  };
}

function endEvent(summary: GradeSummary, exitCode: number): GradeEvent {
  const { count, reused, missing, needsPerson, verdicts, meanScore, changes } = summary;
  return {
    event: "end",
    exit_code: exitCode,
    ...{ count, reused, missing, needs_person: needsPerson, mean_score: meanScore },
    verdicts: Object.fromEntries(verdicts),
    ...(changes !== undefined && { changes }),
  };
}

function changedEvent({ student, before, after, tests }: Change): GradeEvent {
  return {
    event: "changed",
    student,
    before: before ?? null,
    after: after ?? null,
    tests: tests.map((test) => ({
      test: test.test,
      before: test.before ?? null,
      after: test.after ?? null,
      reasons: test.reasons,
    })),
  };
}
