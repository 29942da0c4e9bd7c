import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { archive, collect, folder, notebook, read, readAll } from "../collect/class.js";
import { zip } from "../collect/zip.js";

const [a, b] = [notebook("a"), notebook("b")];
const noNotebook = (name: string) => expect.stringContaining(`there is only: ${name}`);

describe("moodle", () => {
  it("takes a folder for each student, with and without the last underscore", async () => {
    const files = {
      "Ana María Doe_1234567_assignsubmission_file_/Initialization.ipynb": a,
      "Ben O'Neil_1234568_assignsubmission_file/mine/Initialization.ipynb": b,
    };
    const expected = { "Ana María Doe_1234567": "a", "Ben O'Neil_1234568": "b" };
    const path = await archive(files, "CS101-Initialization-4711.zip");
    expect(await readAll(path)).toEqual(expected);
    expect(await readAll(await folder(files))).toEqual(expected);
    const unpacked = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`CS101-Initialization-4711/${name}`, text]),
    );
    expect(await readAll(await folder(unpacked))).toEqual(expected);
  });

  it("takes files with all of that in front of their names", async () => {
    const files = {
      "Ana Doe_1234567_assignsubmission_file_Initialization.ipynb": a,
      "Ana Doe_1234567_assignsubmission_file_zzz_my_notes.ipynb": b,
      "Ben Roe_1234568_assignsubmission_file_work_1_2_3.ipynb": b,
      "Cleo Poe_1234569_assignsubmission_file_all.zip": await zip({ "Initialization.ipynb": a }),
    };
    const expected = { "Ana Doe_1234567": "a", "Ben Roe_1234568": "b", "Cleo Poe_1234569": "a" };
    const collected = await collect(await archive(files));
    expect(await read(collected)).toEqual(expected);
    expect(collected.submissions[0]?.notes).toEqual([
      "Several notebooks were handed in; Initialization.ipynb counts, not: Ana Doe_1234567/zzz_my_notes.ipynb.",
    ]);
    const root = await folder(files);
    expect(await readAll(...Object.keys(files).map((name) => join(root, name)))).toEqual(expected);
  });

  it("tells the student's name and number, and no time: the archive's are those of the download", async () => {
    const path = await archive({
      "Ana Doe_1234567_assignsubmission_file_/Initialization.ipynb": a,
      "Group A_12_assignsubmission_file_/Initialization.ipynb": a,
      "Default group_assignsubmission_file_/Initialization.ipynb": a,
    });
    const { submissions } = await collect(path);
    expect(submissions.map(({ read, bytes, path, notes, ...rest }) => rest)).toEqual([
      { student: "Ana Doe_1234567", name: "Ana Doe", ids: { moodle_participant: "1234567" } },
      { student: "Default group", name: "Default group" },
      { student: "Group A_12", name: "Group A", ids: { moodle_participant: "12" } },
    ]);
  });

  it("keeps students apart who have one name, and brings what one handed in together", async () => {
    const path = await archive({
      "Ana Doe_1_assignsubmission_file_/Initialization.ipynb": a,
      "Ana Doe_2_assignsubmission_file_/Initialization.ipynb": b,
      "Ana Doe_2_assignsubmission_onlinetext_/onlinetext.html": "<p>Hello",
    });
    expect(await readAll(path)).toEqual({ "Ana Doe_1": "a", "Ana Doe_2": "b" });
  });

  it("takes no notebook from what was typed into the page, and tells that there is none", async () => {
    const path = await archive({
      "Ana Doe_1_assignsubmission_file_/Initialization.ipynb": a,
      "Ben Roe_2_assignsubmission_onlinetext_/onlinetext.html": "<p>I could not upload it",
      "Ben Roe_2_assignsubmission_onlinetext_/Initialization.ipynb": b,
      "Cleo Poe_3_assignsubmission_file_/notes.pdf": "%PDF",
    });
    expect(await readAll(path)).toEqual({
      "Ana Doe_1": "a",
      "Ben Roe_2": noNotebook("onlinetext.html"),
      "Cleo Poe_3": noNotebook("notes.pdf"),
    });
  });

  it("is not meant where a file lies beside the students' folders that could be anybody's", async () => {
    const path = await archive({
      "Ana Doe_1_assignsubmission_file_/Initialization.ipynb": a,
      "ben.ipynb": b,
    });
    expect(Object.keys(await readAll(path))).toEqual(["Ana Doe_1_assignsubmission_file_", "ben"]);
    expect(
      await readAll(await folder({ "Initialization.ipynb": a }, "Ana Doe_1_assignsubmission_file_")),
    ).toEqual({ "Ana Doe_1": "a" });
  });
});
