import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  cellPlace,
  chooseFromMenu,
  kernelImplementation,
  outputsOf,
  runCell,
  startCell,
  waitForKernel,
} from "./notebookPage.js";
import { type OpenedCells, openCells } from "./openCells.js";

/** How much slower than it should be a machine may be that runs other things too. */
const patience = 4;

const cells = {
  kept: "const kept = { value: 41 };",
  endless: 'console.log("begun");\nwhile (true) {}',
  use: "kept.value + 1",
  throws: `function divide(a: number, b: number): number {
  if (b === 0) throw new RangeError("divide: the divisor is 0. Give another number.");
  return a / b;
}
const half = divide(1, 2);
const nothing = divide(1, 0);`,
  types: 'const names = ["W1", "b1"];\nconst count: number = names.join();',
  live: `for (let line = 1; line <= 30; line++) {
  const end = performance.now() + 100;
  while (performance.now() < end) {}
  console.log("line", line);
}`,
};

describe("the kernel in JupyterLab", () => {
  let cellsPage: OpenedCells;
  let page: Page;

  beforeAll(async () => {
    cellsPage = await openCells("kernel", cells);
    page = cellsPage.page;
    expect(cellsPage.kernel).toBe("tslab");
  }, 600_000);
  afterAll(() => cellsPage?.close(), 120_000);

  const textOf = async (id: string) => (await outputsOf(page, id)).map(({ text }) => text ?? "").join("");
  const result = (text: string) => [{ output_type: "execute_result", data: { "text/plain": text } }];

  it("is the project's own", async () => {
    expect(await kernelImplementation(page)).toBe("initlab");
  });

  it.each([
    ["the menu", () => chooseFromMenu(page, "Kernel", "kernelmenu:interrupt")],
    ["the toolbar's button", () => page.click('[data-jp-item-name="interrupt"] jp-button')],
  ])(
    "stops an endless loop by %s within a second, and keeps the variables",
    async (_by, interrupt) => {
      await runCell(page, "kept");
      await startCell(page, "endless");
      await expect.poll(() => textOf("endless"), { timeout: 10_000 }).toBe("begun\n");
      const start = performance.now();
      await interrupt();
      await waitForKernel(page);
      const seconds = (performance.now() - start) / 1000;
      console.info(`An endless loop had stopped ${seconds.toFixed(2)} s after the click`);
      expect(seconds).toBeLessThan(1 * patience);
      const [, error] = await outputsOf(page, "endless");
      expect(error).toMatchObject({ output_type: "error", ename: "Interrupted" });
      expect(await runCell(page, "use")).toMatchObject(result("42"));
    },
    60_000,
  );

  it("begins anew when it is restarted, and works", async () => {
    await runCell(page, "kept");
    await chooseFromMenu(page, "Kernel", "kernelmenu:restart");
    await page.click(".jp-Dialog .jp-mod-accept");
    await page.waitForFunction(() => {
      const status = globalThis.jupyterapp.shell.currentWidget?.sessionContext.session?.kernel?.status;
      return status !== "idle";
    });
    await waitForKernel(page);
    const [error] = await runCell(page, "use");
    expect(error?.output_type).toBe("error");
    expect(error?.traceback?.join("\n")).toContain("Cannot find name 'kept'");
    await runCell(page, "kept");
    expect(await runCell(page, "use")).toMatchObject(result("42"));
  }, 60_000);

  it("shows what a loop prints while the loop runs", async () => {
    await startCell(page, "live");
    const place = (await cellPlace(page, "live")).locator(".jp-OutputArea-output");
    await expect.poll(() => place.first().textContent(), { timeout: 10_000 }).toMatch(/line 1\n/);
    const seen = new Set<number>();
    for (let lines = 0; lines < 30; await page.waitForTimeout(50)) {
      lines = ((await place.first().textContent()) ?? "").split("\n").length - 1;
      seen.add(lines);
    }
    expect(seen.size).toBeGreaterThanOrEqual(8);
    await waitForKernel(page);
    expect(await textOf("live")).toBe(
      Array.from({ length: 30 }, (_, index) => `line ${index + 1}\n`).join(""),
    );
  }, 60_000);

  describe.each(["JupyterLab Light", "JupyterLab Dark"])("in the theme %s", (theme) => {
    beforeAll(async () => {
      await page.evaluate(
        (name) => globalThis.jupyterapp.commands.execute("apputils:change-theme", { theme: name }),
        theme,
      );
      await page.waitForFunction((name) => document.body.dataset.jpThemeName === name, theme);
    }, 60_000);

    it.each([
      [
        "throws",
        "RangeError: divide: the divisor is 0. Give another number.\n    at divide (Cell [",
        /^--> 2 \|.*throw new RangeError.*\n {6}\| {22}\^$[\s\S]*^--> 6 \| const nothing = divide\(1, 0\);\n {6}\| {17}\^/m,
      ],
      [
        "types",
        "TS2322: Type 'string' is not assignable to type 'number'.",
        /^--> 2 \| const count: number = names\.join\(\);\n {6}\| {7}\^{5}\n/m,
      ],
    ])("marks the line in the cell %s, in colours that can be read", async (id, message, line) => {
      await runCell(page, id);
      const output = (await cellPlace(page, id)).locator(".jp-OutputArea-output");
      const text = (await output.textContent()) ?? "";
      await output.screenshot({ path: join(cellsPage.screenshots, `${id} ${theme}.png`) });
      expect(text).toContain(message);
      expect(text).toMatch(line);
      expect(await output.evaluate(leastContrast)).toBeGreaterThan(4.5);
    });
  });

  it("asks nothing of any other machine, and throws nothing in the page", () => {
    expect(cellsPage.opened.outside).toEqual([]);
    expect(cellsPage.opened.exceptions).toEqual([]);
  });
});

/** The least contrast of the words' colours with what is behind it, by WCAG's formula: 1 is invisible, 21 black on white. */
function leastContrast(output: Shown): number {
  const parse = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: readonly number[]) => {
    const [r = 0, g = 0, b = 0] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element: Shown | null): number[] => {
    if (element === null) return [255, 255, 255];
    const colour = parse(getComputedStyle(element).backgroundColor);
    return colour.length === 3 || (colour[3] ?? 1) === 1 ? colour : behind(element.parentElement);
  };
  const words = [...output.querySelectorAll("pre, pre *")].filter(({ textContent }) =>
    /[a-z]/i.test(textContent),
  );
  const ratios = words.map((element) => {
    const pair = [parse(getComputedStyle(element).color), behind(element)].map(luminance);
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  });
  return Math.min(...ratios);
}

/** What is used of the page; the tests as a whole are not written for a browser. */
interface Shown {
  readonly textContent: string;
  readonly parentElement: Shown | null;
  querySelectorAll(selector: string): Iterable<Shown>;
}
declare function getComputedStyle(element: Shown): {
  readonly color: string;
  readonly backgroundColor: string;
};
declare const document: { readonly body: { readonly dataset: Readonly<Record<string, string>> } };
