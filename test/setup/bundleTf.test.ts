import { describe, expect, test } from "vitest";
import { replaceOnce } from "../../setup/bundles/bundleTf.mjs";

describe("replaceOnce", () => {
  test("replaceOnce replaces a text that is there once, taking the new one literally", () => {
    expect(replaceOnce("a.js", "let x = 1;", "1", "$&2")).toBe("let x = $&2;");
  });

  test.each([
    ["is missing", "let y;", 0],
    ["is there twice", "x = x;", 2],
  ])("replaceOnce stops the build when the text %s", (_, text, times) => {
    expect(() => replaceOnce("a.js", text, "x", "z")).toThrow(
      `bundleTf: a.js has this text ${times} times, not once: x`,
    );
  });
});
