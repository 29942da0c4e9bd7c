// @ts-check
import { spawn } from "node:child_process";
import { delimiter, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const SERVE = fileURLToPath(new URL("serve.py", import.meta.url));
/** serve.py ends what hangs after half a minute. Past this, serve.py itself does, and is killed. */
const PATIENCE = 45_000;

/**
 * Runs JupyterLab until it ends or the signal aborts, which stops it and its kernels.
 *
 * @param {import("./parseOptions.mjs").Options} options
 * @param {{ places: import("../process/places.mjs").Places, signal: AbortSignal }} context
 * @returns {Promise<number>} its exit code; 0 when it was stopped
 */
export async function runJupyterLab(options, { places, signal }) {
  if (signal.aborted) return 0;
  const detached = process.platform !== "win32";
  // A group of its own: a Ctrl-C in the terminal reaches this process alone, which then stops the server once.
  // -I: what PYTHONPATH adds for other programs stays out of this one.
  const server = spawn(places.python, ["-I", SERVE, ...serverOptions(options, places)], {
    cwd: places.root,
    env: serverEnvironment(places),
    stdio: ["pipe", "inherit", "inherit"],
    detached,
  });
  const kill = () => {
    if (detached && server.pid !== undefined && server.exitCode === null)
      process.kill(-server.pid, "SIGKILL");
    else server.kill("SIGKILL");
  };
  const stop = () => {
    server.stdin.end();
    setTimeout(kill, PATIENCE).unref();
  };
  signal.addEventListener("abort", stop);
  server.stdin.on("error", () => {});
  const code = await new Promise((resolve, reject) => {
    server.on("error", reject).on("close", (status) => resolve(status ?? 1));
  });
  return signal.aborted ? 0 : code;
}

/**
 * @param {import("./parseOptions.mjs").Options} options
 * @param {import("../process/places.mjs").Places} places
 */
function serverOptions({ notebook, port, passOn }, { root }) {
  return [
    `--ServerApp.root_dir=${root}`,
    `--LabApp.default_url=/lab/tree/${relative(root, resolve(root, notebook)).split(sep).map(encodeURIComponent).join("/")}`,
    "--ServerApp.answer_yes=True",
    "--MultiKernelManager.default_kernel_name=tslab",
    // JupyterLab refuses to run as root by default; in a container that is the usual user, and it listens to this machine only.
    ...(process.getuid?.() === 0 && !passOn.includes("--allow-root") ? ["--allow-root"] : []),
    ...(port === null ? [] : [`--ServerApp.port=${port}`, "--ServerApp.port_retries=0"]),
    ...passOn,
  ];
}

/**
 * The user's own settings hold, but the kernels and extensions of `.venv` come first: a kernelspec of the same name
 * elsewhere, left by another project, would start another kernel.
 *
 * @param {import("../process/places.mjs").Places} places
 */
function serverEnvironment({ venv }) {
  const own = join(venv, "share", "jupyter");
  const { JUPYTER_PATH } = process.env;
  return {
    ...process.env,
    JUPYTER_PREFER_ENV_PATH: "1",
    JUPYTER_PATH: JUPYTER_PATH ? own + delimiter + JUPYTER_PATH : own,
  };
}
