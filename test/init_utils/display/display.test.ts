import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { display } from "../../../src/init_utils/display/display.ts";
import { shownBundles } from "../../support/shownPlot.ts";

const root = join(import.meta.dirname, "../../..");

/** What a script prints, run in a process of its own in which the packages can be imported. */
async function printed(script: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: root,
  });
  return JSON.parse(stdout);
}

const plot = `plot_costs([0.7, 0.5], { learning_rate: 0.01 })`;
const everyForm = ["application/vnd.plotly.v1+json", "image/png", "text/html", "text/plain"];

describe("display", () => {
  test("display hands the bundle itself to the function that the host has set", () => {
    const bundle = { "text/plain": "a", "application/json": { b: [1] } };
    const shown = shownBundles(() => display(bundle));
    expect(shown).toHaveLength(1);
    expect(shown[0]).toBe(bundle);
  });

  test("display shows nothing and fails in nothing where no notebook runs", () => {
    expect(display({ "text/plain": "a" })).toBeUndefined();
  });

  test("display takes no notice of a hook that is no function", () => {
    const hook = Symbol.for("init_utils.display");
    const host = globalThis as { [key: symbol]: unknown };
    host[hook] = "not a function";
    try {
      expect(display({ "text/plain": "a" })).toBeUndefined();
    } finally {
      delete host[hook];
    }
  });

  test("display sends one output with every form through stock tslab, cell by cell", async () => {
    const messages = await printed(`
      import { createRequire } from "node:module";
      import { plot_costs } from "init_utils";
      const { JupyterHandlerImpl } = createRequire(process.cwd() + "/x.js")("tslab/dist/jupyter.js");
      const write = process.stdout.write;
      globalThis.__tslab__ = {};
      const cell = { execute: async () => { ${plot}; return true; }, locals: {} };
      const handler = new JupyterHandlerImpl(cell, false);
      const messages = [];
      for (const name of ["first", "second"]) {
        await handler.handleExecute({ code: "" }, () => {}, ({ data, ...rest }, update) =>
          messages.push({ cell: name, keys: Object.keys(data).sort(), rest, update }));
      }
      process.stdout.write = write;
      console.log(JSON.stringify(messages));
    `);
    const message = { keys: everyForm, rest: { metadata: {}, transient: {} }, update: false };
    expect(messages).toEqual([
      { cell: "first", ...message },
      { cell: "second", ...message },
    ]);
  });

  test("display works without any API of Node: only the PNG and plotly.js are missing then", async () => {
    const keys = await printed(`
      const { load_dataset } = await import("init_utils");
      process.getBuiltinModule = undefined;
      globalThis.__tslab__ = {};
      load_dataset();
      globalThis[Symbol.for("init_utils.display")] = (bundle) => {
        if (JSON.stringify(bundle).length > 100_000) throw new Error("it is too long");
        console.log(JSON.stringify(Object.keys(bundle).sort()));
      };
      load_dataset();
    `);
    expect(keys).toEqual(["application/vnd.plotly.v1+json", "text/html", "text/plain"]);
  });
});
