import type { Submission } from "../collect/index.js";
import type { Grade } from "../gradebook/index.js";
import { ProgressCounter } from "../progress/ProgressCounter.js";
import { FolderNames } from "../results/index.js";
import type { Attended, Classroom } from "./Classroom.js";
import type { GradeEvents } from "./GradeRequest.js";
import type { Done, Lane, Task } from "./Lane.js";
import { mapInOrder } from "./mapInOrder.js";
import { readAhead } from "./readAhead.js";

export interface GradeAllOptions {
  readonly lanes: readonly Lane[];
  readonly classroom: Classroom;
  readonly events: Pick<GradeEvents, "onProgress">;
  readonly signal: AbortSignal;
  /** Called when something went wrong that ends the run: what is under way on other lanes need not be waited for. */
  readonly fail: () => void;
}

/** What is done around the grading of each submission. */
export interface Around<Before, After> {
  /** Before anything is written. */
  before(task: Task): Promise<Before>;
  /** When the results are on the disk. What it gives is kept until it is the submission's turn. */
  after(grade: Grade, done: Done, before: Before): Promise<After>;
}

type Attending = Task & { readonly attended: Attended };

/** Has all submissions graded, on several lanes; gives what came of each in the order of the submissions. */
export async function* gradeAll<Before, After>(
  submissions: AsyncIterable<Submission>,
  { lanes, classroom, events, signal, fail }: GradeAllOptions,
  around: Around<Before, After>,
): AsyncGenerator<After, void, undefined> {
  const progress = new ProgressCounter(events);
  const tasks = readAhead(attending(submissions, classroom), (total) => progress.know(total));
  const work = async (task: Attending, number: number): Promise<{ readonly after: After } | undefined> => {
    try {
      const before = await around.before(task);
      const done = await lanes[number]?.grade(task);
      if (done === undefined) return undefined;
      const grade = classroom.gradeOf(task.submission, task.attended, task.folder, done.results);
      const after = await around.after(grade, done, before);
      progress.count(done);
      return { after };
    } catch (error) {
      fail();
      throw error;
    }
  };
  for await (const done of mapInOrder(tasks, lanes.length, work, signal)) {
    if (done !== undefined) yield done.after;
  }
}

/** Before lanes take them, so that it does not hang on their speed who gets which folder. */
async function* attending(
  submissions: AsyncIterable<Submission>,
  classroom: Classroom,
): AsyncGenerator<Attending, void, undefined> {
  const folders = new FolderNames();
  for await (const submission of submissions) {
    const folder = folders.folderFor(submission.student);
    yield { submission, folder, attended: classroom.attend(submission) };
  }
}
