import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkNode } from "../../setup/checkNode.mjs";

describe("checkNode", () => {
  test.each(["20.19.0", "20.20.2", "22.12.0", "22.22.1", "23.0.0", "24.0.0", "100.1.0"])(
    "checkNode takes %s",
    (version) => {
      expect(checkNode(version)).toBeNull();
    },
  );

  test.each(["0.12.18", "12.22.12", "18.20.0", "20.18.3", "21.7.3", "22.11.0"])(
    "checkNode turns %s away",
    (version) => {
      expect(checkNode(version)).toContain(`this is Node.js ${version}.`);
      expect(checkNode(version)).toContain("https://nodejs.org");
    },
  );

  test.each(["start", "test"])("checkNode speaks before anything else of setup/%s.mjs is read", (entry) => {
    const old = 'Object.defineProperty(process.versions, "node", { value: "18.12.0" })';
    const path = fileURLToPath(new URL(`../../setup/${entry}.mjs`, import.meta.url));
    const run = spawnSync(process.execPath, [
      "--import",
      `data:text/javascript,${encodeURIComponent(old)}`,
      path,
    ]);
    expect(run.status).toBe(1);
    expect(run.stdout.toString()).toBe("");
    expect(run.stderr.toString()).toBe(`${checkNode("18.12.0")}\n`);
  });
});
