import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readRelease } from "../../../src/instructor/readRelease.ts";
import { releaseZip } from "../../../src/instructor/zip/releaseZip.ts";
import { type Cell, type Notebook, readNotebook, writeNotebook } from "../../../src/notebook/index.ts";
import { installNode, otherVersions } from "../../nodes/installNode.ts";
import { cellOutputs, codeCells } from "../../notebooks/cellOutputs.ts";
import { longForm } from "../../support/longForm.ts";
import { freePort } from "../../support/processes/freePorts.ts";
import { unpack } from "../../support/unpack.ts";
import { ROOT } from "./makeProject.js";
import { processesOf } from "./processesOf.js";
import { type Running, runNode } from "./runNode.js";

const program = fileURLToPath(new URL("../../notebooks/execute.py", import.meta.url));
/** TensorFlow.js itself is not there; what stands in for it has types. */
const tensorFlow: Cell = {
  ...{ cell_type: "code", id: "tensorflow", metadata: {}, execution_count: null, outputs: [] },
  source:
    'import * as tfjs from "@tensorflow/tfjs";\nconst one: tf.Tensor = tfjs.scalar(1);\n[one.arraySync(), process.version]',
};
/** Where nothing answers: npm and pip fail as they do without a network. */
const noNetwork = {
  http_proxy: "http://127.0.0.1:9",
  https_proxy: "http://127.0.0.1:9",
  npm_config_offline: "true",
};

// What a student does: unpacks the download, starts it with real installations, runs the notebook, starts it again.
describe.sequential("npm start in a student's folder", { timeout: 240_000 }, () => {
  const above = mkdtempSync(join(tmpdir(), "initlab-student-"));
  const zip = join(above, "Initialization.zip");
  let folder: string;
  let running: Running | undefined;
  let port: number;

  beforeAll(async () => {
    const notebook = await readRelease(join(ROOT, "notebooks/instructor/Initialization.ipynb"));
    await releaseZip({ root: ROOT, notebook, file: "Initialization.ipynb", target: zip });
    // A name as a browser's second download has it.
    mkdirSync(join(above, "my course (1)"));
    await unpack(zip, join(above, "my course (1)"));
    const [name = ""] = readdirSync(join(above, "my course (1)"));
    folder = join(above, "my course (1)", name);
    port = await freePort();
    running = start({});
    await running.until(/http:\/\/localhost:\d+\/\S+/, 200_000);
  }, 240_000);
  afterAll(async () => {
    running?.child.kill("SIGTERM");
    await running?.end();
    rmSync(above, { recursive: true, force: true, maxRetries: 5 });
  }, 60_000);

  function start(env: NodeJS.ProcessEnv, node: string = process.execPath): Running {
    const options = ["--no-browser", "--port", String(port), "--IdentityProvider.token=student"];
    const own = { ...process.env, npm_execpath: undefined, PYTHONPATH: "/nonexistent", ...env };
    return runNode(["setup/start.mjs", ...options], folder, own, node);
  }

  async function api(path: string): Promise<unknown> {
    const headers = { Authorization: "token student" };
    return (await fetch(`http://localhost:${port}/api/${path}`, { headers })).json();
  }

  test("npm start in a student's folder builds nothing, and opens the notebook that is in it", () => {
    const lines = running!
      .output()
      .split("\n")
      .filter((line) => !line.startsWith("…"));
    expect(lines[0]).toMatch(/^✓ npm packages {2}/);
    expect(lines[1]).toMatch(/^✓ JupyterLab 4\.6\.\d+ in \.venv {2}/);
    expect(lines[2]).toMatch(/^✓ TypeScript kernel {2}/);
    expect(lines[3]).toBe("Starting JupyterLab with Initialization.ipynb; Ctrl-C stops it");
    expect(existsSync(join(folder, "node_modules/esbuild"))).toBe(false);
  });

  test("npm start in a student's folder offers the kernel of this folder under the notebook's name for it", async () => {
    const { default: usual, kernelspecs } = (await api("kernelspecs")) as {
      default: string;
      kernelspecs: Record<string, { spec: { argv: string[] } }>;
    };
    expect(usual).toBe("tslab");
    expect(kernelspecs.tslab?.spec.argv).toContain(join(folder, "dist/kernel/main.js"));
    const { content } = (await api("contents/Initialization.ipynb")) as {
      content: { metadata: { kernelspec: { name: string } } };
    };
    expect(content.metadata.kernelspec.name).toBe("tslab");
  });

  /** Runs the folder's notebook there, with one cell more. */
  async function execute(): Promise<Notebook> {
    const [source, out] = ["source", "executed"].map((name) => join(above, `${name}.ipynb`)) as [
      string,
      string,
    ];
    const notebook = await readNotebook(join(folder, "Initialization.ipynb"));
    await writeNotebook(source, { ...notebook, cells: [...notebook.cells, tensorFlow] });
    const command = [program, source, out, "--cwd", folder, "--allow-errors"];
    const env = { ...process.env, JUPYTER_PREFER_ENV_PATH: "1", PYTHONPATH: "" };
    // Its standard input stays open: when that closes, it stops.
    const child = spawn(join(folder, ".venv/bin/python"), command, {
      cwd: folder,
      env,
      stdio: ["pipe", "ignore", "inherit"],
    });
    expect(await once(child, "close")).toEqual([0, null]);
    return readNotebook(out);
  }

  function expectHandedOut(executed: Notebook, node: string): void {
    expect(codeCells(executed).filter(({ execution_count }) => execution_count === null)).toEqual([]);
    const bundles = codeCells(executed).flatMap(({ outputs }) =>
      outputs.flatMap(({ data }) => Object.keys(data ?? {})),
    );
    expect(bundles).toContain("image/png");
    for (const kind of ["zeros", "random", "he"])
      expect(cellOutputs(executed, `initialize_parameters_${kind}_test`).failure).toContain(
        "is not done yet",
      );
    expect(codeCells(executed).at(-1)?.outputs).toMatchObject([
      { data: { "text/plain": `[ 1, '${node}' ]` } },
    ]);
  }

  test("npm start in a student's folder leaves a notebook that runs: the plot is there, and each test says what is to be done", async () => {
    expectHandedOut(await execute(), process.version);
  });

  test("npm start in a student's folder needs no network and no set-up any more", async () => {
    running!.child.kill("SIGINT");
    expect(await running!.end()).toBe(0);
    running = start(noNetwork);
    await running.until(/http:\/\/localhost:\d+\/\S+/, 60_000);
    expect(running.output()).toMatch(/^✓ everything is set up\nStarting JupyterLab/);
    running.child.kill("SIGINT");
    expect(await running.end()).toBe(0);
    expect(processesOf(folder)).toEqual([]);
  });

  test.each(longForm ? otherVersions : [])(
    "npm start in a student's folder works on Node.js %s, too, without a new JupyterLab",
    async (version) => {
      const node = await installNode(version);
      running = start({ PATH: [dirname(node), process.env.PATH].join(delimiter) }, node);
      await running.until(/http:\/\/localhost:\d+\/\S+/, 200_000);
      expect(running.output()).toMatch(/npm packages.*\(Node\.js changed\)\n/);
      expect(running.output()).not.toMatch(/JupyterLab.*in \.venv/);
      expectHandedOut(await execute(), `v${version}`);
      running.child.kill("SIGINT");
      expect(await running.end()).toBe(0);
    },
  );
});
