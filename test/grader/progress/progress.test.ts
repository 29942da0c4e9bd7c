import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { progressDisplay } from "../../../src/grader/progress/index.ts";
import { Pace } from "../../../src/grader/progress/Pace.ts";
import { progressBar, progressText } from "../../../src/grader/progress/progressText.ts";
import { command } from "../../support/processes/runInitlab.ts";
import { handInClass } from "../run/support/aClass.ts";
import { GradeFolder } from "../support/gradeNotebooks.js";

describe("Pace", () => {
  test("Pace says nothing before there is something to go by", () => {
    const pace = new Pace();
    expect(pace.estimate({ done: 0, reused: 0, total: 100 }, 5)).toBeUndefined();
    expect(pace.estimate({ done: 3, reused: 0, total: 100 }, 5.4)).toBeUndefined();
    expect(pace.estimate({ done: 10, reused: 0, total: 100 }, 7)).toEqual({ rate: 5, secondsLeft: 18 });
  });

  test("Pace does not count what was there already", () => {
    const pace = new Pace();
    pace.estimate({ done: 0, reused: 0 }, 0);
    expect(pace.estimate({ done: 500, reused: 500 }, 2)).toBeUndefined();
    expect(pace.estimate({ done: 508, reused: 500, total: 600 }, 4)).toEqual({ rate: 2, secondsLeft: 46 });
  });

  test("Pace goes by the last half minute", () => {
    const pace = new Pace();
    for (let second = 0; second <= 100; second++) pace.estimate({ done: 20 * second, reused: 0 }, second);
    const later = (second: number) => pace.estimate({ done: 2000 + 4 * second, reused: 0 }, 100 + second);
    const rates = Array.from({ length: 40 }, (_, second) => later(second + 1)?.rate);
    expect(rates[0]).toBeGreaterThan(15);
    expect(rates.at(-1)).toBe(4);
  });
});

describe("progressText", () => {
  test.each([
    [{ done: 0, reused: 0 }, undefined, "0 submissions"],
    [{ done: 1, reused: 0, total: 1 }, undefined, "1 of 1 submission"],
    [{ done: 7, reused: 5, total: 60 }, undefined, "7 of 60 submissions, 5 of them as before"],
    [{ done: 7, reused: 0 }, { rate: 0.25 }, "7 submissions, 15.0 a minute"],
    [
      { done: 7, reused: 0, total: 60 },
      { rate: 3, secondsLeft: 59.6 },
      "7 of 60 submissions, 3.0 a second, 1:00 left",
    ],
    [
      { done: 7, reused: 0, total: 9 },
      { rate: 3, secondsLeft: 3725 },
      "7 of 9 submissions, 3.0 a second, 1:02:05 left",
    ],
  ])("progressText of %j at %j is %j", (progress, estimate, text) => {
    expect(progressText(progress, estimate)).toBe(text);
  });

  test("progressBar fills as far as the run has come, and never a whole line", () => {
    const half = { done: 5, reused: 0, total: 10 };
    expect(progressBar(half, "half", 20)).toBe("███████░░░░░░░ half");
    expect(progressBar(half, "half", 300)).toBe(`${"█".repeat(20)}${"░".repeat(20)} half`);
    expect(progressBar({ done: 10, reused: 0, total: 10 }, "all", 20)).toBe(`${"█".repeat(15)} all`);
    for (const columns of [0, 1, 3, 8, 12, 20]) {
      expect(progressBar(half, "half of it", columns).length).toBeLessThanOrEqual(Math.max(0, columns - 1));
    }
    expect(progressBar({ done: 5, reused: 0 }, "who knows", 40)).toBe("who knows");
  });
});

describe("progressDisplay", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("progressDisplay writes a line a minute where there is no terminal, and none after the end", () => {
    const lines: string[] = [];
    const stream = { isTTY: false, write: (text: string) => lines.push(text) > 0 };
    const display = progressDisplay(stream as unknown as NodeJS.WriteStream);
    for (let second = 1; second <= 150; second++) {
      display.update({ done: 2 * second, reused: 0, total: 1000 });
      vi.advanceTimersByTime(1000);
    }
    expect(lines).toEqual([
      "120 of 1000 submissions, 2.0 a second, 7:20 left\n",
      "240 of 1000 submissions, 2.0 a second, 6:20 left\n",
    ]);
    display.end();
    vi.advanceTimersByTime(200_000);
    expect(lines).toHaveLength(2);
  });
});

/** `script` gives a command a terminal of its own. */
const hasScript = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;
const esc = String.fromCharCode(27);

describe.skipIf(!hasScript)("initlab grade in a terminal", { timeout: 60_000 }, () => {
  const folder = new GradeFolder();
  beforeAll(() => handInClass(folder, 5));
  afterAll(() => folder.remove());
  const inTerminal = (options: string, more = "") => {
    const at = (name: string) => join(folder.path, name);
    const grade = `${process.execPath} ${command} grade ${at("submissions")} --sandbox deno --secret ${at("secret")}`;
    const line = `stty cols 100 rows 30; ${grade} --out ${at("results")} ${options} ${more}`;
    const env = { ...process.env, TERM: "xterm-256color", NO_COLOR: undefined, FORCE_COLOR: undefined };
    return spawnSync("script", ["-qec", line, "/dev/null"], { encoding: "utf8", env }).stdout;
  };

  test("draws a bar below coloured lines, takes it away in the end, and leaves the cursor alone", () => {
    const shown = inTerminal("");
    expect(shown).toMatch(/[█░]{5,40} \d of 5 submissions/);
    expect(shown).toContain(`${esc}[32mpassed`);
    expect(shown).not.toContain(`${esc}[?25l`);
    expect(shown.slice(shown.lastIndexOf("░"))).toMatch(/5 graded.*Results: .*results\r?\n$/s);
  });

  test("draws the bar on stderr alone, so that stdout can be piped, and without colours there", () => {
    const shown = inTerminal("", "| cat");
    expect(shown).toMatch(/\d of 5 submissions/);
    expect(shown).not.toContain(`${esc}[32mpassed`);
    const other = inTerminal("", "2>/dev/null");
    expect(other).toContain(`${esc}[32mpassed`);
    expect(other).not.toContain("of 5 submissions");
  });

  test("draws and prints nothing with --quiet", () => {
    expect(inTerminal("--quiet").trim()).toBe("");
  });
});
