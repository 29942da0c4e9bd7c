import type { Results } from "../../grader/results/index.js";
import { serializeResults } from "../../grader/results/serializeResults.js";
import type { Guest } from "../../grader/sandbox/index.js";
import { stubMessage } from "../stubs.js";
import { type Exercise, placeIn, solutionsOf } from "./Exercise.js";
import type { Finding, Step } from "./Finding.js";
import type { Trials } from "./Trials.js";

type Test = Results["tests"][number];

/** The student whose hidden inputs most trials have. */
export const firstStudent = "student-1";

/** The whole solution has all points, for this student and for others, whose hidden inputs differ. */
export async function checkSolution(
  trials: Pick<Trials, "run">,
  exercises: readonly Exercise[],
  students: readonly string[],
): Promise<Finding[]> {
  const answers = solutionsOf(exercises);
  const all = await Promise.all(students.map((student) => trials.run({ student, answers })));
  const findings = all.flatMap((results) => exercises.flatMap((exercise) => lostPoints(exercise, results)));
  // What many students would lose is one finding.
  return [...new Map(findings.map((finding) => [`${finding.cell}`, finding])).values()];
}

function lostPoints(exercise: Exercise, results: Results): Finding[] {
  const test = testOf(exercise, results);
  if (test === undefined || (test.verdict === "passed" && test.points === test.max_points)) return [];
  const broken = test.verdict === "judge_error";
  const said = test.message.replace(/\.$/, "");
  return [
    {
      ...{ step: "solution", kind: broken ? "broken-test" : "solution-fails" },
      ...placeIn(exercise, test.visibility === "hidden"),
      message: broken
        ? said
        : `the solution gets ${test.points} of ${test.max_points} points (${test.verdict}): ${said}`,
      wayOut: broken
        ? "Tests are synchronous, import only what students may, and have to ask the answer for something."
        : "Set the solution or the test right; run both cells in JupyterLab to see more.",
    },
  ];
}

/** As it is handed out, the notebook has no points, and says why. */
export async function checkStub(
  trials: Pick<Trials, "run">,
  exercises: readonly Exercise[],
): Promise<Finding[]> {
  const stubs = new StubWatch();
  const watch = stubs.watch.bind(stubs);
  const results = await trials.run({ student: firstStudent, answers: new Map(), watch });
  return exercises.flatMap((exercise): Finding[] => {
    const test = testOf(exercise, results);
    if (test === undefined || test.verdict === "judge_error") return [];
    if (test.points > 0) {
      return [
        {
          ...{ step: "stub", kind: "points-for-nothing" },
          ...placeIn(exercise, false),
          message: `an untouched exercise gets ${test.points} of ${test.max_points} points`,
          wayOut: "Let the test call what the student is to write, and check what comes back.",
        },
      ];
    }
    const said = [test.message, ...notesOn(exercise, results)].join(" ");
    const isHeard = said.includes(stubMessage) || exercise.answers.some((answer) => stubs.threw(answer));
    return isHeard ? [] : [silentStub(exercise, test.message)];
  });
}

/** Hears stubs whose errors a checker catches, and tells in its own words. */
class StubWatch {
  readonly #names = new Set<string>();

  threw({ defines }: Exercise["answers"][number]): boolean {
    return defines.some((name) => this.#names.has(name));
  }

  watch(guest: Guest): Guest {
    return {
      run: (cell, seconds) => guest.run(cell, seconds),
      read: (name, seconds) => guest.read(name, seconds),
      end: () => guest.end(),
      call: async (name, args, seconds) => {
        const outcome = await guest.call(name, args, seconds);
        if (outcome.kind === "threw" && Buffer.from(outcome.error).includes(stubMessage))
          this.#names.add(name);
        return outcome;
      },
    };
  }
}

/** A stub outside of functions throws when its cell runs. */
function notesOn({ answers }: Exercise, { notes }: Results): string[] {
  return notes.filter((note) => answers.some(({ gradeId }) => note.startsWith(`The cell ${gradeId} `)));
}

function silentStub({ answers: [answer], cell, ...exercise }: Exercise, message: string): Finding {
  const wayOut = "Put BEGIN SOLUTION and END SOLUTION around what every call of the answer comes to.";
  const said = message.replace(/\.$/, "");
  return {
    ...{ step: "stub", kind: "silent-stub" },
    ...placeIn({ ...exercise, cell, answers: answer === undefined ? [] : [answer] }, false),
    message: `an untouched exercise does not fail with its stub's message, but with: ${said}`,
    wayOut,
  };
}

/** With the others unsolved, an exercise has its points, and the others have none. */
export async function checkAlone(
  trials: Pick<Trials, "run">,
  exercises: readonly Exercise[],
): Promise<Finding[]> {
  const found = await Promise.all(
    exercises.map(async (exercise) => {
      const answers = solutionsOf([exercise]);
      const results = await trials.run({ student: firstStudent, answers });
      return exercises.flatMap((other) => aloneFinding(exercise, other, testOf(other, results), answers));
    }),
  );
  return found.flat();
}

function aloneFinding(
  solved: Exercise,
  other: Exercise,
  test: Test | undefined,
  answers: ReadonlyMap<string, string>,
): Finding[] {
  if (test === undefined || test.verdict === "judge_error") return [];
  if (other === solved) {
    if (test.points === test.max_points) return [];
    return [
      {
        ...{ step: "alone", kind: "not-alone" },
        ...placeIn(other, test.visibility === "hidden"),
        message: `with the other exercises unsolved, its solution gets ${test.points} of ${test.max_points} points: ${test.message.replace(/\.$/, "")}`,
        wayOut: "Let the test and the answer do without what other exercises define.",
      },
    ];
  }
  const shares = other.answers.some(({ gradeId }) => answers.has(gradeId));
  if (shares || test.points === 0) return [];
  return [
    {
      ...{ step: "alone", kind: "points-for-another" },
      ...placeIn(other, false),
      message: `unsolved, it gets ${test.points} points as soon as ${solved.answers[0]?.gradeId ?? solved.test.gradeId} is solved`,
      wayOut: "Let the test check its own exercise only.",
    },
  ];
}

/** The same answers, graded again in fresh sandboxes, give the same bytes. */
export async function checkDeterminism(
  trials: Pick<Trials, "run">,
  exercises: readonly Exercise[],
): Promise<Finding[]> {
  const each = exercises.map((exercise) => solutionsOf([exercise]));
  const kinds = [solutionsOf(exercises), new Map<string, string>(), ...each];
  const pairs = await Promise.all(
    kinds.map(async (answers) => {
      const runs = [0, 1].map(() => trials.run({ student: firstStudent, answers }));
      return Promise.all(runs);
    }),
  );
  const findings = pairs.flatMap(([one, other]) => {
    if (one === undefined || other === undefined || serializeResults(one) === serializeResults(other))
      return [];
    return exercises.flatMap((exercise) => differing(exercise, one, other));
  });
  return [...new Map(findings.map((finding) => [finding.cell, finding])).values()];
}

function differing(exercise: Exercise, one: Results, other: Results): Finding[] {
  const [first, second] = [testOf(exercise, one), testOf(exercise, other)];
  if (JSON.stringify(first) === JSON.stringify(second)) return [];
  const step: Step = "determinism";
  return [
    {
      ...{ step, kind: "results-differ" },
      ...placeIn(exercise, second?.visibility === "hidden"),
      message: `graded twice, the same answer gets ${first?.points} (${first?.verdict}) and ${second?.points} points (${second?.verdict})`,
      wayOut: "Draw hidden inputs from `random`, which the judge seeds, and go by no clock.",
    },
  ];
}

export function testOf({ test }: Exercise, { tests }: Results): Test | undefined {
  return tests.find(({ grade_id }) => grade_id === test.gradeId);
}
