import type { GradeEvent } from "./GradeEvent.js";

/** What JSON would leave as it is although it steers a terminal or turns the direction of text. */
const invisible = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** An event as a line of JSON. */
export function eventLine(event: GradeEvent): string {
  return `${JSON.stringify(event).replace(invisible, escapeUnits)}\n`;
}

function escapeUnits(character: string): string {
  return Array.from(
    character.split(""),
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  ).join("");
}
