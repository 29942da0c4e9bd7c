import type { Lateness } from "./Lateness.js";

/**
 * Says that lateness was asked for, and of how many nothing tells it.
 *
 * @param rows of those who handed in
 * @param due milliseconds since 1970
 */
export function tellTimeless(
  rows: readonly { readonly lateness?: Lateness }[],
  due: number | undefined,
): readonly string[] {
  const timeless = rows.filter(({ lateness }) => lateness === undefined).length;
  if (due === undefined || timeless === 0) return [];
  return [
    `Nothing tells when ${timeless} of ${rows.length} submissions came, so whether they were late is not known. A roster can say it, such as Moodle's grading worksheet.`,
  ];
}
