import yauzl from "yauzl";
import { printable, UnreadableError } from "../submission/index.js";
import type { FoundFile, Tell } from "./FoundFile.js";
import { asUnreadable, openArchive, readEntry } from "./readEntry.js";

const mostEntries = 100_000;
/** Of a local header without the name, which stands before each entry's bytes. */
const headerBytes = 30;

/**
 * Lists the files in a zip archive, which lies on the disk or in another archive. Nothing is ever unpacked to the
 * disk: an entry's name is no more than a name. Those that point out of the archive, links, and entries that share
 * their bytes with others (so that one byte becomes a million files) are left out. Of entries with the same name the
 * last one counts, as for programs that unpack one after the other.
 *
 * @throws {UnreadableError} when it is no zip archive, or a damaged one
 */
export async function listArchive(archive: FoundFile, tell: Tell): Promise<FoundFile[]> {
  const files = new Map<string, FoundFile>();
  const entries = await readEntries(archive);
  const overlapping = overlaps(entries);
  for (const entry of entries) {
    const name = entryName(entry);
    if (name.endsWith("/")) continue;
    const path = printable(`${archive.path}/${name}`, 300);
    const segments = segmentsOf(name);
    const fault = segments === undefined ? "points out of the archive" : faultOf(entry, overlapping);
    if (segments === undefined || fault !== undefined) {
      tell(`${path} ${fault} and was left out.`);
      continue;
    }
    const key = segments.join("/");
    if (files.has(key)) tell(`${path} is in the archive more than once; the last one counts.`);
    files.set(key, {
      segments,
      path,
      ...modifiedAt(entry),
      depth: archive.depth + 1,
      read: () => readEntry(archive, entry),
    });
  }
  return [...files.values()];
}

async function readEntries(archive: FoundFile): Promise<yauzl.Entry[]> {
  const zip = await openArchive(archive);
  try {
    const entries: yauzl.Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      if (entries.push(entry) > mostEntries) {
        throw new UnreadableError(`the archive holds more than ${mostEntries} files.`);
      }
    }
    return entries;
  } catch (error) {
    throw asUnreadable(error);
  } finally {
    zip.close();
  }
}

/**
 * Where an archive has no more than a wall clock's time, it is taken for this machine's time zone. Programs that know
 * no time write the first one that there is, of 1980.
 */
function modifiedAt(entry: yauzl.Entry): { readonly modified?: number } {
  const modified = entry.getLastModDate({ timezone: "local" }).getTime();
  return modified > Date.UTC(1980, 0, 3) ? { modified } : {};
}

/** Windows writes backslashes, old programs write names in CP437: both become what they mean. */
function entryName(entry: yauzl.Entry): string {
  return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
}

function segmentsOf(name: string): readonly string[] | undefined {
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name) || name.includes("\0")) return undefined;
  const segments = name.split("/").filter((segment) => segment !== "" && segment !== ".");
  return segments.length === 0 || segments.includes("..") ? undefined : segments;
}

function faultOf(entry: yauzl.Entry, overlapping: ReadonlySet<yauzl.Entry>): string | undefined {
  // The upper half holds the mode that Unix gives a file.
  const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  if (isLink) return "is a link";
  return overlapping.has(entry) ? "shares its bytes with another file" : undefined;
}

function overlaps(entries: readonly yauzl.Entry[]): ReadonlySet<yauzl.Entry> {
  const found = new Set<yauzl.Entry>();
  let end = 0;
  for (const entry of entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )) {
    if (entry.relativeOffsetOfLocalHeader < end) found.add(entry);
    const length = headerBytes + entry.fileNameRaw.length + entry.compressedSize;
    end = Math.max(end, entry.relativeOffsetOfLocalHeader + length);
  }
  return found;
}
