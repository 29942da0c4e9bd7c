import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashFiles, listFiles } from "../../../setup/steps/hashFiles.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "initlab-hash-"));
  mkdirSync(join(root, "src/dist"), { recursive: true });
  writeFileSync(join(root, "src/a.ts"), "a");
  writeFileSync(join(root, "src/b.ts"), "b");
  writeFileSync(join(root, "src/dist/a.js"), "built");
});
afterEach(() => rmSync(root, { recursive: true }));

test("listFiles lists sources below a folder, sorted, and nothing that was built", () => {
  expect(listFiles(root, ["src", "lock"])).toEqual(["src/a.ts", "src/b.ts", "lock"]);
});

test("hashFiles changes with a file's content, its name, and whether it is there", () => {
  const hashes = [hashFiles(root, ["src", "lock"])];
  writeFileSync(join(root, "src/a.ts"), "A");
  hashes.push(hashFiles(root, ["src", "lock"]));
  renameSync(join(root, "src/b.ts"), join(root, "src/c.ts"));
  hashes.push(hashFiles(root, ["src", "lock"]));
  writeFileSync(join(root, "lock"), "");
  hashes.push(hashFiles(root, ["src", "lock"]));
  expect(new Set(hashes).size).toBe(4);
});

test("hashFiles stays the same when only built files change", () => {
  const before = hashFiles(root, ["src"]);
  writeFileSync(join(root, "src/dist/a.js"), "built again");
  expect(hashFiles(root, ["src"])).toBe(before);
});
