import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { INTERRUPTED, type Step, stamped } from "../../../setup/steps/stamped.mjs";

describe("stamped", () => {
  let root: string;
  let inputs: Record<string, string>;
  let work: () => Promise<string[]>;
  let broken: string | null;
  let step: Step;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "initlab-stamp-"));
    inputs = { "the recipe": "1" };
    broken = null;
    work = async () => {
      writeFileSync(join(root, "cake"), "");
      return ["cake"];
    };
    step = stamped(
      { root, stamps: join(root, "stamps") },
      { name: "bake", title: "cake", inputs: () => inputs, work: () => work(), broken: async () => broken },
    );
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test("stamped has a reason the first time, and none when the step is complete", async () => {
    expect(await step.reason()).toBe("first time");
    await step.run("first time");
    expect(await step.reason()).toBeNull();
  });

  test("stamped names the input that changed, appeared or went", async () => {
    await step.run("first time");
    inputs = { "the recipe": "2" };
    expect(await step.reason()).toBe("the recipe changed");
    inputs = { "the recipe": "1", "the oven": "new" };
    expect(await step.reason()).toBe("the oven changed");
    inputs = {};
    expect(await step.reason()).toBe("the recipe changed");
  });

  test("stamped names what is missing of its outputs", async () => {
    await step.run("first time");
    rmSync(join(root, "cake"));
    expect(await step.reason()).toBe("cake is missing");
  });

  test("stamped asks for a closer look last", async () => {
    await step.run("first time");
    broken = "the cake is burnt";
    expect(await step.reason()).toBe("the cake is burnt");
  });

  test("stamped recognises that a step was cut off in the middle, even when its outputs are there", async () => {
    await step.run("first time");
    let during: string | null = null;
    work = async () => {
      during = await step.reason();
      return ["cake"];
    };
    await step.run("again");
    expect(during).toBe(INTERRUPTED);
    expect(await step.reason()).toBeNull();
  });

  test("stamped runs a step again that failed, and passes its error on", async () => {
    work = async () => {
      throw new Error("no eggs");
    };
    await expect(step.run("first time")).rejects.toThrow("no eggs");
    expect(await step.reason()).toBe("it failed the last time");
  });

  test("stamped counts what changes during the step as changed", async () => {
    work = async () => {
      inputs = { "the recipe": "changed meanwhile" };
      return [];
    };
    await step.run("first time");
    expect(await step.reason()).toBe("the recipe changed");
  });

  test("stamped takes a stamp that cannot be read for none, and leaves no half-written one", async () => {
    mkdirSync(join(root, "stamps"));
    writeFileSync(join(root, "stamps", "bake.json"), '{"state":"do');
    expect(await step.reason()).toBe("first time");
    await step.run("first time");
    expect(readdirSync(join(root, "stamps"))).toEqual(["bake.json"]);
    expect(JSON.parse(readFileSync(join(root, "stamps", "bake.json"), "utf8")).outputs).toEqual(["cake"]);
  });
});
