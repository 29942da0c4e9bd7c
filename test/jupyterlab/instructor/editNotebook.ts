import type { Page } from "playwright-core";
import { cellPlace } from "../notebookPage.js";

/** Clicks on a cell, so that it is chosen as a whole: keys are commands then. */
export async function chooseCell(page: Page, id: string): Promise<void> {
  const place = await cellPlace(page, id);
  // Not its middle, where a link may be.
  const corner = { position: { x: 2, y: 2 } };
  if (await place.locator(".jp-RenderedMarkdown").isVisible())
    await place.locator(".jp-RenderedMarkdown").click(corner);
  else await place.locator(".jp-InputPrompt").click();
}

/** Adds a cell under the one that is chosen, with the keys for that; it is the chosen one then. */
export async function addCellBelow(page: Page, type: "code" | "markdown", text: string): Promise<void> {
  for (const key of type === "code" ? ["b", "Enter"] : ["b", "m", "Enter"]) await page.keyboard.press(key);
  await write(page, text);
  await leaveEditor(page, type);
}

/** Writes another text into a cell. */
export async function rewriteCell(page: Page, id: string, edit: (text: string) => string): Promise<void> {
  const { type, text } = await page.evaluate((wanted) => {
    const widgets = globalThis.jupyterapp.shell.currentWidget?.content.widgets ?? [];
    const model = widgets.find((widget) => widget.model.id === wanted)?.model;
    return { type: model?.type ?? "", text: model?.sharedModel.getSource() ?? "" };
  }, id);
  const edited = edit(text);
  if (edited === text) throw new Error(`rewriteCell: nothing is changed in ${id}`);
  await chooseCell(page, id);
  await page.keyboard.press("Enter");
  await write(page, edited);
  await leaveEditor(page, type);
}

/** Writes in the editor of the chosen cell, in place of what it holds, and waits until the notebook has it. */
async function write(page: Page, text: string): Promise<void> {
  await page.locator(".jp-Notebook .jp-Cell.jp-mod-active .cm-content:focus").waitFor();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
  await page.waitForFunction((wanted) => {
    const notebook = globalThis.jupyterapp.shell.currentWidget?.content;
    return notebook?.widgets[notebook.activeCellIndex]?.model.sharedModel.getSource() === wanted;
  }, text);
}

async function leaveEditor(page: Page, type: string): Promise<void> {
  await page.keyboard.press(type === "markdown" ? "ControlOrMeta+Enter" : "Escape");
}

/** Opens the sidebar in which cells have their metadata. */
export async function openPropertyInspector(page: Page): Promise<void> {
  await page.click('.jp-SideBar [data-id="jp-property-inspector"]');
  await page.locator(".jp-NotebookTools .jp-Collapse-header", { hasText: "Advanced Tools" }).click();
}

/** Edits the metadata of the chosen cell in the sidebar, and keeps them. */
export async function editMetadata(page: Page, edit: (text: string) => string): Promise<void> {
  const editor = page.locator(".jp-CellMetadataEditor");
  const text = await editor.locator(".cm-content").innerText();
  await editor.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(edit(text));
  await editor.locator('[title="Commit changes to data"]').click();
}

/** Presses Ctrl-S, and waits until the notebook is saved. */
export async function pressSave(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+S");
  await page.waitForFunction(() => globalThis.jupyterapp.shell.currentWidget?.context.model.dirty === false);
}

/** The id of the chosen cell. */
export async function chosenCell(page: Page): Promise<string> {
  return page.evaluate(() => {
    const notebook = globalThis.jupyterapp.shell.currentWidget?.content;
    return notebook?.widgets[notebook.activeCellIndex]?.model.id ?? "";
  });
}

/** Copies a cell under another one, with the keys for that; the copy is the chosen one then. */
export async function copyCellBelow(page: Page, id: string, below: string): Promise<void> {
  await chooseCell(page, id);
  await page.keyboard.press("c");
  await chooseCell(page, below);
  await page.keyboard.press("v");
  await page.waitForFunction((other) => {
    const notebook = globalThis.jupyterapp.shell.currentWidget?.content;
    return notebook?.widgets[notebook.activeCellIndex]?.model.id !== other;
  }, below);
}
