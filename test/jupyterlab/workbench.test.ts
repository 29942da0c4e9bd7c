import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closePopups, completions, tooltip, typeInCell } from "./editorPage.js";
import { cellPlace, outputsOf, runCell, startCell, waitForKernel } from "./notebookPage.js";
import { type OpenedCells, openCells } from "./openCells.js";

const cells = {
  import: `import { initialize_parameters_he, random, tf } from "init_utils";
import { initialize_parameters_he_test } from "public_tests";
const layers = { sizes: [2, 4, 1], learning_rate: 0.01 };
function layerCount(): number { return layers.sizes.length; }`,
  edited: "",
};

describe("the kernel as a workbench in JupyterLab", () => {
  let cellsPage: OpenedCells;
  let page: Page;

  beforeAll(async () => {
    cellsPage = await openCells("workbench", cells);
    page = cellsPage.page;
    expect(cellsPage.kernel).toBe("tslab");
    expect(await runCell(page, "import")).toEqual([]);
  }, 600_000);
  afterAll(() => cellsPage?.close(), 120_000);

  const screenshot = (name: string) => page.screenshot({ path: join(cellsPage.screenshots, `${name}.png`) });

  it.each([
    ["members of a value", "layers.", { sizes: "instance", learning_rate: "instance" }],
    ["names of earlier cells", "laye", { layers: "instance", layerCount: "function" }],
    ["names of the cell itself", "const ownName = 1;\nownN", { ownName: "instance" }],
    ["what a package exports", 'import { load_d } from "init_utils";', { load_dataset: "function" }],
    ["members of tf, behind an emoji", 'const s = "🙂"; tf.matM', { matMul: "function" }],
  ])(
    "offers %s when Tab is pressed, with their types",
    async (what, text, expected) => {
      await typeInCell(page, "edited", text);
      const back = text.startsWith("import") ? text.length - text.indexOf(" }") : 0;
      for (let step = 0; step < back; step++) await page.keyboard.press("ArrowLeft");
      const offered = await completions(page);
      await screenshot(`completion of ${what}`);
      for (const [name, type] of Object.entries(expected)) expect(offered.get(name), name).toBe(type);
      await closePopups(page);
    },
    60_000,
  );

  it.each([
    ["initialize_parameters_he", ["number[]", "Exercise 3"]],
    ["tf.matMul", ["Tensor"]],
    ["random.randn", ["normal"]],
    ["initialize_parameters_he_test", ["Target"]],
  ])(
    "tells of %s when Shift-Tab is pressed: signature, shapes, errors and an example",
    async (name, words) => {
      await typeInCell(page, "edited", name);
      const shown = await tooltip(page);
      const text = (await shown.textContent()) ?? "";
      await screenshot(`tooltip of ${name}`);
      expect(text).toContain(`${name.split(".").at(-1)}(`);
      for (const word of words) expect(text).toContain(word);
      expect(text).toMatch(/throws/i);
      expect(text).toMatch(/example/i);
      await closePopups(page);
    },
    60_000,
  );

  it("asks with a box, and goes on with what is typed", async () => {
    await typeInCell(page, "edited", 'const answer = await input("name? ");\nanswer.toUpperCase()');
    await startCell(page, "edited");
    const place = await cellPlace(page, "edited");
    const box = place.locator(".jp-Stdin-input");
    await box.waitFor({ timeout: 20_000 });
    expect(await place.locator(".jp-Stdin-prompt").textContent()).toContain("name?");
    await screenshot("input");
    await box.fill("ada");
    await box.press("Enter");
    await waitForKernel(page);
    const result = { output_type: "execute_result", data: { "text/plain": "'ADA'" } };
    expect((await outputsOf(page, "edited")).at(-1)).toMatchObject(result);
  }, 60_000);

  it("runs in a console that shares the notebook's kernel", async () => {
    await page.evaluate(() => globalThis.jupyterapp.commands.execute("notebook:create-console"));
    const prompt = page.locator(".jp-CodeConsole-promptCell .cm-content");
    await prompt.click();
    await page.keyboard.insertText("console.table([{ layer: 1, size: layerCount() }]);\nlayerCount() + 1");
    await page.keyboard.press("Shift+Enter");
    const output = page.locator(".jp-CodeConsole-content .jp-OutputArea-executeResult").last();
    await output.waitFor({ timeout: 20_000 });
    await screenshot("console");
    expect(await output.textContent()).toMatch(/4$/);
    const table = await page.locator(".jp-CodeConsole-content .jp-OutputArea-output").first().textContent();
    expect(table).toMatch(/│ \(index\) │ layer │ size │/);
  }, 60_000);

  it("asks nothing of any other machine, and throws nothing in the page", () => {
    expect(cellsPage.opened.outside).toEqual([]);
    expect(cellsPage.opened.exceptions).toEqual([]);
  });
});
