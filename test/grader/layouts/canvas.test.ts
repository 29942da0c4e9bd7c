import { describe, expect, it } from "vitest";
import { archive, collect, folder, notebook, read, readAll } from "../collect/class.js";
import { zip } from "../collect/zip.js";

const [a, b] = [notebook("a"), notebook("b")];

describe("canvas", () => {
  it("takes name, user, mark and file from the files' names", async () => {
    const files = {
      "doeana_12345_678910_Initialization.ipynb": a,
      "oneilben_LATE_10000000012346_678911_my_work_2_3.ipynb": b,
      "łukaszewiczzoë_12347_678912_all.zip": await zip({ "x/Initialization.ipynb": a }),
    };
    const { submissions } = await collect(await archive(files, "submissions.zip"));
    expect(submissions.map(({ read, bytes, path, notes, ...rest }) => rest)).toEqual([
      {
        student: "doeana_12345",
        name: "doeana",
        ids: { canvas_user: "12345", canvas_file: "678910" },
        markedLate: false,
      },
      {
        student: "łukaszewiczzoë_12347",
        name: "łukaszewiczzoë",
        ids: { canvas_user: "12347", canvas_file: "678912" },
        markedLate: false,
      },
      {
        student: "oneilben_10000000012346",
        name: "oneilben",
        ids: { canvas_user: "10000000012346", canvas_file: "678911" },
        markedLate: true,
      },
    ]);
    const expected = {
      doeana_12345: "a",
      oneilben_10000000012346: "b",
      łukaszewiczzoë_12347: "a",
    };
    expect(await read({ submissions })).toEqual(expected);
    expect(await readAll(await folder(files))).toEqual(expected);
  });

  it.each([
    ["Initialization-2.ipynb", "Initialization.ipynb"],
    ["Initialization-10.ipynb", "Initialization-9.ipynb"],
    ["Initialization.ipynb", "Other-3.ipynb"],
    ["part-2.ipynb", "part-1.ipynb"],
  ])("counts %s when it was uploaded after %s", async (later, earlier) => {
    const path = await archive({
      [`doeana_12345_1001_${later}`]: a,
      [`doeana_12345_999_${earlier}`]: b,
    });
    const collected = await collect(path);
    expect(await read(collected)).toEqual({ doeana_12345: "a" });
    expect(collected.submissions[0]?.ids?.canvas_file).toBe("1001");
    expect(collected.submissions[0]?.notes).toEqual([expect.stringContaining("not: doeana_12345/999/")]);
  });

  it("reads anonymous downloads", async () => {
    const path = await archive({
      "anon_8kBq2_678910_Initialization.ipynb": a,
      "LATE_anon_a1B2c_678911_Initialization.ipynb": b,
    });
    const { submissions } = await collect(path);
    expect(submissions.map(({ student, ids, markedLate }) => ({ student, ids, markedLate }))).toEqual([
      { student: "anon_8kBq2", ids: { canvas_file: "678910" }, markedLate: false },
      { student: "anon_a1B2c", ids: { canvas_file: "678911" }, markedLate: true },
    ]);
  });

  it("tells of students who sent a text or an address that there is no notebook", async () => {
    const path = await archive({
      "doeana_12345_678910_Initialization.ipynb": a,
      "roeben_12346_text.html": "<p>Hello",
      "poecleo_LATE_12347_link.html": "<a>",
    });
    expect(await readAll(path)).toEqual({
      doeana_12345: "a",
      poecleo_12347: expect.stringContaining("there is only: poecleo_LATE_12347_link.html"),
      roeben_12346: expect.stringContaining("there is only: roeben_12346_text.html"),
    });
  });

  it("is not meant where names have no numbers, or capitals", async () => {
    expect(await readAll(await archive({ "Ana_20240101_1200_v2.ipynb": a, "ben.ipynb": b }))).toEqual({
      Ana_20240101_1200_v2: "a",
      ben: "b",
    });
  });
});
