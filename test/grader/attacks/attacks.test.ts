import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSandbox, type Sandbox } from "../../../src/grader/sandbox/index.ts";
import { longForm } from "../../support/longForm.ts";
import { Submission } from "../sandbox/support/Submission.ts";
import { unguardedProgram } from "../sandbox/support/unguardedProgram.ts";
import type { Attack } from "./Attack.ts";
import { attacks, inPlainNode, makeWorld, preamble, type Scene } from "./index.ts";

const secret = `secret-${randomInt(2 ** 40)}`;
const millisecondsToLeave = 700;
let scene: Scene;
const sandboxes: Sandbox[] = [];

beforeAll(async () => {
  process.env.INITLAB_TEST_SECRET = secret;
  scene = await makeWorld(secret);
}, 60_000);

afterAll(async () => {
  for (const sandbox of sandboxes) await sandbox.close();
  scene.close();
  delete process.env.INITLAB_TEST_SECRET;
});

test("attacks are at least forty, each with a name of its own", () => {
  expect(attacks.length).toBeGreaterThanOrEqual(40);
  expect(new Set(attacks.map(titleOf)).size).toBe(attacks.length);
});

describe("plain Node.js falls for", () => {
  for (const attack of attacks.filter(({ notInNode }) => notInNode === undefined)) {
    // Whose deed it was shows only when there is one at a time.
    const run = attack.kind === "deed" ? test : test.concurrent;
    run(titleOf(attack), () => succeeds(attack), 60_000);
  }
});

describe.each(["deno", "bubblewrap"] as const)("%s withstands", (tier) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await openSandbox(tier);
    sandboxes.push(sandbox);
  });
  for (const attack of attacks)
    test.concurrent(titleOf(attack), () => withstands(sandbox, attack, true), 60_000);
});

/**
 * Whoever gets around what the guest does for itself comes to the walls. Those of Deno stand in bubblewrap, too: both
 * are attacked with `npm run test:long`.
 */
const walls = longForm ? (["deno", "bubblewrap"] as const) : (["deno"] as const);
describe.each(walls)("%s alone, with an unguarded guest, withstands", (tier) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await openSandbox(tier, { program: await unguardedProgram() });
    sandboxes.push(sandbox);
  });
  // What limits time and memory stands outside of the guest, and was asked for above.
  const tried = attacks.filter(({ kind }) => kind !== "disturbance" && (longForm || kind !== "excess"));
  for (const attack of tried)
    test.concurrent(titleOf(attack), () => withstands(sandbox, attack, false), 60_000);
});

function titleOf({ kind, name }: Attack): string {
  return `${kind}: ${name}`;
}

async function succeeds(attack: Attack): Promise<void> {
  const ms = attack.kind === "excess" ? 1500 : 20_000;
  // What earlier ones did is no proof for this one.
  scene.look();
  const { output, outputBytes, stillRunning, mostMB } = await inPlainNode(attack, scene.world, secret, ms);
  const seen = scene.look();
  if (attack.kind === "theft")
    expect(output).toContain(`LOOT ${JSON.stringify(attack.loot?.(scene.world) ?? secret)}`);
  else if (attack.kind === "forgery") expect(output).toContain('RESULT {"passed":true}');
  else if (attack.kind === "excess")
    expect(stillRunning || mostMB > 256 || outputBytes > 2 ** 20, output).toBe(true);
  else expect(seen.length, output).toBeGreaterThan(0);
}

async function withstands(sandbox: Sandbox, attack: Attack, guarded: boolean): Promise<void> {
  const submission = await Submission.in(sandbox);
  try {
    expect((await submission.run(preamble(scene.world))).kind).toBe("done");
    const seconds = attack.kind === "excess" ? (attack.seconds ?? 1) : 5;
    const { kind } = await submission.run(attack.cell, seconds);
    if (attack.kind === "theft") {
      const loot = kind === "done" || kind === "threw" ? await submission.read("loot") : undefined;
      expect(`${JSON.stringify(loot)}`).not.toContain(attack.loot?.(scene.world) ?? secret);
    } else if (attack.kind === "excess") expect(allowed(attack.outcomes, guarded)).toContain(kind);
    else if (attack.kind !== "deed") await answersRight(submission, attack.kind === "forgery");
    else if (attack.later) await new Promise((resolve) => setTimeout(resolve, millisecondsToLeave));
    expect(scene.look()).toEqual([]);
  } finally {
    await submission.end();
  }
}

/** What prints without the guest's console writes where answers belong. */
function allowed(outcomes: readonly string[], guarded: boolean): readonly string[] {
  return !guarded && outcomes.includes("flooded") ? [...outcomes, "crashed"] : outcomes;
}

/** What is answered is right, and nothing is that was not computed. */
async function answersRight(submission: Submission, forged: boolean): Promise<void> {
  const x = randomInt(1000, 10_000);
  const answer = await submission.call("answer", [x], 2);
  if (forged) expect(answer).not.toMatchObject({ result: x * x + 1 });
  const y = randomInt(1000, 10_000);
  const honest = await submission.call("honest", [y], 2);
  if ("result" in honest) expect(honest.result).toBe(y * y + 1);
  else expect("thrown" in honest || "died" in honest).toBe(true);
}
