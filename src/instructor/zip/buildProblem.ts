import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The parts of the set-up's modules that are asked; they are JavaScript, and no part of what is compiled. */
interface SetUp {
  readonly places: (root: string) => object;
  readonly compiled: (context: object) => { reason(): Promise<string | null> };
}

/** Why what is built is not of the sources that are there, in words; `undefined` when it is. */
export async function buildProblem(root: string): Promise<string | undefined> {
  const load = async (path: string): Promise<SetUp> => import(pathToFileURL(join(root, "setup", path)).href);
  const { places } = await load("process/places.mjs");
  const { compiled } = await load("steps/compiled.mjs");
  const { signal } = new AbortController();
  return (await compiled({ places: places(root), signal }).reason()) ?? undefined;
}
