import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { releaseFile } from "../../src/instructor/releaseFile.js";
import { writeNotebook } from "../../src/notebook/index.js";
import { code, notebook, role } from "../notebook/notebooks.js";

let folder: string;
let request: { source: string; target: string; check: boolean };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "initlab-release-"));
  request = { source: join(folder, "instructor.ipynb"), target: join(folder, "student.ipynb"), check: false };
  await writeNotebook(request.source, notebook(code("secret();", role("a", ["solution"]))));
});
afterEach(() => rm(folder, { recursive: true }));

describe("releaseFile", () => {
  it("writes the release, and leaves it alone while it is current", async () => {
    expect(await releaseFile(request)).toBe("missing");
    expect(await readFile(request.target, "utf8")).not.toContain("secret");
    expect(await releaseFile(request)).toBe("current");
    await writeFile(request.target, "{}");
    expect(await releaseFile(request)).toBe("outdated");
    expect(await releaseFile(request)).toBe("current");
  });

  it("writes nothing when it only checks", async () => {
    expect(await releaseFile({ ...request, check: true })).toBe("missing");
    expect(await readdir(folder)).toEqual(["instructor.ipynb"]);
  });

  it("writes nothing when the source is not sound", async () => {
    await writeNotebook(request.source, notebook(code("// BEGIN SOLUTION", role("a", ["solution"]))));
    await expect(releaseFile(request)).rejects.toThrow(`${request.source}, cell 1 (a), line 1`);
    expect(await readdir(folder)).toEqual(["instructor.ipynb"]);
  });

  it("never writes over the instructor's notebook, under no other name either", async () => {
    const link = join(folder, "link.ipynb");
    await symlink(request.source, link);
    for (const target of [request.source, link]) {
      await expect(releaseFile({ ...request, target })).rejects.toThrow(
        "would overwrite the instructor's notebook",
      );
    }
    expect(await readFile(request.source, "utf8")).toContain("secret");
  });
});
