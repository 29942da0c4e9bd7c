import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readNotebook, serializeNotebook, writeNotebook } from "../../src/notebook/index.js";
import { code, notebook } from "./notebooks.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "initlab-notebook-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("readNotebook", () => {
  it("reads a file that begins with a byte order mark and has Windows line ends", async () => {
    const file = join(folder, "bom.ipynb");
    await writeFile(file, `\ufeff${serializeNotebook(notebook(code("1;"))).replaceAll("\n", "\r\n")}`);
    expect((await readNotebook(file)).cells[0]?.source).toBe("1;");
  });

  it("names the file in front of the place", async () => {
    const file = join(folder, "broken.ipynb");
    await writeFile(file, "{\n");
    await expect(readNotebook(file)).rejects.toThrow(`${file}, line 2: not JSON`);
  });

  it("refuses a file that is not there, a folder, other encodings and files that are too large", async () => {
    const file = join(folder, "a.ipynb");
    await expect(readNotebook(file)).rejects.toThrow(`${file}: there is no such file`);
    await expect(readNotebook(folder)).rejects.toThrow("this is a folder");
    await writeFile(file, Buffer.from("{}", "utf16le").fill(0xff));
    await expect(readNotebook(file)).rejects.toThrow("not UTF-8");
    await writeFile(file, " ".repeat(3 * 2 ** 20));
    await expect(readNotebook(file, 2 ** 20)).rejects.toThrow("the file has 3 MB, more than 1 MB");
  });
});

describe("writeNotebook", () => {
  it("writes the notebook into folders that are not there yet, and leaves nothing beside it", async () => {
    const file = join(folder, "new", "a.ipynb");
    await writeNotebook(file, notebook(code("1;")));
    expect(await readFile(file, "utf8")).toBe(serializeNotebook(notebook(code("1;"))));
    expect(await readdir(join(folder, "new"))).toEqual(["a.ipynb"]);
  });

  it("writes through a link and keeps the link", async () => {
    const [file, link] = [join(folder, "a.ipynb"), join(folder, "link.ipynb")];
    await writeFile(file, "old");
    await symlink(file, link);
    await writeNotebook(link, notebook(code("1;")));
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(file, "utf8")).not.toBe("old");
  });

  it("leaves nothing behind when it fails", async () => {
    await expect(writeNotebook(folder, notebook())).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });
});
