import type { Submission } from "../collect/index.js";
import { FolderNames, type Results } from "../results/index.js";
import { printable } from "../submission/index.js";
import type { Graded, GradeEvents, GradeSummary } from "./GradeRequest.js";
import type { Done, Lane, Task } from "./Lane.js";
import { mapInOrder } from "./mapInOrder.js";
import { readAhead } from "./readAhead.js";
import { SummaryCounter } from "./SummaryCounter.js";

export interface GradeAllOptions {
  readonly events: GradeEvents;
  readonly signal: AbortSignal;
  /** Called when something went wrong that ends the run: what is under way on other lanes need not be waited for. */
  readonly fail: () => void;
}

/** Has all submissions graded, on several lanes, and tells of each in the order of the submissions. */
export async function gradeAll(
  submissions: AsyncIterable<Submission>,
  lanes: readonly Lane[],
  { events, signal, fail }: GradeAllOptions,
): Promise<GradeSummary> {
  const counter = new SummaryCounter();
  const progress = new ProgressCounter(events);
  const tasks = readAhead(withFolders(submissions), (total) => progress.know(total));
  const work = async (task: Task, lane: number): Promise<Graded | undefined> => {
    const done = await lanes[lane]?.grade(task).catch((error) => {
      fail();
      throw error;
    });
    if (done === undefined) return undefined;
    progress.count(done);
    return gradedOf(task, done);
  };
  for await (const graded of mapInOrder(tasks, lanes.length, work, signal)) {
    if (graded === undefined) continue;
    counter.add(graded);
    events.onGraded(graded);
  }
  return counter.summary();
}

/** Before lanes take them, so that it does not hang on their speed who gets which folder. */
async function* withFolders(submissions: AsyncIterable<Submission>): AsyncGenerator<Task, void, undefined> {
  const folders = new FolderNames();
  for await (const submission of submissions) {
    yield { submission, folder: folders.folderFor(submission.student) };
  }
}

class ProgressCounter {
  readonly #events: GradeEvents;
  #done = 0;
  #reused = 0;
  #total: number | undefined;

  constructor(events: GradeEvents) {
    this.#events = events;
  }

  know(total: number): void {
    this.#total = total;
    this.#tell();
  }

  count({ isReused }: Done): void {
    this.#done++;
    if (isReused) this.#reused++;
    this.#tell();
  }

  #tell(): void {
    const [done, reused, total] = [this.#done, this.#reused, this.#total];
    this.#events.onProgress({ done, reused, ...(total !== undefined && { total }) });
  }
}

function gradedOf({ submission, folder }: Task, { results, isReused }: Done): Graded {
  return { name: printable(submission.student), folder, ...gist(results), isReused };
}

function gist({ verdict, score, max_score, tests }: Results): Omit<Graded, "name" | "folder" | "isReused"> {
  const isUngraded = verdict === "unreadable" || verdict === "wrong_assignment";
  const reason = isUngraded ? tests[0]?.message : undefined;
  return {
    verdict,
    score,
    maxScore: max_score,
    ...(reason !== undefined && { reason: printable(reason, 300) }),
  };
}
