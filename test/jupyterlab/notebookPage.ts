import type { Locator, Page } from "playwright-core";

export interface CellState {
  readonly id: string;
  readonly executionCount: number | null;
  readonly outputs: readonly {
    readonly output_type: string;
    readonly name?: string;
    readonly text?: string;
    readonly data?: object;
    readonly ename?: string;
    readonly evalue?: string;
    readonly traceback?: readonly string[];
  }[];
}

export interface RunAllTimes {
  /** Seconds from the click until the first picture could be seen, and until the last cell had ended. */
  readonly firstPicture: number;
  readonly lastCell: number;
}

const patience = 600_000;

/** What is used of JupyterLab's own objects, as they stand in the page with `--LabApp.expose_app_in_browser=True`. */
interface Lab {
  readonly shell: { readonly currentWidget: Panel | null };
  readonly commands: { execute(command: string, args?: object): Promise<unknown> };
}

interface Panel {
  readonly context: { readonly path: string; readonly model: { readonly dirty: boolean } };
  readonly sessionContext: {
    readonly isReady: boolean;
    readonly session: { readonly kernel: Kernel | null } | null;
  };
  readonly content: {
    readonly widgets: readonly { readonly node: PageElement; readonly model: CellModel }[];
    scrollToItem(index: number, align: string): Promise<void>;
    activeCellIndex: number;
  };
}

interface Kernel {
  readonly name: string;
  readonly status: string;
  readonly info: Promise<{ readonly implementation: string }>;
}

interface CellModel {
  readonly id: string;
  readonly type: string;
  readonly executionCount: number | null;
  readonly executionState: string;
  readonly outputs: { toJSON(): CellState["outputs"] };
  readonly sharedModel: { getSource(): string };
}

/** What is used of the page's elements; the tests as a whole are not written for a browser. */
interface PageElement {
  readonly textContent: string;
  readonly isConnected: boolean;
  getBoundingClientRect(): { readonly top: number };
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageImage>;
}

interface PageImage {
  readonly complete: boolean;
  readonly naturalWidth: number;
  readonly offsetWidth: number;
}

declare global {
  var jupyterapp: Lab;
}
declare const document: PageElement;

/** Waits until the notebook's kernel is idle; the indicator on the page says so before there is a kernel. */
export async function waitForKernel(page: Page): Promise<string> {
  const ready = await page.waitForFunction(
    () => {
      const context = globalThis.jupyterapp?.shell.currentWidget?.sessionContext;
      const kernel = context?.isReady ? context.session?.kernel : null;
      return kernel?.status === "idle" ? kernel.name : "";
    },
    undefined,
    { timeout: patience, polling: 100 },
  );
  return ready.jsonValue();
}

/** Waits until a notebook is the one in front. */
export async function waitForNotebook(page: Page, path: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => globalThis.jupyterapp?.shell.currentWidget?.context?.path === wanted,
    path,
    { timeout: 120_000, polling: 100 },
  );
}

/** What the notebook's kernel calls itself. */
export async function kernelImplementation(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const context = globalThis.jupyterapp.shell.currentWidget?.sessionContext;
    return (await context?.session?.kernel?.info)?.implementation ?? "";
  });
}

/** Chooses an entry of a menu. */
export async function chooseFromMenu(page: Page, menu: string, command: string): Promise<void> {
  await page.click(`.lm-MenuBar-item:has(.lm-MenuBar-itemLabel:text-is("${menu}"))`);
  await page.locator(`.lm-Menu-item[data-command="${command}"]`).click();
}

/** Chooses Run > Run All Cells, and waits, by the model, until all cells have ended. */
export async function runAll(page: Page): Promise<RunAllTimes> {
  await page.click('.lm-MenuBar-item:has(.lm-MenuBar-itemLabel:text-is("Run"))');
  const entry = page.locator('.lm-Menu-item[data-command="runmenu:run-all"]');
  await entry.waitFor();
  const start = await page.evaluate(() => performance.now());
  await entry.click();
  const isSeen = () => {
    const images = [...document.querySelectorAll(".jp-OutputArea-output img")];
    return images.some(({ complete, naturalWidth }) => complete && naturalWidth > 0) && performance.now();
  };
  const isDone = () => {
    const panel = globalThis.jupyterapp.shell.currentWidget;
    const cells = panel?.content.widgets.filter(({ model }) => model.type === "code") ?? [];
    const ended = cells.every(
      ({ model }) => model.executionCount !== null && model.executionState === "idle",
    );
    return ended && panel?.sessionContext.session?.kernel?.status === "idle" && performance.now();
  };
  const options = { timeout: patience, polling: 50 };
  const moments = await Promise.all([
    page.waitForFunction(isSeen, undefined, options),
    page.waitForFunction(isDone, undefined, options),
  ]);
  const [seen, done] = await Promise.all(moments.map((moment) => moment.jsonValue()));
  return { firstPicture: (Number(seen) - start) / 1000, lastCell: (Number(done) - start) / 1000 };
}

/** The code cells as JupyterLab holds them, on the screen or not. */
export async function codeCellStates(page: Page): Promise<CellState[]> {
  return page.evaluate(() => {
    const widgets = globalThis.jupyterapp.shell.currentWidget?.content.widgets ?? [];
    return widgets
      .map(({ model }) => model)
      .filter(({ type }) => type === "code")
      .map(({ id, executionCount, outputs }) => ({ id, executionCount, outputs: outputs.toJSON() }));
  });
}

/** Runs one cell; waits until it has ended, and gives what it shows. */
export async function runCell(page: Page, id: string): Promise<CellState["outputs"]> {
  await selectCell(page, id);
  await page.evaluate(() => globalThis.jupyterapp.commands.execute("notebook:run-cell"));
  return outputsOf(page, id);
}

/** Starts one cell, and does not wait for its end. */
export async function startCell(page: Page, id: string): Promise<void> {
  await selectCell(page, id);
  await page.evaluate(() => void globalThis.jupyterapp.commands.execute("notebook:run-cell"));
}

/** What a cell shows, by the page's model. */
export async function outputsOf(page: Page, id: string): Promise<CellState["outputs"]> {
  return (await codeCellStates(page)).find((cell) => cell.id === id)?.outputs ?? [];
}

/** Makes a cell the active one. */
export async function selectCell(page: Page, id: string): Promise<void> {
  await page.evaluate((wanted) => {
    const notebook = globalThis.jupyterapp.shell.currentWidget?.content;
    if (!notebook) throw new Error("selectCell: no notebook is open");
    notebook.activeCellIndex = notebook.widgets.findIndex(({ model }) => model.id === wanted);
  }, id);
}

/** Saves the notebook. */
export async function save(page: Page): Promise<void> {
  await page.evaluate(() => globalThis.jupyterapp.commands.execute("docmanager:save"));
}

/** Scrolls to a cell; gives its place on the page. */
export async function cellPlace(page: Page, id: string): Promise<Locator> {
  await scrollToCell(page, id);
  const index = await page.evaluate((wanted) => {
    const widgets = globalThis.jupyterapp.shell.currentWidget?.content.widgets ?? [];
    return widgets.findIndex(({ model }) => model.id === wanted);
  }, id);
  return page.locator(`.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell[data-windowed-list-index="${index}"]`);
}

/** Scrolls to a cell; gives the text of its outputs and the widths of the pictures and plots that are really drawn. */
export async function lookAtCell(page: Page, id: string): Promise<{ text: string; widths: number[] }> {
  await scrollToCell(page, id);
  return page.evaluate((wanted) => {
    const widgets = globalThis.jupyterapp.shell.currentWidget?.content.widgets ?? [];
    const node = widgets.find(({ model }) => model.id === wanted)?.node;
    const outputs = node?.querySelector(".jp-Cell-outputArea");
    const images = [...(outputs?.querySelectorAll("img") ?? [])];
    const drawn = images.filter(({ complete, offsetWidth }) => complete && offsetWidth > 0);
    const widths = drawn.map(({ naturalWidth }) => naturalWidth);
    // A plot that is live has taken its picture's place.
    const plots = [...(outputs?.querySelectorAll(".js-plotly-plot") ?? [])].map(
      ({ offsetWidth }) => offsetWidth,
    );
    return { text: outputs?.textContent ?? "", widths: widths.length > 0 ? widths : plots };
  }, id);
}

/** Scrolls until the cell stays where it is: the heights of cells that were never on the screen are estimates. */
async function scrollToCell(page: Page, id: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const notebook = globalThis.jupyterapp.shell.currentWidget?.content;
    const index = notebook?.widgets.findIndex(({ model }) => model.id === wanted) ?? -1;
    const node = notebook?.widgets[index]?.node;
    let place = Number.NaN;
    for (let [round, steady] = [0, 0]; round < 40 && steady < 2; round++) {
      await notebook?.scrollToItem(index, "center");
      await new Promise((resolve) => setTimeout(resolve, 75));
      const now = node?.getBoundingClientRect().top ?? 0;
      steady = node?.isConnected && now === place ? steady + 1 : 0;
      place = now;
    }
  }, id);
}
