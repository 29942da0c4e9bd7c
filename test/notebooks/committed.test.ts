import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { release } from "../../src/instructor/release.js";
import { kernelInfo } from "../../src/kernel/requests/kernelInfo.js";
import { parseNotebook, serializeNotebook } from "../../src/notebook/index.js";
import { root } from "./executeNotebook.js";

const read = (name: string) => readFile(join(root, "notebooks", name), "utf8");

describe("the committed notebooks", () => {
  it.each(["instructor/Initialization.ipynb", "Initialization.ipynb"])(
    "has %s as JupyterLab would save it",
    async (name) => {
      const text = await read(name);
      expect(serializeNotebook(parseNotebook(text))).toBe(text);
    },
  );

  it("has what the kernel says of its language, so that nothing waits to be saved where a notebook was only opened", async () => {
    for (const name of ["instructor/Initialization.ipynb", "Initialization.ipynb"])
      expect(parseNotebook(await read(name)).metadata.language_info).toEqual(kernelInfo().language_info);
  });

  it("has the release of the instructor's notebook, byte for byte, however often it is made", async () => {
    const source = parseNotebook(await read("instructor/Initialization.ipynb"));
    const committed = await read("Initialization.ipynb");
    expect(serializeNotebook(release(source))).toBe(committed);
    expect(serializeNotebook(release(source))).toBe(committed);
  });

  it("gives students no solution, no hidden test and no output", async () => {
    const source = parseNotebook(await read("instructor/Initialization.ipynb"));
    const committed = await read("Initialization.ipynb");
    const secret = /BEGIN (SOLUTION|HIDDEN TESTS)\n(.*?)\n *\/\/ END \1/gs;
    const secrets = source.cells.flatMap(({ source }) =>
      [...source.matchAll(secret)].map(([, , lines = ""]) => lines),
    );
    expect(secrets).toHaveLength(6);
    const lines = secrets.flatMap((text) => text.split("\n")).filter((line) => line.trim().length > 15);
    for (const line of lines) expect(committed).not.toContain(JSON.stringify(line).slice(1, -1));
    expect(committed).not.toMatch(/"outputs": \[\n/);
  });
});
