import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Roster, readRoster } from "../../../src/grader/roster/index.js";
import { UsageError } from "../../../src/instructor/UsageError.js";

const top = mkdtempSync(join(tmpdir(), "roster-"));
afterAll(() => rmSync(top, { recursive: true }));

async function roster(text: string | Uint8Array): Promise<Roster> {
  const file = join(top, "roster.csv");
  await writeFile(file, text);
  return readRoster(file);
}

// As https://github.com/moodle/moodle/blob/main/mod/assign/gradingtable.php names the columns.
const moodleWorksheet = `\ufeffIdentifier,"Full name","ID number","Email address",Status,Grade,"Maximum Grade","Grade can be changed","Last modified (submission)"\r
"Participant 1234567","Ana Doe",7654321,ana@example.edu,"Submitted for grading",,100.00,Yes,"Friday, 14 October 2022, 3:05 PM"\r
"Participant 7654321","Ben Roe",1111111,ben@example.edu,"No submission",,100.00,Yes,-\r
`;
// As https://github.com/instructure/canvas-lms/blob/master/lib/gradebook_exporter.rb writes it.
const canvasGradebook = `Student,ID,SIS User ID,SIS Login ID,Section,Initialization (4711)
,,,,,Manual Posting
    Points Possible,,,,,40
"Doe, Ana",12345,s1,adoe,A,12346
"Roe, Ben",12346,s2,broe,A,
"Student, Test",12347,,x,A,
`;
const gradescopeRoster = `First Name,Last Name,SID,Email,Role
Ana,Doe,0042,ana@example.edu,Student
Ben,Roe,,ben@example.edu,Student
Ina,Structor,0001,ina@example.edu,Instructor
`;

describe("readRoster", () => {
  it.each([
    ["commas", "student,name,e-mail,matriculation\nana,Ana Doe,ana@example.edu,77\n"],
    [
      "semicolons, a mark at the beginning, CRLF",
      "\ufeffSTUDENT;Name;Email;matriculation\r\nana;Ana Doe;ana@example.edu;77\r\n",
    ],
    [
      "quotes and tabs",
      '"Student"\t"name"\t"E Mail"\t"matriculation"\n"ana"\t"Ana Doe"\t"ana@example.edu"\t"77"\n',
    ],
    [
      "another order, blank rows and space",
      "matriculation , name,Email address, student\n\n 77,Ana Doe ,ana@example.edu,ana\n,,,\n",
    ],
  ])("reads %s", async (_, text) => {
    const { entries } = await roster(text);
    expect(entries).toEqual([
      {
        student: "ana",
        name: "Ana Doe",
        email: "ana@example.edu",
        ids: expect.objectContaining({ matriculation: "77" }),
      },
    ]);
  });

  it("reads UTF-16, as spreadsheets save Unicode text", async () => {
    const text = "\ufeffstudent\tname\nana\tAna Łukasz\n";
    expect((await roster(Buffer.from(text, "utf16le"))).entries[0]?.name).toBe("Ana Łukasz");
  });

  it("reads Moodle's grading worksheet, with the times in it", async () => {
    const { entries } = await roster(moodleWorksheet);
    expect(entries.map(({ ids, ...rest }) => rest)).toEqual([
      {
        student: "Participant 1234567",
        name: "Ana Doe",
        email: "ana@example.edu",
        submitted: new Date(2022, 9, 14, 15, 5).getTime(),
      },
      { student: "Participant 7654321", name: "Ben Roe", email: "ben@example.edu" },
    ]);
    expect(entries[1]?.ids["Maximum Grade"]).toBe("100.00");
  });

  it("reads Canvas's gradebook, without the rows that are nobody's", async () => {
    const { entries } = await roster(canvasGradebook);
    expect(entries.map(({ student, name }) => [student, name])).toEqual([
      ["12345", "Doe, Ana"],
      ["12346", "Roe, Ben"],
    ]);
    expect(entries[1]?.ids).toHaveProperty("Initialization (4711)", "");
  });

  it("reads Gradescope's roster, without teachers", async () => {
    const found = roster(gradescopeRoster.replace("Roe,,", "Roe,0043,"));
    expect((await found).entries.map(({ ids, ...rest }) => rest)).toEqual([
      { student: "0042", name: "Ana Doe", email: "ana@example.edu" },
      { student: "0043", name: "Ben Roe", email: "ben@example.edu" },
    ]);
  });

  it.each([
    ["no column says who is who", "points,remark\n1,x\n", 'roster.csv, row 1: expected a column "student"'],
    [
      "a row says nothing",
      "student,name\nana,Ana\n,Ben\n",
      'roster.csv, row 3, column "student": expected whose row',
    ],
    [
      "two rows are one student's",
      "student\nana\nben\nANA\n",
      'roster.csv, row 4, column "student": "ANA" stands in row 2 already',
    ],
    [
      "two rows have one e-mail",
      "student,mail\na,x@y\nb,x@y\n",
      'roster.csv, row 3, column "mail": "x@y" stands in row 2',
    ],
    ["nobody is in it", "student,name\n", "roster.csv: expected a row for each student, got none"],
    ["a row has too many cells", "student,name\nana,Doe, Ana\n", "roster.csv, row 2: expected 2 cells"],
    ["a quote does not end", 'student\n"ana\n', "roster.csv is no CSV file"],
    ["it is empty", "", "roster.csv, row 1: expected the columns' names"],
  ])("refuses a roster where %s", async (_, text, message) => {
    await expect(roster(text)).rejects.toThrow(message);
    await expect(roster(text)).rejects.toBeInstanceOf(UsageError);
  });

  it("refuses a file that is not there, or in another encoding", async () => {
    await expect(readRoster(join(top, "nothing.csv"))).rejects.toThrow("nothing.csv cannot be read");
    await expect(roster(Buffer.from("student\nj\xf6rg\n", "latin1"))).rejects.toThrow("is not UTF-8");
  });

  it("shows hostile texts printable", async () => {
    await expect(roster("student\na\u001b[2J\na\u001b[2J\n")).rejects.toThrow(/"a\\u\{1b\}\[2J" stands/);
  });
});

describe("Roster.find", () => {
  it("finds Moodle's participants by number, not by a number that another has elsewhere", async () => {
    const students = await roster(moodleWorksheet);
    const found = students.find({
      student: "Ben Roe_7654321",
      name: "Ben Roe",
      ids: { moodle_participant: "7654321" },
    });
    expect(found?.name).toBe("Ben Roe");
    expect(students.find({ student: "X_1234567", ids: { moodle_participant: "1234567" } })?.name).toBe(
      "Ana Doe",
    );
  });

  it("finds Canvas's users by number, by account and by name", async () => {
    const students = await roster(canvasGradebook);
    const who = {
      student: "doeana_12345",
      name: "doeana",
      ids: { canvas_user: "12345", canvas_file: "12346" },
    };
    expect(students.find(who)?.name).toBe("Doe, Ana");
    expect(students.find({ student: "anon_1", ids: { canvas_file: "12345" } })).toBeUndefined();
    expect(students.find("ADOE")?.name).toBe("Doe, Ana");
    expect(students.find("Ben Roe")?.name).toBe("Roe, Ben");
    expect(students.find("12346")?.name).toBe("Roe, Ben");
  });

  it("finds Gradescope's students by id and by e-mail", async () => {
    const students = await roster(
      "name,email,sid\nAna Doe,ana@example.edu,0042\nBen Roe,Ben@example.edu,0043\n",
    );
    expect(students.find({ student: "0042", ids: { gradescope_sid: "0042" } })?.name).toBe("Ana Doe");
    expect(students.find({ student: "x", email: "ben@EXAMPLE.edu" })?.name).toBe("Ben Roe");
    expect(students.find("ben")?.name).toBe("Ben Roe");
    expect(students.find("42")).toBeUndefined();
  });

  it("says nothing where two lines fit, or name and number disagree", async () => {
    const students = await roster("student,name,section\n1,Ana Doe,A\n2,Ana Doe,A\n3,Ben Roe,B\n");
    expect(students.find("Ana Doe")).toBeUndefined();
    expect(students.find("A")).toBeUndefined();
    expect(students.find("B")?.student).toBe("3");
    const torn = { student: "Ben Roe_2", name: "Ben Roe", ids: { moodle_participant: "2" } };
    expect(students.find(torn)).toBeUndefined();
    expect(students.find("")).toBeUndefined();
  });

  it("knows names in whatever order and Unicode form they are written", async () => {
    const students = await roster("id,name\n1,Zoë María Łukasz\n");
    for (const name of ["Łukasz, Zoë María", "łukaszzoëmaría", "Zoe\u0308 Mari\u0301a Łukasz"]) {
      expect(students.find({ student: "?", name })?.student, name).toBe("1");
    }
  });
});
