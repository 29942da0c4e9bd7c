import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../notebooks/executeNotebook.js";
import {
  type CellState,
  codeCellStates,
  kernelImplementation,
  lookAtCell,
  runAll,
  waitForKernel,
} from "./notebookPage.js";
import { type OpenedBrowser, openBrowser } from "./openBrowser.js";
import { type JupyterLab, startJupyterLab } from "./startJupyterLab.js";

const notebook = "notebooks/instructor/Initialization.ipynb";
const screenshots = join(root, ".cache", "screenshots");

describe("the solved notebook in JupyterLab", () => {
  let lab: JupyterLab;
  let opened: OpenedBrowser;
  let kernel: string;
  let cells: CellState[];
  let before: string;

  beforeAll(async () => {
    await mkdir(screenshots, { recursive: true });
    before = await readFile(join(root, notebook), "utf8");
    opened = await openBrowser();
    lab = await startJupyterLab();
    await opened.page.goto(lab.urlOf(notebook), { timeout: 120_000 });
    kernel = await waitForKernel(opened.page);
    await opened.page.screenshot({ path: join(screenshots, "opened.png") });
    const { firstPicture, lastCell } = await runAll(opened.page);
    console.info(`Run All: first picture ${firstPicture.toFixed(1)} s, last cell ${lastCell.toFixed(1)} s`);
    cells = await codeCellStates(opened.page);
  }, 1_200_000);

  afterAll(async () => {
    await opened?.close();
    await lab?.stop();
  }, 120_000);

  it("runs in the kernel tslab, and that is the project's own", async () => {
    expect(kernel).toBe("tslab");
    expect(await kernelImplementation(opened.page)).toBe("initlab");
  });

  it("runs every cell, without an error and without a word on stderr", () => {
    expect(cells.length).toBeGreaterThan(10);
    for (const { id, executionCount, outputs } of cells) {
      expect(executionCount, id).not.toBeNull();
      const bad = outputs.filter(({ output_type, name }) => output_type === "error" || name === "stderr");
      expect(bad, id).toEqual([]);
    }
  });

  it("draws seven pictures", async () => {
    const withPicture = cells.filter(({ outputs }) =>
      outputs.some(({ data }) => data && "image/png" in data),
    );
    expect(withPicture).toHaveLength(7);
    for (const { id } of withPicture) {
      const { widths } = await lookAtCell(opened.page, id);
      await opened.page.screenshot({ path: join(screenshots, `${id}.png`) });
      expect(widths, id).toHaveLength(1);
      expect(widths[0], id).toBeGreaterThan(200);
    }
  }, 120_000);

  it.each([
    ["initialize_parameters_zeros_test", ["W1 = [[0. 0. 0.]\n [0. 0. 0.]]", "All tests passed."]],
    ["initialize_parameters_random_test", ["W2 = [[-0.82741481 -6.27000677]]", "All tests passed."]],
    [
      "initialize_parameters_he_test",
      ["W2 = [[-0.03098412 -0.33744411 -0.92904268  0.62552248]]", "All tests passed."],
    ],
    ["zeros-train", ["Cost after iteration 14000: 0.69314718055994", "Accuracy: 0.5"]],
    ["random-train", ["Cost after iteration 0: inf", "Accuracy: 0.83", "Accuracy: 0.86"]],
    [
      "he-train",
      ["Cost after iteration 14000: 0.073578959626", "Accuracy: 0.9933333333333333", "Accuracy: 0.96"],
    ],
  ])(
    "shows the figures of the cell %s on the page",
    async (id, figures) => {
      const { text } = await lookAtCell(opened.page, id);
      await opened.page.screenshot({ path: join(screenshots, `${id}-figures.png`) });
      for (const figure of figures) expect(text.replaceAll("\u00a0", " ")).toContain(figure);
    },
    60_000,
  );

  it("asks nothing of any other machine, and throws nothing in the page", () => {
    expect(opened.outside).toEqual([]);
    expect(opened.exceptions).toEqual([]);
  });

  it("leaves the notebook's file alone", async () => {
    expect(await readFile(join(root, notebook), "utf8")).toBe(before);
  });
});
