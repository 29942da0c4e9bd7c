import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { places } from "../../../setup/process/places.mjs";
import { installKernelspec } from "../../../src/kernel/install/index.ts";
import { type Notebook, readNotebook, writeNotebook } from "../../../src/notebook/index.ts";
import { jupyterEnvironment, root } from "../../notebooks/executeNotebook.ts";
import { program, temporaryFolder } from "./startKernel.ts";

const execute = join(root, "test/notebooks/execute.py");

/** Runs all cells of a notebook on this kernel with nbclient, in the folder of the notebooks; errors are outputs. */
export async function runNotebook(notebook: Notebook): Promise<Notebook> {
  const folder = temporaryFolder();
  try {
    const name = "initlab-under-test";
    await installKernelspec({
      folder: join(folder, "data", "kernels"),
      name,
      displayName: name,
      replace: false,
      node: process.execPath,
      program,
      version: "0",
    });
    const kernelspec = { display_name: name, language: "typescript", name };
    const [source, target] = [join(folder, "source.ipynb"), join(folder, "executed.ipynb")];
    await writeNotebook(source, { ...notebook, metadata: { ...notebook.metadata, kernelspec } });
    const args = [execute, source, target, "--cwd", join(root, "notebooks"), "--allow-errors"];
    const child = spawn(places(root).python, args, {
      env: jupyterEnvironment(folder),
      stdio: ["pipe", "ignore", "inherit"],
    });
    const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
    if (code !== 0) throw new Error(`runNotebook: Python ended with ${code}`);
    return await readNotebook(target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
