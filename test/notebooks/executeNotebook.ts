import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { places } from "../../setup/process/places.mjs";
import { type Notebook, readNotebook, writeNotebook } from "../../src/notebook/index.js";
import { type KernelUnderTest, kernelspecOf } from "./kernelUnderTest.js";

export const root: string = fileURLToPath(new URL("../..", import.meta.url));

const program = fileURLToPath(new URL("execute.py", import.meta.url));

/**
 * Runs all cells in a kernel, with notebooks/ as the working folder, and gives the notebook with its outputs.
 *
 * @throws when the kernel cannot be started, or when a cell fails and `allowErrors` does not allow it
 */
export async function executeNotebook(
  notebook: Notebook,
  { kernel = "this kernel", allowErrors = false }: ExecuteOptions = {},
): Promise<Notebook> {
  const folder = await mkdtemp(join(tmpdir(), "initlab-execute-"));
  try {
    const [source, target] = [join(folder, "source.ipynb"), join(folder, "executed.ipynb")];
    await installForTest(kernel, folder);
    await writeNotebook(source, onKernel(notebook));
    const flags = allowErrors ? ["--allow-errors"] : [];
    await runPython([program, source, target, "--cwd", join(root, "notebooks"), ...flags], folder);
    return await readNotebook(target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface ExecuteOptions {
  readonly kernel?: KernelUnderTest;
  readonly allowErrors?: boolean;
}

/** A name that no kernel of this machine has. */
const kernelName = "initlab-under-test";

async function installForTest(kernel: KernelUnderTest, folder: string): Promise<void> {
  const target = join(folder, "data", "kernels", kernelName);
  await mkdir(target, { recursive: true });
  await writeFile(join(target, "kernel.json"), kernelspecOf(kernel));
}

function onKernel(notebook: Notebook): Notebook {
  const kernelspec = { display_name: kernelName, language: "typescript", name: kernelName };
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
