import { fileURLToPath } from "node:url";
import { toScript } from "../../../src/cells/index.js";
import type { Assignment, AssignmentCell } from "../../../src/grader/Assignment.js";
import { makeAssignment } from "../../../src/grader/assignment/makeAssignment.js";
import type { Judgment } from "../../../src/grader/execution/Judgment.js";
import type { TestJudge } from "../../../src/grader/judge/index.js";
import { prepareAssignment } from "../../../src/grader/judge/prepareAssignment.js";
import type { Guest } from "../../../src/grader/sandbox/Sandbox.js";
import { readNotebook } from "../../../src/notebook/index.js";
import { compiler } from "../../cells/support/compiler.js";
import { inProcessGuest } from "./inProcessGuest.js";

/** The judge as it was built: its worker is a process of compiled files. */
const built = new URL("../../../dist/grader/judge/index.js", import.meta.url);

export async function openJudge(options?: { readonly ownSeconds?: number }): Promise<TestJudge> {
  const { TestJudge: Judge } = (await import(built.href)) as { TestJudge: typeof TestJudge };
  return new Judge((assignment) => prepareAssignment(compiler, assignment), options);
}

/** The assignment "Initialization". */
export async function theAssignment(): Promise<Assignment> {
  const file = new URL("../../../notebooks/instructor/Initialization.ipynb", import.meta.url);
  const namesOf = (source: string): Promise<string[]> => {
    const { names } = toScript(compiler, source, { globals: new Set() });
    return Promise.resolve(names.filter(({ kind }) => kind !== "import").map(({ name }) => name));
  };
  return makeAssignment(await readNotebook(fileURLToPath(file)), namesOf);
}

const code = { cellType: "code", points: 0, defines: [], skip: false } as const;

/** An assignment of one test cell; `names` are what the submission is to define. */
export function assignmentOf(
  source: string,
  {
    names = ["f"],
    given = "",
    points = 10,
  }: { names?: readonly string[]; given?: string; points?: number } = {},
): Assignment {
  const cells: AssignmentCell[] = [
    { ...code, gradeId: "given", role: "given", source: given, released: given },
    { ...code, gradeId: "answer", role: "solution", source: "", released: "", defines: names },
    { ...code, gradeId: "the_test", role: "test", source, released: source, points },
  ];
  const imports = ["init_utils", "public_tests", "@tensorflow/tfjs", "seedrandom"];
  return { name: "Assignment", version: "1", hash: "", imports, cells };
}

/** What the judge says of a test cell and a submission with these globals; without the evidence for it. */
export async function ask(...parameters: Parameters<typeof askWithEvidence>): Promise<Judgment> {
  const { evidence: _, ...judgment } = await askWithEvidence(...parameters);
  return judgment;
}

export function askWithEvidence(
  judge: TestJudge,
  source: string,
  globals: Readonly<Record<string, unknown>> | Guest,
  options: Parameters<typeof assignmentOf>[1] & {
    readonly seed?: string;
    readonly tellsHidden?: boolean;
  } = {},
): Promise<Judgment> {
  const assignment = assignmentOf(source, { names: Object.keys(globals), ...options });
  const guest = "call" in globals ? (globals as Guest) : inProcessGuest(globals as Record<string, unknown>);
  const { seed = "0".repeat(64), tellsHidden = false } = options;
  return judge.ask({ assignment, test: assignment.cells[2]!, guest, seed, seconds: 10, tellsHidden });
}
