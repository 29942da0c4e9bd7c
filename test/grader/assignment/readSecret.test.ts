import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readSecret } from "../../../src/grader/assignment/index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "initlab-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("readSecret", () => {
  test("readSecret makes a secret that only its owner can read, and reads it the next time", async () => {
    const file = join(folder, "secret");
    const first = await readSecret(file);
    expect(first).toEqual({ text: expect.stringMatching(/^[0-9a-f]{64}$/), isNew: true });
    expect(await readSecret(file)).toEqual({ text: first.text, isNew: false });
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await readSecret(join(folder, "other"))).text).not.toBe(first.text);
  });

  test("readSecret agrees with others that start in the same instant, and leaves nothing beside it", async () => {
    const file = join(folder, "secret");
    const secrets = await Promise.all(Array.from({ length: 20 }, () => readSecret(file)));
    expect(new Set(secrets.map(({ text }) => text)).size).toBe(1);
    expect(secrets.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(["secret"]);
  });

  test.runIf(process.platform !== "win32")("readSecret warns when others can read the file", async () => {
    const file = join(folder, "secret");
    await readSecret(file);
    chmodSync(file, 0o644);
    expect((await readSecret(file)).warning).toContain("chmod 600");
  });

  test("readSecret says what to do about a file that holds something else", async () => {
    const file = join(folder, "secret");
    writeFileSync(file, "hello", { mode: 0o600 });
    await expect(readSecret(file)).rejects.toThrow(/64 hexadecimal digits.*Restore it from a copy/s);
  });

  test("readSecret says what to do where it may not write", async () => {
    await expect(readSecret(join(folder, "missing/secret"))).rejects.toThrow(/--secret/);
  });
});
