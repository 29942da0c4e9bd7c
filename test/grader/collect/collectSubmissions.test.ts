import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { collectSubmissions } from "../../../src/grader/collect/index.js";
import { collect, folder, notebook, read, readAll, top } from "./class.js";
import { directoryEntries, rename, zip } from "./zip.js";

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
    expect(collected.submissions.map(({ student }) => student)).toEqual(["C", "a", "b", "d"]);
    expect(await read(collected)).toEqual({ C: "a", a: "a", b: "b", d: "b" });
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
    await expect(collect(join(top, "nowhere\u001b"))).rejects.toThrow(/nowhere\\u\{1b\} cannot be read/);
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
      "\u001b[31m",
      "J\u00f6rg",
      "__proto__",
      "constructor",
    ]);
    for (const { path } of collected.submissions) expect(path).toMatch(/^\P{C}+$/u);
  });

  describe("of a zip archive", () => {
    const inFile = async (bytes: Uint8Array, name: string = "class.zip"): Promise<string> =>
      join(await folder({ [name]: bytes }), name);

    it("reads it as it reads a folder", async () => {
      expect(await readAll(await inFile(await zip({ "a.ipynb": a, "b.ipynb": b })))).toEqual({
        a: "a",
        b: "b",
      });
      expect(await readAll(await inFile(await zip({ "x/a/1.ipynb": a, "x/b/2.ipynb": b })))).toEqual({
        a: "a",
        b: "b",
      });
      expect(await readAll(await inFile(await zip({ "Initialization.ipynb": a }), "alice.zip"))).toEqual({
        alice: "a",
      });
      expect(await readAll(await inFile(await zip({ "hw.ipynb": a, "hw.pdf": "x" }), "alice.zip"))).toEqual({
        alice: "a",
      });
      expect(await readAll(await inFile(await zip({ "hw.pdf": "x" }), "alice.zip"))).toEqual({
        alice: expect.stringContaining("there is only: hw.pdf"),
      });
    });

    it("reads archives in folders and in archives, one level deep", async () => {
      const inner = await zip({ "work/Initialization.ipynb": a });
      const files = { "alice.zip": inner, "bob/any.zip": await zip({ "b.ipynb": b }), "carol.ipynb": b };
      const expected = { alice: "a", bob: "b", carol: "b" };
      expect(await readAll(await folder(files))).toEqual(expected);
      expect(await readAll(await inFile(await zip(files)))).toEqual(expected);
      const deep = await zip({ "dave.zip": await zip({ "too.zip": inner }), "erin.ipynb": a });
      expect(await readAll(await inFile(deep))).toEqual({
        dave: expect.stringContaining("there is only: too.zip"),
        erin: "a",
      });
    });

    it("lets submissions be read in any order, again, and after the end", async () => {
      const { submissions } = await collect(
        await inFile(await zip({ "a.ipynb": a, "b.zip": await zip({ "b.ipynb": b }) })),
      );
      const found = await Promise.all([...submissions.toReversed(), ...submissions].map((one) => one.read()));
      expect(found.map(({ kind }) => kind)).toEqual(Array(4).fill("notebook"));
    });

    it.each([
      ["no archive at all", async () => Buffer.from("nothing"), "damaged"],
      ["an archive that was cut off", async () => (await zip({ "a.ipynb": a })).subarray(0, -30), "damaged"],
      [
        "a flipped bit",
        async () => {
          const bytes = await zip({ "a.ipynb": a }, { compress: false });
          return rename(bytes, '"source":"a"', '"source":"b"');
        },
        "a checksum is wrong",
      ],
      [
        "broken compression",
        async () => {
          const bytes = await zip({ "a.ipynb": a });
          bytes.fill(0xff, 40, 60);
          return bytes;
        },
        "damaged",
      ],
      [
        "a password",
        async () => {
          const bytes = await zip({ "a.ipynb": a });
          const [place = 0] = directoryEntries(bytes);
          bytes[place + 8] = (bytes[place + 8] ?? 0) | 1;
          return bytes;
        },
        "locked with a password",
      ],
      [
        "unusual compression",
        async () => {
          const bytes = await zip({ "a.ipynb": a });
          bytes.writeUInt16LE(12, (directoryEntries(bytes)[0] ?? 0) + 10);
          return bytes;
        },
        "packed in an unusual way",
      ],
    ])("finds a submission with %s unreadable, and says why", async (_, make, reason) => {
      expect(await readAll(await inFile(await make(), "alice.zip"))).toEqual({
        alice: expect.stringContaining(reason),
      });
    });

    it.each([
      ["../../evil.ipynb", "points out of the archive"],
      ["/etc/evil_1.ipynb", "points out of the archive"],
      ["C:/xyz/evil.ipynb", "points out of the archive"],
      ["a\\..\\..\\evi.ipynb", "points out of the archive"],
    ])("leaves out the entry %j, and reads the others", async (name, reason) => {
      const bytes = rename(
        await zip({ ["x".repeat(name.length)]: b, "a.ipynb": a }),
        "x".repeat(name.length),
        name,
      );
      const collected = await collect(await inFile(bytes, "alice.zip"));
      expect(await read(collected)).toEqual({ alice: "a" });
      expect(collected.told).toEqual([expect.stringContaining(reason)]);
    });

    it("leaves out links", async () => {
      const bytes = await zip({ "l.ipynb": "/etc/passwd" }, { mode: 0o120777 });
      const collected = await collect(await inFile(bytes, "alice.zip"));
      expect(await read(collected)).toEqual({ alice: expect.stringContaining("no notebook") });
      expect(collected.told[0]).toContain("l.ipynb is a link");
    });

    it("takes the last of several files with one name", async () => {
      const bytes = rename(await zip({ "a.ipynb": a, "b.ipynb": b }), "b.ipynb", "a.ipynb");
      const collected = await collect(await inFile(bytes, "alice.zip"));
      expect(await read(collected)).toEqual({ alice: "b" });
      expect(collected.told).toEqual([expect.stringContaining("more than once")]);
    });

    it("reads Windows' backslashes as folders, and names that are not UTF-8", async () => {
      const windows = rename(await zip({ "al/x.ipynb": a, "bo/x.ipynb": b }), "al/x.ipynb", "al\\x.ipynb");
      expect(await readAll(await inFile(windows))).toEqual({ al: "a", bo: "b" });
      const old = rename(
        await zip({ "Xrg.ipynb": a, "b.ipynb": b }),
        "Xrg.ipynb",
        Buffer.from("\x94rg.ipynb", "latin1"),
      );
      for (const place of directoryEntries(old)) old.writeUInt16LE(0, place + 8);
      expect(await readAll(await inFile(old))).toEqual({ b: "b", örg: "a" });
    });

    it("stops a bomb while it unpacks", async () => {
      const bomb = Buffer.concat([Buffer.from('{"cells": ['), Buffer.alloc(60e6, " ")]);
      expect(await readAll(await inFile(await zip({ "a.ipynb": bomb }), "alice.zip"))).toEqual({
        alice: expect.stringContaining("zip bomb"),
      });
    });

    it("leaves out entries that share their bytes", async () => {
      const bytes = await zip({ "a.ipynb": a, "b.ipynb": a, "c.ipynb": a });
      const [first = 0, ...others] = directoryEntries(bytes);
      for (const place of others) bytes.writeUInt32LE(bytes.readUInt32LE(first + 42), place + 42);
      const collected = await collect(await inFile(bytes));
      expect(collected.told).toHaveLength(2);
      expect(collected.told[0]).toContain("shares its bytes");
      expect(Object.values(await read(collected))).toEqual(["a"]);
    });
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
