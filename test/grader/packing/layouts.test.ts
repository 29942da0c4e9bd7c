import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { Gradebook } from "../../../src/grader/gradebook/index.ts";
import { canvasLayout } from "../../../src/grader/packing/canvasLayout.ts";
import { gradescopeLayout } from "../../../src/grader/packing/gradescopeLayout.ts";
import { moodleLayout } from "../../../src/grader/packing/moodleLayout.ts";
import { nbgraderLayout } from "../../../src/grader/packing/nbgraderLayout.ts";
import { FolderNames } from "../../../src/grader/results/index.ts";
import { gradeOf } from "../fixtures/grades.ts";
import { canvasReads, moodleReads } from "./importers.ts";

const layouts = { moodleLayout, canvasLayout, gradescopeLayout, nbgraderLayout };

function rowOf(student: string, file: string): ReturnType<Gradebook["rows"]>[number] {
  const gradebook = new Gradebook();
  const ids = { moodle_participant: "12", canvas_user: "34", canvas_file: "56" };
  const submission = { student, path: `class.zip/${file}`, ids };
  gradebook.add(gradeOf("", [], { submission, folder: new FolderNames().folderFor(student) }));
  return gradebook.rows()[0]!;
}

describe("the layouts of uploads", () => {
  const unit = fc.constantFrom(..."aZ1_./\\:~ -\u0000\n\u202eé李\u{1f600}\ud800");
  const names = fc.string({ unit, minLength: 1, maxLength: 12 });

  test.each(Object.entries(layouts))(
    "%s never leaves the zip's folder, whatever a student is called",
    (_, layout) => {
      fc.assert(
        fc.property(names, names, (student, file) => {
          const entry = layout.entryFor(rowOf(student, `${file}.ipynb`), student);
          fc.pre(entry !== undefined);
          const path = entry.path;
          expect(path).not.toMatch(/^\/|\\|:|\p{Cc}|\p{Cf}|(?:^|\/)[.~]|\/\//u);
          // Throws for names that programs would take for places elsewhere.
          expect(() => new ZipFile().addBuffer(Buffer.of(), path)).not.toThrow();
        }),
      );
    },
  );

  test("moodleLayout is read as the participant's, whatever the student is called", () => {
    fc.assert(
      fc.property(names, (student) => {
        const path = moodleLayout.entryFor(rowOf(student, "a.ipynb"), "x")?.path ?? "";
        expect(moodleReads(path, new Set([12]))?.participant).toBe(12);
      }),
    );
  });

  test("canvasLayout is read as the user's, for students as Canvas's download calls them", () => {
    const names = fc
      .string({ unit: fc.constantFrom(..."az1é-"), minLength: 1 })
      .filter((name) => /\D/.test(name));
    fc.assert(
      fc.property(names, (name) => {
        const path = canvasLayout.entryFor(rowOf(`${name}_34`, `${name}_34_56_a.ipynb`), "x")?.path ?? "";
        expect(canvasReads(path)).toEqual({ user: "34", attachment: "56" });
      }),
    );
  });
});
