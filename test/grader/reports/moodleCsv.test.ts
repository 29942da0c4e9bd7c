import { describe, expect, test } from "vitest";
import { parseTable } from "../../../src/grader/csv/index.ts";
import { Gradebook, Overrides } from "../../../src/grader/gradebook/index.ts";
import { moodleCsv } from "../../../src/grader/reports/index.ts";
import { gradeOf, testResult } from "../fixtures/grades.ts";

/** As Moodle's worksheet has them when it is downloaded in English. */
const worksheet =
  "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),Last modified (grade),Feedback comments";

const fromDownload = {
  submission: {
    student: "Ana Doe_1234567",
    name: "Ana Doe",
    path: "x.ipynb",
    ids: { moodle_participant: "1234567" },
  },
};

/** What Moodle's importer reads of a row: see assignfeedback_offline_grade_importer::next. */
function asMoodleReads(text: string): unknown[] {
  return parseTable(text, "grades.moodle.csv").rows.map(({ cells }) => ({
    id: Number((cells.get("Identifier") ?? "").slice("Participant ".length)),
    grade: Number(cells.get("Grade")),
    modified: cells.get("Last modified (grade)"),
    comment: cells.get("Feedback comments"),
  }));
}

describe("moodleCsv", () => {
  test("moodleCsv has the columns of Moodle's worksheet, and Moodle finds the participant of the download", () => {
    const gradebook = new Gradebook();
    const lost = testResult("zeros", { points: 7.123456789, hint: "Use <b>zeros</b> & not = ones." });
    gradebook.add(gradeOf("", [lost, testResult("he")], fromDownload));
    const { text, warnings } = moodleCsv(gradebook);
    expect(text.split("\n")[0]).toBe(worksheet);
    expect(asMoodleReads(text)).toEqual([
      {
        id: 1234567,
        grade: 17.12346,
        modified: "-",
        comment: "zeros: 7.123456789 of 10. Use &lt;b&gt;zeros&lt;/b&gt; &amp; not = ones.<br>he: 10 of 10",
      },
    ]);
    expect(warnings).toEqual([]);
  });

  test("moodleCsv gives the columns of a worksheet back that is the roster, and 0 to who is missing", () => {
    const gradebook = new Gradebook([{ gradeId: "a", maxPoints: 10 }]);
    const ids = {
      Identifier: "Participant 42",
      Status: "Submitted for grading -",
      "Maximum Grade": "10.00",
      "Grade can be changed": "Yes",
      "Last modified (submission)": "Monday, 2 March 2026, 9:00 AM",
      "Last modified (grade)": "Tuesday, 3 March 2026, 10:00 AM",
    };
    const entry = { student: "ana", name: "Ana Doe", email: "ana@example.org", ids };
    gradebook.add(gradeOf("ana", [testResult("a", { points: 4 })], { rosterEntry: entry }));
    gradebook.addMissing({ student: "ben", name: "Ben", ids: { Identifier: "Participant 43" } });
    const { text, warnings } = moodleCsv(gradebook);
    expect(text.split("\n").slice(1, 3)).toEqual([
      'Participant 42,Ana Doe,ana@example.org,Submitted for grading -,4,10.00,Yes,"Monday, 2 March 2026, 9:00 AM","Tuesday, 3 March 2026, 10:00 AM",a: 4 of 10',
      "Participant 43,Ben,,No submission,0,10,Yes,-,-,Nothing was handed in.",
    ]);
    expect(warnings).toEqual([]);
  });

  test("moodleCsv leaves out and tells who waits for a person or is unknown to Moodle, and what Moodle will skip", () => {
    const gradebook = new Gradebook();
    const pending = testResult("a", { verdict: "pending", points: 0 });
    for (const student of ["a1", "a2", "a3", "a4"]) gradebook.add(gradeOf(student, [pending], fromDownload));
    for (const student of ["b1", "b2"]) gradebook.add(gradeOf(student, [testResult("a")]));
    const rosterEntry = { student: "c", ids: { identifier: "Participant 7", "Maximum Grade": "5,00" } };
    gradebook.add(gradeOf("c", [testResult("a")], { rosterEntry }));
    const { text, warnings } = moodleCsv(gradebook);
    expect(asMoodleReads(text)).toHaveLength(1);
    expect(warnings).toEqual([
      "Left out of grades.moodle.csv, as they wait for a person: Ana Doe_1234567, Ana Doe_1234567, Ana Doe_1234567 and 1 more.",
      "Left out of grades.moodle.csv, as neither Moodle's download nor the roster tells their identifier: b1, b2.",
      "Moodle will skip these grades, which are above the maximum: c.",
      "The roster's maximum grade is not the assignment's, for example: c.",
    ]);
  });

  test("moodleCsv gives the student a person's word to read, also of what was not handed in", () => {
    const gradebook = new Gradebook([{ gradeId: "a", maxPoints: 10 }]);
    const word = { student: "x", who: "Lee", row: 2 };
    const overrides = new Overrides("overrides.csv", [
      { ...word, student: fromDownload.submission.student, test: "a", points: 9, why: "Clear & short" },
      { ...word, student: "ben", test: "*", points: 4, why: "By mail" },
    ]);
    gradebook.add(gradeOf("", [testResult("a", { points: 3 })], { ...fromDownload, overrides }));
    gradebook.addMissing({ student: "ben", ids: { Identifier: "Participant 43" } }, overrides);
    expect(asMoodleReads(moodleCsv(gradebook).text)).toMatchObject([
      { grade: 9, comment: "Lee gave 9 points for a: Clear &amp; short<br>a: 9 of 10" },
      { grade: 4, comment: "Nothing was handed in.<br>Lee gave 4 points for the whole submission: By mail" },
    ]);
  });

  test("moodleCsv tells whose comments in Moodle it replaces, as far as the roster says", () => {
    const gradebook = new Gradebook();
    for (const [student, comment] of Object.entries({ a: "Well done!", b: "", c: "x: 10 of 10" })) {
      const ids = { Identifier: "Participant 1", "Feedback comments": comment };
      gradebook.add(gradeOf(student, [testResult("x")], { rosterEntry: { student, ids } }));
    }
    expect(moodleCsv(gradebook).warnings).toEqual([
      "The upload replaces comments that the roster says these have in Moodle: a.",
    ]);
  });

  test("moodleCsv keeps a name from being a formula, and an identifier from being changed", () => {
    const gradebook = new Gradebook();
    const submission = { ...fromDownload.submission, name: "=HYPERLINK(A1)" };
    gradebook.add(gradeOf("", [testResult("a")], { submission }));
    expect(moodleCsv(gradebook).text.split("\n")[1]).toMatch(/^Participant 1234567,'=HYPERLINK\(A1\),/);
  });
});
