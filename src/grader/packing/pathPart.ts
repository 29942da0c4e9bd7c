/** What is left of a name that may stand between slashes in a zip, and that no program takes for hidden. */
export function pathPart(name: string): string {
  return name.replaceAll(/[/\\:\p{C}]/gu, "-").replace(/^[.~\s]+/, "") || "student";
}
