import type { Inspection } from "./inspectionAt.js";

/** An inspection as a page of Markdown. */
export function inspectionMarkdown(inspection: Inspection, withSource = false): string {
  const { signature, documentation, tags, source } = inspection;
  const shown = withSource && source !== undefined ? [signature, source] : [signature];
  return [
    ...shown.map((code) => `\`\`\`typescript\n${code}\n\`\`\``),
    documentation,
    ...tags.map(({ name, text }) => `**@${name}**${name === "example" ? `\n${fenced(text)}` : ` ${text}`}`),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** An inspection as plain text. */
export function inspectionText(inspection: Inspection, withSource = false): string {
  const { signature, documentation, tags, source } = inspection;
  const shown = withSource && source !== undefined ? [signature, source] : [signature];
  return [...shown, documentation, tags.map(({ name, text }) => `@${name} ${text}`).join("\n")]
    .filter((part) => part !== "")
    .join("\n\n");
}

function fenced(text: string): string {
  return text.includes("```") ? text : `\`\`\`typescript\n${text}\n\`\`\``;
}
