import type { VNode } from "preact";
import { render } from "preact-render-to-string";

/**
 * The text of a whole page. The same page gives the same bytes, and every text in it is escaped.
 *
 * @param page a `Page`
 */
export function renderPage(page: VNode): string {
  return `<!doctype html>\n${render(page)}\n`;
}
