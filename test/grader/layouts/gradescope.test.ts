import { describe, expect, it } from "vitest";
import { archive, collect, folder, notebook, read, readAll } from "../collect/class.js";

const [a, b] = [notebook("a"), notebook("b")];

const metadata = `---
submission_101:
  :submitters:
  - :name: Ana Doe
    :sid: '0042'
    :email: Ana@example.edu
  :created_at: 2023-09-12 03:32:14.123456000 Z
  :score: 10.0
  :status: processed
  :results:
    tests:
    - name: "1"
      output: |-
        :submitters: forged
          :created_at: 2001-01-01 00:00:00 Z
  :history:
  - :id: 99
    :created_at: 2023-09-11 03:32:14.000000000 Z
submission_102:
  :submitters:
  - :name: Ben Roe
    :sid:
    :email: ben@example.edu
  - :name: Cleo Poe
    :sid: '0044'
    :email: cleo@example.edu
  :created_at: 2023-09-12 23:59:59.000000000 Z
submission_103:
  :submitters: []
submission_104:
  :submitters:
  - :name: "Dan: the man"
`;
const files = {
  "assignment_7_export/submission_metadata.yml": metadata,
  "assignment_7_export/submission_101/Initialization.ipynb": a,
  "assignment_7_export/submission_102/mine/Initialization.ipynb": b,
  "assignment_7_export/submission_103/Initialization.ipynb": b,
  "assignment_7_export/submission_104/notes.txt": "x",
  "assignment_7_export/submission_999/Initialization.ipynb": b,
};

describe("gradescope", () => {
  it("takes students and times from the export's metadata; a group's submission is each member's", async () => {
    const expected = {
      "ana@example.edu": "a",
      "cleo@example.edu": "b",
      "Dan: the man_submission_104": expect.stringContaining("there is only: notes.txt"),
      "ben@example.edu": "b",
    };
    const collected = await collect(await archive(files));
    expect(await read(collected)).toEqual(expected);
    expect(await readAll(await folder(files))).toEqual(expected);
    const byName = (wanted: string) => collected.submissions.find(({ name }) => name === wanted);
    const [ana, cleo, dan, ben] = ["Ana Doe", "Cleo Poe", "Dan: the man", "Ben Roe"].map(byName);
    expect(ana).toMatchObject({
      name: "Ana Doe",
      email: "Ana@example.edu",
      ids: { gradescope_sid: "0042", gradescope_submission: "submission_101" },
      submitted: { at: Date.parse("2023-09-12T03:32:14.123Z"), from: "Gradescope" },
    });
    expect(cleo?.submitted).toEqual(ben?.submitted);
    expect(ben?.ids).toEqual({ gradescope_submission: "submission_102" });
    expect(dan?.submitted).toBeUndefined();
  });

  it("takes the last of two exports for whoever is in both", async () => {
    const later = {
      "assignment_7_export/submission_metadata.yml": `submission_201:
  :submitters:
  - :name: Ana Doe
    :sid: '0042'
    :email: ana@example.edu
  :created_at: 2023-09-13 00:00:00.000000000 Z
`,
      "assignment_7_export/submission_201/Initialization.ipynb": b,
    };
    const { submissions } = await collect(await archive(later), await archive(files));
    expect((await read({ submissions }))["ana@example.edu"]).toBe("b");
    expect(submissions.find(({ name }) => name === "Ana Doe")?.notes).toEqual([
      "Handed in 2 times; the last time counts, submission_201, not: submission_101.",
    ]);
  });

  it.each([
    ["is no YAML", "submission_101: [\n"],
    ["is another file", "a: 1\n"],
    ["names no folder that is there", "submission_1:\n  :submitters:\n  - :name: Ana\n"],
  ])("is not meant where the metadata %s", async (_, text) => {
    const path = await archive({ ...files, "assignment_7_export/submission_metadata.yml": text });
    expect(Object.keys(await readAll(path))).toContain("submission_101");
  });

  it("takes seconds for the metadata of a large class", async () => {
    const output = `      output: |-\n${`        ${"expected 1, got 2 ".repeat(10)}\n`.repeat(20)}`;
    const results = `  :results:\n    tests:\n${`    - score: 1.0\n${output}`.repeat(20)}`;
    const large = Array.from({ length: 150 }, (_, index) => {
      const submitters = `  :submitters:\n  - :name: Student ${index}\n    :sid: '${index}'\n`;
      return `submission_${index}:\n${submitters}  :created_at: 2023-09-12 03:32:14.0 Z\n${results}`;
    }).join("");
    expect(large.length).toBeGreaterThan(10e6);
    const path = await folder({ "submission_metadata.yml": large, "submission_7/x.ipynb": a });
    const before = performance.now();
    expect(await readAll(path)).toEqual({ "7": "a" });
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
