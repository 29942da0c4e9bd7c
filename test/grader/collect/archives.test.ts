import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { collect, folder, notebook, read, readAll } from "./class.js";
import { directoryEntries, rename, zip } from "./zip.js";

const [a, b] = [notebook("a"), notebook("b")];

describe("collectSubmissions, of a zip archive", () => {
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
