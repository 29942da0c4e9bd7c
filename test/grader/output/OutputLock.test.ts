import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { OutputLock, writing } from "../../../src/grader/output/index.ts";
import { UsageError } from "../../../src/instructor/UsageError.ts";

const silent = () => expect.unreachable();

describe("OutputLock", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "initlab-lock-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("OutputLock is one's own until it is given back, and can be taken again", async () => {
    for (let time = 0; time < 3; time++) {
      const lock = await OutputLock.take(folder, silent);
      const others = await Promise.allSettled([1, 2, 3].map(() => OutputLock.take(folder, silent)));
      for (const other of others) {
        expect(other).toMatchObject({ status: "rejected", reason: expect.any(UsageError) });
      }
      await lock.release();
    }
    expect(existsSync(folder)).toBe(true);
  });

  test("OutputLock is had by one of many who want it at once", async () => {
    const takers = await Promise.allSettled(
      Array.from({ length: 20 }, () => OutputLock.take(folder, silent)),
    );
    const locks = takers.flatMap((taker) => (taker.status === "fulfilled" ? [taker.value] : []));
    expect(locks).toHaveLength(1);
    await locks[0]!.release();
  });

  test("OutputLock makes the folder, and takes it away when nothing was put into it", async () => {
    const [empty, full] = [join(folder, "empty"), join(folder, "full")];
    for (const place of [empty, full]) {
      const lock = await OutputLock.take(place, silent);
      if (place === full) writeFileSync(join(place, "grades.csv"), "");
      await lock.release();
    }
    expect([existsSync(empty), existsSync(full)]).toEqual([false, true]);
  });
});

describe("writing", () => {
  const failing = (code: string) =>
    writing("the results of ana\u001b", async () => {
      throw Object.assign(new Error(`${code}: it failed`), { code, syscall: "write" });
    });

  test.each(["ENOSPC", "EDQUOT", "EROFS", "EACCES"])(
    "writing explains %s and says what to do",
    async (code) => {
      const error = await failing(code).catch((error: unknown) => error);
      expect(error).toBeInstanceOf(UsageError);
      expect((error as Error).message).toMatch(
        new RegExp(
          `^the results of ana\\\\u\\{1b\\} could not be written: .+ \\(${code}\\)\\. .+ run the same command again`,
        ),
      );
    },
  );

  test("writing passes on what is not the disk's fault, and what was written", async () => {
    await expect(failing("EBADF")).rejects.toThrow("EBADF: it failed");
    expect(await writing("a number", async () => 3)).toBe(3);
  });
});
