import { access } from "node:fs/promises";
import { join } from "node:path";

/**
 * What to say of files for other systems that an earlier run left and this one has not been asked for: their points
 * may be others by now, and somebody may upload them.
 *
 * @param unasked the names that such files would have
 */
export async function tellStale(out: string, unasked: readonly string[]): Promise<readonly string[]> {
  const looked = await Promise.all(unasked.map((name) => access(join(out, name)).then(() => name, nothing)));
  const stale = looked.filter((name) => name !== undefined);
  if (stale.length === 0) return [];
  const [are, them] = stale.length === 1 ? ["is", "it"] : ["are", "them"];
  return [
    `${stale.join(", ")} ${are} of an earlier run, and may hold other points: this run was not asked for ${them}. Name --grades or --pack again, or delete ${them}.`,
  ];
}

const nothing = (): undefined => undefined;
