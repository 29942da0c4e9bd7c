import { randomBytes } from "node:crypto";
import { link, open, readFile, rm, stat } from "node:fs/promises";
import { NotebookError } from "../../notebook/index.js";

export interface Secret {
  /** 32 bytes as hexadecimal digits. */
  readonly text: string;
  /** Whether this call made the file. */
  readonly isNew: boolean;
  /** What somebody should do about the file, where there is something. */
  readonly warning?: string;
}

/**
 * Reads the secret that hidden inputs are drawn from, and makes it when there is none. Two graders that start at
 * once agree on one.
 *
 * Whoever knows it can foresee the inputs of hidden tests; when it is lost, a new one gives every student other
 * inputs, so that results may differ from those of before.
 *
 * @throws {NotebookError} when the file holds something else, or cannot be made
 */
export async function readSecret(file: string): Promise<Secret> {
  const isNew = !(await exists(file)) && (await make(file));
  const text = (await readFile(file, "utf8")).trim();
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new NotebookError(
      "this should hold the 64 hexadecimal digits of the grader's secret. Restore it from a copy; or remove it, and a new one gives every student other hidden inputs.",
      { file },
    );
  }
  const warning = await looseMode(file);
  return { text, isNew, ...(warning !== undefined && { warning }) };
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Writes it beside and then gives it its name, which fails where somebody else was faster. */
async function make(file: string): Promise<boolean> {
  const text = `${randomBytes(32).toString("hex")}\n`;
  const beside = `${file}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    await writeWhole(beside, text);
    await linkOrWrite(beside, file, text);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    throw new NotebookError(
      `the secret for hidden tests cannot be made here (${code}). Allow writing to the folder, or name another file with --secret.`,
      { file },
    );
  } finally {
    await rm(beside, { force: true });
  }
}

/** Some file systems have no links: there a grader that starts in the same instant may read half a secret, and says so. */
async function linkOrWrite(beside: string, file: string, text: string): Promise<void> {
  try {
    await link(beside, file);
  } catch (error) {
    if (!withoutLinks.includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    await writeWhole(file, text);
  }
}

const withoutLinks = ["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"];

async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function looseMode(file: string): Promise<string | undefined> {
  if (process.platform === "win32" || ((await stat(file)).mode & 0o077) === 0) return undefined;
  return `others on this machine can read the secret ${file}. Run: chmod 600 ${JSON.stringify(file)}`;
}
