import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { collectSubmissions } from "../../../src/grader/collect/index.js";
import { collect, folder, notebook, read, readAll, top } from "./class.js";
import { zip } from "./zip.js";

const [a, b] = [notebook("a"), notebook("b")];

describe("collectSubmissions", () => {
  it("takes a file, by its name", async () => {
    const root = await folder({ "alice.ipynb": a });
    const { submissions } = await collect(join(root, "alice.ipynb"));
    expect(submissions).toHaveLength(1);
    expect(submissions[0]).toMatchObject({
      student: "alice",
      path: join(root, "alice.ipynb"),
      notes: [],
      submitted: { at: expect.any(Number), from: "the file's time" },
    });
    expect(await readAll(join(root, "alice.ipynb"))).toEqual({ alice: "a" });
  });

  it("takes a notebook for each student from a folder, in the order of their names", async () => {
    const root = await folder({
      "b.ipynb": b,
      "a.ipynb": a,
      "C.IPYNB": a,
      "d.ipynb.json": b,
      "notes.txt": "x",
      ".e.ipynb": a,
      ".ipynb_checkpoints/f-checkpoint.ipynb": a,
    });
    const collected = await collect(root);
    expect(collected.submissions.map(({ student }) => student)).toEqual(["a", "b", "C", "d"]);
    expect(await read(collected)).toEqual({ C: "a", a: "a", b: "b", d: "b" });
  });

  it("orders students as people do, whatever the order of the files", async () => {
    const names = ["ana doe", "Ángel", "Ben", "Łukasz", "Müller", "s2", "s10", "Özil", "Иван", "王伟"];
    const ordered = ["ana doe", "Ángel", "Ben", "Łukasz", "Müller", "Özil", "s2", "s10", "Иван", "王伟"];
    const root = await folder(Object.fromEntries(names.map((name) => [`${name}.ipynb`, a])));
    const { submissions } = await collect(root);
    expect(submissions.map(({ student }) => student)).toEqual(ordered);
  });

  it("takes a folder for each student, also inside of another folder", async () => {
    const files = {
      "alice/Initialization.ipynb": a,
      "bob/attempts/x.ipynb": b,
      "carol/report.pdf": "%PDF",
      "dave.ipynb": b,
      "erin/.ipynb_checkpoints/Initialization-checkpoint.ipynb": a,
    };
    const expected = {
      alice: "a",
      bob: "b",
      carol: expect.stringContaining("no notebook was handed in; there is only: report.pdf"),
      dave: "b",
      erin: expect.stringContaining("only an automatic copy"),
    };
    expect(await readAll(await folder(files))).toEqual(expected);
    const inside = Object.fromEntries(
      Object.entries(files).map(([name, content]) => [`all/of/them/${name}`, content]),
    );
    expect(await readAll(await folder(inside))).toEqual(expected);
    expect(await readAll(await folder({ ...files, "__MACOSX/x/y.ipynb": b }))).toEqual(expected);
  });

  it("reads nbgrader's tree, from its top, from below, and by a file in it", async () => {
    const root = await folder({
      "submitted/alice/Initialization/Initialization.ipynb": a,
      "submitted/alice/other/other.ipynb": b,
      "submitted/alice/Initialization/timestamp.txt": "2025",
      "submitted/bob/Initialization/extra/deep.ipynb": b,
      "submitted/carol/Initialization/timestamp.txt": "2025",
    });
    const expected = { alice: "a", bob: "b", carol: expect.stringContaining("there is only: timestamp.txt") };
    expect(await readAll(root)).toEqual(expected);
    expect(await readAll(join(root, "submitted"))).toEqual(expected);
    expect(await readAll(join(root, "submitted/alice"))).toEqual({ alice: "a" });
    expect(await readAll(join(root, "submitted/alice/Initialization/Initialization.ipynb"))).toEqual({
      alice: "a",
    });
  });

  it("takes files named one by one as a class: by their names, or by their folders when all are called alike", async () => {
    const root = await folder({
      "alice/Initialization.ipynb": a,
      "bob/Initialization.ipynb": b,
      "x.ipynb": a,
      "y.ipynb": b,
    });
    expect(await readAll(join(root, "x.ipynb"), join(root, "y.ipynb"))).toEqual({ x: "a", y: "b" });
    expect(
      await readAll(join(root, "alice/Initialization.ipynb"), join(root, "bob/Initialization.ipynb")),
    ).toEqual({ alice: "a", bob: "b" });
  });

  it("grades a checkpoint that was named, and says what it is (n-checkpoint)", async () => {
    const root = await folder({
      ".ipynb_checkpoints/Initialization-checkpoint.ipynb": a,
      "Initialization.ipynb": b,
    });
    const { submissions } = await collect(join(root, ".ipynb_checkpoints/Initialization-checkpoint.ipynb"));
    expect(submissions[0]?.notes).toEqual([expect.stringContaining("automatic copy (checkpoint)")]);
    expect(await submissions[0]?.read()).toMatchObject({ kind: "notebook", cells: [{ source: "a" }] });
    expect(Object.values(await readAll(root))).toEqual(["b"]);
  });

  it.each([
    [["other.ipynb", "Initialization.ipynb", "zzz.ipynb"], "Initialization.ipynb"],
    [["Initialization (2).ipynb", "Initialization (10).ipynb", "zzz.ipynb"], "Initialization (10).ipynb"],
    [["homework v9.ipynb", "homework v10.ipynb"], "homework v10.ipynb"],
    [["Initialization-checkpoint.ipynb", "work.ipynb"], "Initialization-checkpoint.ipynb"],
    [["work-checkpoint.ipynb", "any.ipynb"], "any.ipynb"],
  ])("chooses of several notebooks %j the one called %s, and says so", async (names, chosen) => {
    const files = Object.fromEntries(names.map((name) => [`alice/${name}`, notebook(name)]));
    const collected = await collect(await folder({ ...files, "bob/x.ipynb": a }));
    expect((await read(collected)).alice).toBe(chosen);
    const notes = collected.submissions[0]?.notes.join(" ");
    expect(notes).toContain(`${chosen} counts, not: alice/`);
    expect(notes).not.toContain(top);
  });

  it("does not follow links out of the folder", async () => {
    const outside = await folder({ "secret.ipynb": b });
    const root = await folder({ "alice/x.ipynb": a, "bob/x.ipynb": b });
    symlinkSync(join(outside, "secret.ipynb"), join(root, "alice", "z.ipynb"));
    symlinkSync(outside, join(root, "carol"));
    symlinkSync(root, join(root, "alice", "loop"));
    symlinkSync(join(root, "bob/x.ipynb"), join(root, "alice", "y.ipynb"));
    const collected = await collect(root);
    expect(await read(collected)).toEqual({ alice: "b", bob: "b" });
    expect(collected.told).toHaveLength(3);
  });

  it("refuses a path that leads nowhere, and tells of a folder with nothing in it", async () => {
    await expect(collect(join(top, "nowhere\u001b"))).rejects.toThrow(
      /nowhere\\u\{1b\} cannot be read: there is no such file or folder\.$/,
    );
    await expect(collect("/dev/null")).rejects.toThrow("neither a file nor a folder");
    const { submissions, told } = await collect(await folder({ "README.md": "x" }));
    expect([submissions, told]).toEqual([[], ["There are no notebooks in class."]]);
  });

  it("gives names that are odd as they are, and paths printable", async () => {
    const root = await folder({
      "__proto__.ipynb": a,
      "constructor.ipynb": b,
      "\u001b[31m.ipynb": a,
      "Jo\u0308rg.ipynb": b,
    });
    const collected = await collect(root);
    expect(collected.submissions.map(({ student }) => student)).toEqual([
      "__proto__",
      "\u001b[31m",
      "constructor",
      "J\u00f6rg",
    ]);
    for (const { path } of collected.submissions) expect(path).toMatch(/^\P{C}+$/u);
  });

  it("collects ten thousand submissions in little memory", async () => {
    const files = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`s${index}.ipynb`, a]));
    const path = join(await folder({ "class.zip": await zip(files, { compress: false }) }), "class.zip");
    const before = process.memoryUsage().heapUsed;
    let count = 0;
    for await (const submission of collectSubmissions([path], { assignment: "Initialization" })) {
      if (count++ % 1000 === 0) expect((await submission.read()).kind).toBe("notebook");
    }
    expect(count).toBe(10_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150e6);
  });
});
