import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GradeFolder, type GradeRun } from "../support/gradeNotebooks.js";
import { handInSolved, solutionOf, withExtraCell } from "../support/students.js";

const zeros = solutionOf("zeros");
/** What is the same in each of a class; the last one is put together of everything that could get out of hand. */
const submissions = {
  helper: withExtraCell(
    handInSolved({ zeros: zeros.replaceAll("tf.zeros(", "make(") }),
    "packages",
    "function make(shape: number[]) {\n  return tf.zeros(shape).missing();\n}",
  ),
  names: handInSolved({ zeros: zeros.replace("layers_dims.length", "layer_dims.length") }),
  brace: handInSolved({ zeros: zeros.replace(/\}\s*$/, "") }),
  forged: handInSolved({
    zeros: `${zeros}\nconst real = initialize_parameters_zeros;
initialize_parameters_zeros = () => {
  const error = new Error("\\u001b[31m</script>".repeat(1000));
  error.stack = "at cell:model:1:1\\nat cell:initialize_parameters_zeros:99999:1\\nat cell:initialize_parameters_zeros:2:1\\n".repeat(5000);
  throw error;
};`,
  }),
  large: handInSolved({
    zeros: `// ${"\u202e".repeat(10_000)}\n${zeros.replace("return parameters", "return Object.fromEntries(Array.from({ length: 300 }, (_, i) => ['\\u202e'.repeat(99) + i, tf.zeros([40])]))")}`,
    random: `// ${"x".repeat(50_000)}\n${solutionOf("random")}`,
  }),
};

describe("initlab grade, on where it went wrong", () => {
  const folder = new GradeFolder();
  let run: GradeRun;
  beforeAll(async () => {
    for (const [name, notebook] of Object.entries(submissions)) folder.submit(name, notebook);
    run = await folder.grade();
  }, 120_000);
  afterAll(() => folder.remove());
  const first = (student: string) => run.results.get(student)!.tests[0]!;

  test("points into a helper of the student's own, and has its source", () => {
    const { marks, cells } = first("helper");
    const [mark] = marks!;
    expect(mark).toMatchObject({ line: 2, column: 26 });
    expect(mark!.message).toMatch(/^TypeError: .*missing is not a function/);
    const { answers } = run.results.get("helper")!;
    expect(answers!.find(({ cell }) => cell === mark!.cell)!.source).toContain("function make");
    expect(cells).toEqual(["initialize_parameters_zeros"]);
  });

  test("points at a name that is not there", () => {
    const { marks, type_errors } = first("names");
    expect(marks).toMatchObject([{ cell: "initialize_parameters_zeros", line: 11, column: 13 }]);
    expect(type_errors).toMatchObject([{ line: 11, column: 13, code: 2552 }]);
  });

  test("points at what is no TypeScript", () => {
    expect(first("brace").marks).toMatchObject([{ line: 22, message: "'}' expected." }]);
  });

  test("believes no stack that does not fit the cell, and shows nothing of it", () => {
    expect(first("forged").marks).toMatchObject([
      { cell: "initialize_parameters_zeros", line: 2, column: 1 },
    ]);
    expect(JSON.stringify(first("forged"))).not.toContain("99999");
  });

  test("keeps the file small, and the page printable, whatever is handed in", () => {
    for (const student of Object.keys(submissions)) {
      expect(run.files[`${student}/results.json`]!.length).toBeLessThan(110_000);
      expect(run.files[`${student}/feedback.html`] ?? "").not.toMatch(/[^\P{C}\n\t]/u);
    }
    expect(run.results.get("large")!.answers!.map(({ cut }) => cut)).toEqual([true, true, undefined]);
  });
});
