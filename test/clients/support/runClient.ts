import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { places as findPlaces } from "../../../setup/process/places.mjs";
import { jupyterEnvironment, root } from "../../notebooks/executeNotebook.ts";

const guard = fileURLToPath(new URL("../../support/processes/runUntilStdinCloses.mjs", import.meta.url));
const places = findPlaces(root);

/** Where a client is installed: beside JupyterLab, or with the packages that only tests need. */
export type Home = "JupyterLab" | "tests";

export interface ClientRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program that knows kernels only by Jupyter's protocol, in a folder, to its end. It finds the kernels of
 * `.venv`, as they were installed, and no settings of whoever runs the tests.
 */
export async function runClient(
  home: Home,
  [program = "", ...args]: readonly string[],
  folder: string,
): Promise<ClientRun> {
  const bin = dirname(home === "JupyterLab" ? places.python : places.testPython);
  const child = spawn(process.execPath, [guard, join(bin, program), ...args], {
    cwd: folder,
    env: {
      ...jupyterEnvironment(join(folder, ".jupyter")),
      JUPYTER_PATH: dirname(places.kernels),
      // As in an environment that was activated: nbgrader looks for alembic there.
      PATH: bin + delimiter + process.env.PATH,
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      written[name] += text;
    });
  }
  const [code] = await once(child, "close");
  return { code: Number(code ?? 1), ...written };
}

/** Runs a program that has to succeed; returns its standard output. */
export async function runClientWell(home: Home, command: readonly string[], folder: string): Promise<string> {
  const { code, stdout, stderr } = await runClient(home, command, folder);
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${stderr.slice(-4000)}`);
  return stdout;
}
