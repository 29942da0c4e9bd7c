import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSandbox, type Sandbox } from "../../../src/grader/sandbox/index.ts";
import { Submission } from "../sandbox/support/Submission.ts";
import type { Attack } from "./Attack.ts";
import { attacks, inPlainNode, makeWorld, preamble, type Scene } from "./index.ts";

const secret = `secret-${randomInt(2 ** 40)}`;
const millisecondsToLeave = 700;
let scene: Scene;
const sandboxes: Partial<Record<"deno" | "bubblewrap", Sandbox>> = {};

beforeAll(async () => {
  process.env.INITLAB_TEST_SECRET = secret;
  scene = await makeWorld(secret);
  sandboxes.deno = await openSandbox("deno");
  sandboxes.bubblewrap = await openSandbox("bubblewrap");
}, 60_000);

afterAll(async () => {
  await sandboxes.deno?.close();
  await sandboxes.bubblewrap?.close();
  scene.close();
  delete process.env.INITLAB_TEST_SECRET;
});

test("attacks are at least forty, each with a name of its own", () => {
  expect(attacks.length).toBeGreaterThanOrEqual(40);
  expect(new Set(attacks.map(({ kind, name }) => `${kind}: ${name}`)).size).toBe(attacks.length);
});

describe("plain Node.js falls for", () => {
  const comparable = attacks.filter(({ notInNode }) => notInNode === undefined);
  test.each(comparable.map((attack) => [`${attack.kind}: ${attack.name}`, attack] as const))(
    "%s",
    async (_, attack) => {
      const ms = attack.kind === "excess" ? 1500 : 20_000;
      const { output, outputBytes, stillRunning, mostMB } = await inPlainNode(
        attack,
        scene.world,
        secret,
        ms,
      );
      if (attack.kind === "theft") {
        const loot = attack.loot?.(scene.world) ?? secret;
        expect(output).toContain(`LOOT ${JSON.stringify(loot)}`);
      } else if (attack.kind === "forgery") expect(output).toContain('RESULT {"passed":true}');
      else if (attack.kind === "excess")
        expect(stillRunning || mostMB > 256 || outputBytes > 2 ** 20, output).toBe(true);
      else expect([...scene.look(), output].join()).not.toBe(output);
      scene.look();
    },
    30_000,
  );
});

describe.each(["deno", "bubblewrap"] as const)("%s withstands", (tier) => {
  test.each(attacks.map((attack) => [`${attack.kind}: ${attack.name}`, attack] as const))(
    "%s",
    async (_, attack) => {
      const submission = await Submission.in(sandboxes[tier]!);
      try {
        expect((await submission.run(preamble(scene.world))).kind).toBe("done");
        await withstands(attack, submission);
        expect(scene.look()).toEqual([]);
      } finally {
        await submission.end();
      }
    },
    60_000,
  );
});

async function withstands(attack: Attack, submission: Submission): Promise<void> {
  const seconds = attack.kind === "excess" ? (attack.seconds ?? 1) : 5;
  const { kind } = await submission.run(attack.cell, seconds);
  const died = kind !== "done" && kind !== "threw";
  if (attack.kind === "theft") {
    const loot = died ? undefined : await submission.read("loot");
    expect(JSON.stringify(loot) ?? "").not.toContain(attack.loot?.(scene.world) ?? secret);
  } else if (attack.kind === "excess") expect(attack.outcomes).toContain(kind);
  else if (attack.kind === "deed") await new Promise((resolve) => setTimeout(resolve, millisecondsToLeave));
  else await answersRight(submission, attack.kind === "forgery");
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
