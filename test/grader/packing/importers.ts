// What Moodle and Canvas make of the names in a zip that is uploaded, as their own code does it.

/** Moodle: is_valid_filename_for_import of mod/assign/feedback/file/importziplib.php. */
export function moodleReads(
  path: string,
  participants: ReadonlySet<number>,
): { participant: number; plugin: string; file: string } | undefined {
  if (/^[.~]/.test(path.split("/").at(-1) ?? "")) return undefined;
  const parts = path.split("/");
  while (parts.length > 0) {
    const info = splitInto(parts.shift() ?? "", "_", 5);
    if (info.length < 4 || !/^\d+$/.test(info[1] ?? "") || !participants.has(Number(info[1]))) continue;
    const plugin = `${info[2]}_${info[3]}`;
    if (plugin !== "assignsubmission_file") continue;
    return { participant: Number(info[1]), plugin, file: [info[4] ?? "", ...parts].join("/") };
  }
  return undefined;
}

/** PHP's explode with a limit: the last part holds the rest. */
function splitInto(text: string, separator: string, limit: number): string[] {
  const parts = text.split(separator);
  return parts.length <= limit
    ? parts
    : [...parts.slice(0, limit - 1), parts.slice(limit - 1).join(separator)];
}

/** Canvas: infer_comment_context_from_filename of app/models/abstract_assignment.rb. */
export function canvasReads(
  path: string,
): { user?: string; anonymous?: string; attachment: string } | undefined {
  const name = path.split("/").at(-1) ?? "";
  const parts = name.split("_").filter((part) => part !== "LATE");
  if (parts.at(-1)?.startsWith("link") || name.startsWith("._")) return undefined;
  if (parts[0] === "anon") {
    const [, anonymous, attachment] = parts;
    return anonymous === undefined || attachment === undefined ? undefined : { anonymous, attachment };
  }
  const [user, attachment] = parts.filter((part) => /^\d+$/.test(part));
  return user === undefined || attachment === undefined ? undefined : { user, attachment };
}
