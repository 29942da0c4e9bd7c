import type { JSX } from "preact";
import { pageText } from "../page/index.js";

/** A text as it was printed. Where it is too wide it scrolls, and keys scroll only what can have the focus. */
export function Preformatted({ text }: { readonly text: string }): JSX.Element {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: not every browser lets keys reach what scrolls without it.
  return <pre tabIndex={0}>{pageText(text)}</pre>;
}
