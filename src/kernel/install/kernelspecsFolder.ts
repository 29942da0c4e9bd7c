import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { KernelspecError } from "./KernelspecError.js";

/** Where a kernelspec shall be: a Python environment, the user's own settings, or a folder like `/usr/local`. */
export type Place =
  | { readonly kind: "environment" }
  | { readonly kind: "user" }
  | { readonly prefix: string };

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** The project's folder: its `.venv` is the environment when none is active. */
  readonly root: string;
}

/**
 * The folder in which Jupyter looks for kernelspecs.
 *
 * @throws KernelspecError when there is no Python environment
 * @see https://docs.jupyter.org/en/latest/use/jupyter-directories.html
 */
export function kernelspecsFolder(place: Place, surroundings: Surroundings): string {
  if ("prefix" in place) return join(resolve(place.prefix), "share", "jupyter", "kernels");
  if (place.kind === "user") return join(userData(surroundings), "kernels");
  return join(environment(surroundings), "share", "jupyter", "kernels");
}

function environment({ env, root }: Surroundings): string {
  const active = env.VIRTUAL_ENV || env.CONDA_PREFIX;
  if (active) return active;
  const own = join(root, ".venv");
  if (existsSync(own)) return own;
  throw new KernelspecError(
    "no Python environment is active, and the project has no .venv yet: activate one, run npm start, or use --user.",
  );
}

function userData({ env, platform, home }: Surroundings): string {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32") return join(env.APPDATA || join(home, "AppData", "Roaming"), "jupyter");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
}
