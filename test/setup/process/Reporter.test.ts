import { describe, expect, test } from "vitest";
import { Reporter } from "../../../setup/process/Reporter.mjs";

function makeReporter(isTTY: boolean, env: NodeJS.ProcessEnv) {
  let text = "";
  let time = 0;
  const reporter = new Reporter({ isTTY, write: (chunk) => (text += chunk) }, env, () => (time += 1250));
  return { reporter, text: () => text };
}
const fail = async () => {
  throw new Error("no");
};

describe("Reporter", () => {
  test("Reporter prints one plain line a step where there is no terminal", async () => {
    const { reporter, text } = makeReporter(false, {});
    expect(await reporter.step("npm packages", async () => 7, "package-lock.json changed")).toBe(7);
    await expect(reporter.step("build", fail)).rejects.toThrow("no");
    expect(text()).toBe("✓ npm packages  1.3 s  (package-lock.json changed)\n✗ build  1.3 s\n");
  });

  test("Reporter shows a step while it runs on a terminal, in colour at its end", async () => {
    const { reporter, text } = makeReporter(true, {});
    await reporter.step("build", async () => {});
    expect(text()).toBe("\r\x1b[K… build  1 s\r\x1b[K\x1b[32m✓\x1b[39m build  2.5 s\n");
  });

  test("Reporter leaves colours out when NO_COLOR is set", async () => {
    const { reporter, text } = makeReporter(true, { NO_COLOR: "1" });
    await reporter.step("build", async () => {});
    expect(text()).toContain("\r\x1b[K✓ build");
    expect(text()).not.toContain("\x1b[32m");
  });
});
