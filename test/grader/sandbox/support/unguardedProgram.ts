import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { guestBuild } from "../../../../setup/bundles/bundleGuest.mjs";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
/** What the guest does for itself, and what stands for it here. */
const open: Readonly<Record<string, string>> = {
  "hideGlobals.ts": "export const hideGlobals = () => () => {};",
  "installOutput.ts": "export const installOutput = () => {};",
  "installCrypto.ts": "export const installCrypto = () => {};",
};

/** The guest's program with all that Deno has left in reach: what holds an attack then is a wall. */
export async function unguardedProgram(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...guestBuild(root, "main.ts", "iife"),
    outfile: join(root, "program.js"),
    write: false,
    plugins: [takenAway],
  });
  return outputFiles[0]!.contents;
}

const takenAway: Plugin = {
  name: "taken away",
  setup(esbuild) {
    esbuild.onLoad({ filter: /[\\/]realm[\\/]\w+\.ts$/ }, ({ path }) => {
      const text = open[path.replace(/^.*[\\/]/, "")];
      return text === undefined ? undefined : { contents: text, loader: "ts" };
    });
  },
};
