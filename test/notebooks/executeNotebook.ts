import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { places } from "../../setup/process/places.mjs";
import { type Notebook, readNotebook, writeNotebook } from "../../src/notebook/index.js";

export const root: string = fileURLToPath(new URL("../..", import.meta.url));

const program = fileURLToPath(new URL("execute.py", import.meta.url));

/**
 * Runs all cells in the kernel that `.venv` holds, with notebooks/ as the working folder, and gives the notebook with
 * its outputs.
 *
 * @throws when the kernel cannot be started, or when a cell fails and `allowErrors` does not allow it
 */
export async function executeNotebook(
  notebook: Notebook,
  { allowErrors = false }: { readonly allowErrors?: boolean } = {},
): Promise<Notebook> {
  const folder = await mkdtemp(join(tmpdir(), "initlab-execute-"));
  try {
    const [source, target] = [join(folder, "source.ipynb"), join(folder, "executed.ipynb")];
    await writeNotebook(source, await onThisNode(notebook, folder));
    const flags = allowErrors ? ["--allow-errors"] : [];
    await runPython([program, source, target, "--cwd", join(root, "notebooks"), ...flags], folder);
    return await readNotebook(target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The kernel of `.venv` runs on the Node.js that set the project up. When the tests run on another one, so shall the
 * kernel: the same kernelspec with this Node.js, under another name.
 */
async function onThisNode(notebook: Notebook, folder: string): Promise<Notebook> {
  const file = join(places(root).kernels, "tslab", "kernel.json");
  const { argv, ...spec } = JSON.parse(await readFile(file, "utf8")) as { argv: string[] };
  if (argv[0] === process.execPath) return notebook;
  const name = "tslab-on-this-node";
  const kernel = join(folder, "data", "kernels", name);
  await mkdir(kernel, { recursive: true });
  const text = JSON.stringify({ ...spec, argv: [process.execPath, ...argv.slice(1)] });
  await writeFile(join(kernel, "kernel.json"), text);
  const kernelspec = { display_name: name, language: "typescript", name };
  return { ...notebook, metadata: { ...notebook.metadata, kernelspec } };
}

/** Jupyter's settings of whoever runs the tests, and kernels installed elsewhere, have no part in this. */
export function jupyterEnvironment(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    JUPYTER_CONFIG_DIR: join(folder, "config"),
    JUPYTER_DATA_DIR: join(folder, "data"),
    JUPYTER_RUNTIME_DIR: join(folder, "runtime"),
    JUPYTER_PATH: "",
    JUPYTER_PREFER_ENV_PATH: "1",
  };
}

async function runPython(args: readonly string[], folder: string): Promise<void> {
  const { python } = places(root);
  if (!existsSync(python)) {
    throw new Error(
      `executeNotebook: there is no ${python}. Run npm start or npm test once; it makes .venv.`,
    );
  }
  const child = spawn(python, args, { env: jupyterEnvironment(folder), stdio: ["pipe", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Error(`executeNotebook: ${stderr.trim() || `Python ended with ${code}`}`);
}
