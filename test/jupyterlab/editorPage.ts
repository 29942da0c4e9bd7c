import type { Locator, Page } from "playwright-core";
import { cellPlace, selectCell } from "./notebookPage.js";

/** Replaces a cell's text; the cursor stands behind it then. */
export async function typeInCell(page: Page, id: string, text: string): Promise<void> {
  await selectCell(page, id);
  const editor = (await cellPlace(page, id)).locator(".cm-content");
  await editor.click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  // As one insertion: the editor would close brackets that are typed.
  await page.keyboard.insertText(text);
}

/** Presses Tab; gives the completions that are offered: each one's text, and its type. */
export async function completions(page: Page): Promise<Map<string, string>> {
  await page.keyboard.press("Tab");
  const list = page.locator(".jp-Completer:not(.lm-mod-hidden)");
  await list.locator(".jp-Completer-item").first().waitFor({ timeout: 20_000 });
  const items = await list.locator(".jp-Completer-item").evaluateAll((elements) =>
    elements.map((element) => {
      const textOf = (selector: string) => element.querySelector(selector)?.textContent ?? "";
      return [textOf(".jp-Completer-match"), textOf(".jp-Completer-typeExtended")] as const;
    }),
  );
  return new Map(items);
}

/** Presses Shift-Tab; gives the tooltip. */
export async function tooltip(page: Page): Promise<Locator> {
  await page.keyboard.press("Shift+Tab");
  const shown = page.locator(".jp-Tooltip:not(.lm-mod-hidden)");
  await shown.locator(".jp-RenderedText, .jp-RenderedHTMLCommon").first().waitFor({ timeout: 20_000 });
  return shown;
}

/** Closes what is open over the editor. */
export async function closePopups(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.locator(".jp-Tooltip, .jp-Completer:not(.lm-mod-hidden)").waitFor({ state: "hidden" });
}
