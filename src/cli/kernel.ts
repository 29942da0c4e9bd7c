import { homedir } from "node:os";
import { join } from "node:path";
import { type Command, Option } from "commander";
import type { Place } from "../kernel/install/index.js";
import { notEmpty } from "./notEmpty.js";
import { readVersion, root } from "./project.js";
import { out } from "./terminal/colours.js";

interface KernelOptions {
  readonly sysPrefix?: true;
  readonly user?: true;
  readonly prefix?: string;
  readonly name: string;
}

export function addKernel(program: Command): void {
  const kernel = program
    .command("kernel")
    .summary("install or remove initlab's own TypeScript kernel")
    .description("Installs or removes initlab's own TypeScript kernel for Jupyter.");
  addPlaces(kernel.command("install"))
    .summary("let Jupyter run notebooks on this kernel")
    .description(
      "Tells Jupyter about the kernel. Another kernel's entry of that name stays, without --replace.",
    )
    .option("--display-name <TEXT>", "what people read in JupyterLab", notEmpty, "TypeScript")
    .option("--replace", "overwrite the entry of another kernel")
    .addHelpText(
      "after",
      `
Examples:
  npx --no initlab kernel install
  npx --no initlab kernel install --sys-prefix --name tslab --replace
  npx --no initlab kernel install --prefix /usr/local --name typescript --display-name "TypeScript (initlab)"

With INITLAB_ENGINE_MEMORY=2000 in Jupyter's environment, a notebook's objects may take 2000 MB.`,
    )
    .action(runInstall);
  addPlaces(kernel.command("uninstall"))
    .summary("remove this kernel from Jupyter's list")
    .description("Removes the kernel from Jupyter's list. Other kernels' entries stay.")
    .action(runUninstall);
}

function addPlaces(command: Command): Command {
  const environment = new Option("--sys-prefix", "for the active Python environment, or the project's .venv");
  const user = new Option("--user", "for you, in all environments (the default)");
  const prefix = new Option("--prefix <DIR>", "below a folder such as /usr/local").argParser(notEmpty);
  return command
    .addOption(environment.conflicts(["user", "prefix"]))
    .addOption(user.conflicts("prefix"))
    .addOption(prefix)
    .option("--name <NAME>", "what notebooks call the kernel", notEmpty, "tslab");
}

async function runInstall(options: KernelOptions & { displayName: string; replace?: true }): Promise<void> {
  const { name, displayName, replace = false } = options;
  const program = join(root, "dist/kernel/main.js");
  const node = process.execPath;
  const version = readVersion();
  const { installKernelspec } = await install();
  const folder = await kernelspecsOf(options);
  const target = await installKernelspec({ folder, name, displayName, replace, node, program, version });
  console.log(`${out.green("✓")} ${displayName} is installed: ${target}`);
}

async function runUninstall(options: KernelOptions): Promise<void> {
  const { uninstallKernelspec } = await install();
  const target = await uninstallKernelspec(await kernelspecsOf(options), options.name);
  console.log(`${out.green("✓")} ${target} is removed.`);
}

async function kernelspecsOf({ sysPrefix, prefix }: KernelOptions): Promise<string> {
  const { kernelspecsFolder } = await install();
  const kind = sysPrefix ? "environment" : "user";
  const place: Place = prefix === undefined ? { kind } : { prefix };
  return kernelspecsFolder(place, { env: process.env, platform: process.platform, home: homedir(), root });
}

/** Other commands need not wait for it. */
function install(): Promise<typeof import("../kernel/install/index.js")> {
  return import("../kernel/install/index.js");
}
