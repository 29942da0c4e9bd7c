import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { archive, collect, folder, notebook, read, readAll } from "../collect/class.js";
import { zip } from "../collect/zip.js";

const [a, b, c] = [notebook("a"), notebook("b"), notebook("c")];

describe("nbgraderTree", () => {
  it("takes the time from timestamp.txt, with its time zone", async () => {
    const root = await folder({
      "submitted/bitdiddle/Initialization/Initialization.ipynb": a,
      "submitted/bitdiddle/Initialization/timestamp.txt": "2015-02-02 14:58:23.948203 America/Los_Angeles\n",
      "submitted/hacker/Initialization/Initialization.ipynb": b,
      "submitted/hacker/Initialization/timestamp.txt": "2019-05-30 11:44:01.911849 UTC",
      "submitted/louis/Initialization/Initialization.ipynb": b,
      "submitted/louis/Initialization/timestamp.txt": "yesterday\u001b",
      "submitted/moe/Initialization/Initialization.ipynb": b,
      "submitted/moe/Initialization/mine/timestamp.txt": "2001-01-01 00:00:00.0 UTC",
    });
    const { submissions, told } = await collect(root);
    expect(submissions.map(({ submitted }) => submitted)).toEqual([
      { at: Date.parse("2015-02-02T22:58:23.948Z"), from: "timestamp.txt" },
      { at: Date.parse("2019-05-30T11:44:01.911Z"), from: "timestamp.txt" },
      { at: expect.any(Number), from: "the file's time" },
      { at: expect.any(Number), from: "the file's time" },
    ]);
    expect(told).toEqual([expect.stringMatching(/louis.*holds no time that can be read: "yesterday/)]);
  });

  it("takes of two collections what was handed in last", async () => {
    const of = (time: string, text: string) => ({
      "submitted/bitdiddle/Initialization/Initialization.ipynb": text,
      "submitted/bitdiddle/Initialization/timestamp.txt": time,
    });
    const first = await archive(of("2015-02-02 15:00:00.0 UTC", a), "z.zip");
    const second = await archive(of("2015-02-02 14:00:00.0 UTC", b), "a.zip");
    const { submissions } = await collect(second, first);
    expect(await read({ submissions })).toEqual({ bitdiddle: "a" });
    expect(submissions[0]?.notes).toEqual(["Handed in 2 times; the last time counts, z, not: a."]);
  });

  it("takes the last by name where one of the times is not told", async () => {
    const files = { "submitted/bitdiddle/Initialization/Initialization.ipynb": a };
    const stamp = {
      "submitted/bitdiddle/Initialization/timestamp.txt": "2015-02-02 15:00:00.0 UTC",
      "submitted/bitdiddle/Initialization/Initialization.ipynb": b,
    };
    const { submissions } = await collect(
      await archive(stamp, "week 9.zip"),
      await archive(files, "week 10.zip"),
    );
    expect(await read({ submissions })).toEqual({ bitdiddle: "a" });
    expect(submissions[0]?.notes).toEqual([
      expect.stringContaining("not: week 9/submitted/bitdiddle/Initialization/Initialization.ipynb"),
    ]);
  });
});

describe("nbgraderInbound", () => {
  it("takes the last of a student's submissions in the exchange", async () => {
    const root = await folder({
      "bitdiddle+Initialization+2015-02-02 15:58:23.948203 UTC+jZ3a_-aa/Initialization.ipynb": a,
      "bitdiddle+Initialization+2015-02-02 16:58:23.948203 UTC+aaaaaaaa/Initialization.ipynb": b,
      "bitdiddle+other+2016-02-02 16:58:23.948203 UTC/Initialization.ipynb": c,
      "hacker+Initialization+2015-02-01 09:28:58.749302 PST/x.ipynb": a,
    });
    const { submissions } = await collect(root);
    expect(submissions.map(({ student, submitted }) => [student, submitted?.at])).toEqual([
      ["bitdiddle", Date.parse("2015-02-02T16:58:23.948Z")],
      ["hacker", Date.parse("2015-02-01T17:28:58.749Z")],
    ]);
    expect((await read({ submissions })).bitdiddle).toBe("b");
  });
});

describe("blackboard", () => {
  it("takes student and time from the files' names, and the last attempt", async () => {
    const path = await archive({
      "ps1_hacker_attempt_2016-01-30-20-30-10_problem1.ipynb": a,
      "ps1_hacker_attempt_2016-01-30-21-30-10_problem1.ipynb": b,
      "ps1_hacker_attempt_2016-01-30-21-30-10.txt": "Name: A Hacker",
      "ps1_bitdiddle_attempt_2016-01-30-15-00-00.txt": "Name: Ben",
    });
    const { submissions } = await collect(path);
    expect(await read({ submissions })).toEqual({
      bitdiddle: expect.stringContaining("no notebook was handed in"),
      hacker: "b",
    });
    expect(submissions[1]?.submitted).toEqual({
      at: new Date(2016, 0, 30, 21, 30, 10).getTime(),
      from: "the file's name",
    });
  });
});

describe("timedName", () => {
  it("takes the time from the end of files' and folders' names, and the last of a student's", async () => {
    const expected = { ana: "b", ben: "c" };
    const files = {
      "ana_2026-11-30-09-00.ipynb": a,
      "ana_2026-11-30-10-00.ipynb": b,
      "ben.ipynb": c,
    };
    expect(await readAll(await folder(files))).toEqual(expected);
    const inFolders = {
      "ana_2026-11-30_09-00-00/Initialization.ipynb": a,
      "ana_2026-11-30_10-00-00/Initialization.ipynb": b,
      "ben/Initialization.ipynb": c,
    };
    const { submissions } = await collect(await folder(inFolders));
    expect(await read({ submissions })).toEqual(expected);
    expect(submissions[0]?.submitted).toEqual({
      at: new Date(2026, 10, 30, 10).getTime(),
      from: "the folder's name",
    });
  });

  it("is the time of the file where no name tells one, in archives too", async () => {
    const root = await folder({ "ana.ipynb": a });
    const at = Date.parse("2026-11-30T22:59:00Z");
    await utimes(join(root, "ana.ipynb"), at / 1000, at / 1000);
    const { submissions } = await collect(root);
    expect(submissions[0]?.submitted).toEqual({ at, from: "the file's time" });
    const zipped = await collect(await archive({ "ana.ipynb": a }));
    expect(zipped.submissions[0]?.submitted).toBeUndefined();
  });

  it("is that of an archive which a student made, not of what lies in it", async () => {
    const root = await folder({ "ana.zip": await zip({ "Initialization.ipynb": a }), "ben.ipynb": b });
    const at = Date.parse("2026-11-30T22:59:00Z");
    await utimes(join(root, "ana.zip"), at / 1000, at / 1000);
    const { submissions } = await collect(root);
    expect(submissions[0]?.submitted).toEqual({ at, from: "the file's time" });
  });
});
