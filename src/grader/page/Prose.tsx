import type { JSX } from "preact";
import { pageText } from "./pageText.js";

/** A sentence of a checker's, in which names stand between backticks. */
export function Prose({ text }: { readonly text: string }): JSX.Element {
  const parts = pageText(text).split(/`([^`\n]{1,200})`/);
  return <>{parts.map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>;
}
