import { type Cell, tableText } from "../csv/index.js";
import { type Exercise, type Gradebook, type GradeRow, wholeSubmission } from "../gradebook/index.js";
import { rosterCell } from "./rosterCell.js";
import { tellStudents } from "./tellStudents.js";
import { roundedPoints, type UploadTable } from "./UploadTable.js";

const columns = [
  "Identifier",
  "Full name",
  "Email address",
  "Status",
  "Grade",
  "Maximum Grade",
  "Grade can be changed",
  "Last modified (submission)",
  "Last modified (grade)",
  "Feedback comments",
] as const;

/**
 * The text of `grades.moodle.csv`: Moodle's grading worksheet of an assignment, filled in. Moodle takes `Identifier`
 * ("Participant 1234567"), `Grade`, `Last modified (grade)` and `Feedback comments`, and skips a grade above the
 * maximum or of a student whom it has graded since. The identifier comes from the folder that Moodle's download gave the
 * student, or from the roster, best the worksheet itself: then all other columns come back as they were.
 *
 * Students that wait for a person are left out, so that nothing is uploaded too early; who handed in nothing gets 0.
 *
 * Source: `col_recordid` and the headers in https://github.com/moodle/moodle/blob/main/mod/assign/gradingtable.php, what
 * is taken in https://github.com/moodle/moodle/blob/main/mod/assign/feedback/offline/importgradeslib.php
 */
export function moodleCsv(gradebook: Gradebook): UploadTable {
  const rows = gradebook.rows();
  const ready = rows.filter(({ needsPerson }) => needsPerson.length === 0);
  const waiting = rows.filter(({ needsPerson }) => needsPerson.length > 0);
  const [known, unknown] = [ready.filter(isKnown), ready.filter((row) => !isKnown(row))];
  const above = known.filter((row) => row.score > (moodleMaximum(row) ?? row.maxScore));
  const other = known.filter((row) => (moodleMaximum(row) ?? row.maxScore) !== row.maxScore);
  return {
    text: tableText(
      columns,
      known.map((row) => cellsOf(row, gradebook.exercises)),
    ),
    warnings: [
      ...tellStudents(waiting, "Left out of grades.moodle.csv, as they wait for a person"),
      ...tellStudents(
        unknown,
        "Left out of grades.moodle.csv, as neither Moodle's download nor the roster tells their identifier",
      ),
      ...tellStudents(above, "Moodle will skip these grades, which are above the maximum"),
      ...tellStudents(
        known.filter((row) => isCommented(row, gradebook.exercises)),
        "The upload replaces comments that the roster says these have in Moodle",
      ),
      ...tellStudents(other.slice(0, 1), "The roster's maximum grade is not the assignment's, for example"),
    ],
  };
}

function identifierOf(row: GradeRow): string | undefined {
  const number = row.ids?.moodle_participant;
  return number === undefined ? rosterCell(row, "Identifier") : `Participant ${number}`;
}

function isKnown(row: GradeRow): boolean {
  return identifierOf(row) !== undefined;
}

function moodleMaximum(row: GradeRow): number | undefined {
  const cell = rosterCell(row, "Maximum Grade")?.replace(",", ".");
  return cell === undefined || Number.isNaN(Number(cell)) ? undefined : Number(cell);
}

/** By somebody else, or by an earlier run. */
function isCommented(row: GradeRow, exercises: readonly Exercise[]): boolean {
  const comment = rosterCell(row, "Feedback comments");
  return comment !== undefined && comment !== commentOf(row, exercises);
}

function cellsOf(row: GradeRow, exercises: readonly Exercise[]): readonly Cell[] {
  const isMissing = row.verdict === "missing";
  return [
    identifierOf(row),
    row.name ?? row.student,
    row.email,
    rosterCell(row, "Status") ?? (isMissing ? "No submission" : "Submitted for grading"),
    roundedPoints(row.score),
    rosterCell(row, "Maximum Grade") ?? roundedPoints(row.maxScore),
    rosterCell(row, "Grade can be changed") ?? "Yes",
    rosterCell(row, "Last modified (submission)") ?? (isMissing ? "-" : row.lateness?.submittedAt),
    rosterCell(row, "Last modified (grade)") ?? "-",
    commentOf(row, exercises),
  ];
}

/** Moodle shows comments as HTML. */
function commentOf(row: GradeRow, exercises: readonly Exercise[]): string {
  const points = exercises.flatMap(({ gradeId, maxPoints }, column) => {
    const earned = row.points[column];
    if (earned === undefined) return [];
    const hint = row.hints[column];
    return [`${gradeId}: ${earned} of ${maxPoints}${hint === undefined ? "" : `. ${hint}`}`];
  });
  const words = row.overrides.map(({ test, points, who, why }) => {
    const what = test === wholeSubmission ? "the whole submission" : test;
    return `${who} gave ${points} points for ${what}: ${why}`;
  });
  const missing = row.verdict === "missing" ? ["Nothing was handed in."] : [];
  return [...missing, ...words, ...points].map(escapeHtml).join("<br>");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", "<br>");
}
