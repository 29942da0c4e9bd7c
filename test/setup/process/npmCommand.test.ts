import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { npmCommand } from "../../../setup/process/npmCommand.mjs";

test("npmCommand takes the npm that runs the script", () => {
  expect(npmCommand({ npm_execpath: "/a/npm-cli.js" }, "/b/node")).toEqual(["/b/node", "/a/npm-cli.js"]);
});

test("npmCommand does not take another package manager for npm", () => {
  expect(npmCommand({ npm_execpath: "/a/yarn.js" }, "/nowhere/at/all/node")).toEqual(["npm"]);
});

test("npmCommand finds an npm that runs when the script was not started by npm", () => {
  const [command, ...args] = npmCommand({});
  expect(spawnSync(command, [...args, "--version"], { encoding: "utf8" }).stdout).toMatch(/^\d+\.\d+\.\d+/);
});
