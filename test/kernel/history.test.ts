import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { globMatches } from "../../src/kernel/requests/globMatches.ts";
import { type RunningKernel, startKernel } from "./support/startKernel.ts";

let kernel: RunningKernel;
beforeAll(async () => {
  kernel = await startKernel();
  for (const code of ["const a = 1;", "a + 1", "a + 1\n", 'throw new Error("x")', "'last'"]) {
    await kernel.client.execute(code);
  }
  await kernel.client.execute("a + 100", { store_history: false });
  await kernel.client.execute("a + 200", { silent: true });
});
afterAll(() => kernel.stop());

const history = async (content: object): Promise<unknown> => {
  const { reply } = await kernel.client.ask("history_request", { raw: true, output: false, ...content });
  expect(reply.status).toBe("ok");
  return reply.history;
};
const all = ["const a = 1;", "a + 1", "a + 1", 'throw new Error("x")', "'last'"];
const entries = (session: number, from = 1, to = 6): unknown[] =>
  all.map((code, index) => [session, index + 1, code]).slice(from - 1, to - 1);

describe("history_request", () => {
  it("gives the tail of what was stored, oldest first", async () => {
    expect(await history({ hist_access_type: "tail", n: 100 })).toEqual(entries(1));
    expect(await history({ hist_access_type: "tail", n: 2 })).toEqual(entries(1, 4));
    expect(await history({ hist_access_type: "tail", n: 0 })).toEqual([]);
  });

  it("gives outputs with it when asked to, and null where there is none", async () => {
    expect(await history({ hist_access_type: "tail", n: 5, output: true })).toEqual([
      [1, 1, ["const a = 1;", null]],
      [1, 2, ["a + 1", "2"]],
      [1, 3, ["a + 1", "2"]],
      [1, 4, ['throw new Error("x")', null]],
      [1, 5, ["'last'", "'last'"]],
    ]);
  });

  it.each([
    [{ session: 0, start: 2, stop: 4 }, [2, 4]],
    [{ session: 1, start: 2 }, [2, 6]],
    [{}, [1, 6]],
    [{ session: 0, start: -2 }, [4, 6]],
    [{ session: 0, start: 1, stop: -1 }, [1, 5]],
    [{ session: 0, start: 3, stop: 99 }, [3, 6]],
    [{ session: 0, start: 4, stop: 2 }, [1, 1]],
  ] as const)(
    "gives the range %j of this session, by the number that the request has",
    async (range, [from, to]) => {
      const session = "session" in range ? range.session : 0;
      expect(await history({ hist_access_type: "range", ...range })).toEqual(entries(session, from, to));
    },
  );

  it.each([-1, 7])("knows no session %i", async (session) => {
    expect(await history({ hist_access_type: "range", session, start: 1, stop: 10 })).toEqual([]);
  });

  it("searches by a pattern for the whole text, at most n of the latest, and each text once", async () => {
    const search = (content: object): Promise<unknown> => history({ hist_access_type: "search", ...content });
    expect(await search({ pattern: "a*" })).toEqual(entries(1, 2, 4));
    expect(await search({ pattern: "a*", n: 1 })).toEqual(entries(1, 3, 4));
    expect(await search({ pattern: "a*", unique: true })).toEqual(entries(1, 3, 4));
    expect(await search({ pattern: "*", unique: true })).toEqual([...entries(1, 1, 2), ...entries(1, 3)]);
    expect(await search({ pattern: "a" })).toEqual([]);
    expect(await search({ pattern: "?last?" })).toEqual(entries(1, 5));
    expect(await search({ pattern: "[b-z]*" })).toEqual([...entries(1, 1, 2), ...entries(1, 4, 5)]);
  });

  it("has nothing for a request that it does not know", async () => {
    expect(await history({ hist_access_type: "dream" })).toEqual([]);
    expect(await history({ hist_access_type: "tail", n: "many" })).toHaveLength(5);
  });
});

describe("globMatches", () => {
  it.each([
    ["*", "", true],
    ["a*c", "abbc\nc", true],
    ["a*c", "abcd", false],
    ["?", "🙂", true],
    ["??", "🙂", false],
    ["[abc]x", "bx", true],
    ["[^abc]x", "bx", false],
    ["[^abc]x", "dx", true],
    ["[]]", "]", true],
    ["[a-", "[a-", true],
    ["a.c", "abc", false],
    ["**b**", "abc", true],
    ["A*", "abc", false],
  ] as const)("%s on %j is %s", (pattern, text, expected) => {
    expect(globMatches(pattern, text)).toBe(expected);
  });

  it("takes no more than a moment for a pattern that would keep a regular expression busy", () => {
    const start = performance.now();
    expect(globMatches(`${"*a".repeat(30)}b`, "a".repeat(20_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
