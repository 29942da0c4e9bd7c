import { describe, expect, test } from "vitest";
import { isComplete } from "../../src/cells/index.ts";
import { compiler } from "./support/compiler.js";

const status = (text: string) => isComplete(compiler, text).status;

describe("isComplete", () => {
  test.each([
    "",
    "1 + 1",
    "const a = 1",
    "f()\n",
    "if (a) { b }",
    `\`a\n\${b}\``,
    "// only a comment",
    "await f()",
    "class A {}",
    "x = {\n a: 1,\n}",
    "type A = 1",
    "a\n  .b()",
    "for (;;) {}",
    "letter",
    "obj.const",
    "@d class A {}",
  ])("isComplete would run %j", (text) => {
    expect(status(text)).toBe("complete");
  });

  test.each([
    "if (a) {",
    "f(",
    "f(1,",
    "f(1, // c",
    "[1, 2",
    "`abc",
    `\`a\${b`,
    `\`a\${b}`,
    `\`a\${`,
    "/* open",
    "x = ",
    "1 +",
    "a.",
    "a ? b",
    "class A",
    "class A {",
    "class A {\n  m() {",
    "function f()",
    "function",
    "try {}",
    "import { a } from",
    "import {",
    "import",
    "const",
    "const a: ",
    "type A =",
    "interface A",
    "enum E {",
    "async () =>",
    "for (",
    "do {} while",
    "new",
    "throw",
    "if (a) b; else",
    "@dec",
    "switch (x) { case",
    "export default",
    "export",
    "a =>\n",
    "x && \n\n",
    "({ a: [1, {",
  ])("isComplete asks for more after %j", (text) => {
    expect(status(text)).toBe("incomplete");
  });

  test.each([
    "const = 5",
    "1 +* 2",
    ")",
    "f(]",
    "'abc",
    '"a\nb"',
    "/re",
    "a b",
    "{ const = 5",
    "if (a {\n",
    "let 1a",
    "%magic x",
    "<div>a</div>",
    "0b",
    "import a b",
    "for (;;;) {",
    "(".repeat(50_000),
  ])("isComplete sees that no line will mend %j", (text) => {
    expect(status(text)).toBe("invalid");
  });

  test.each([
    ["if (a) {", "  "],
    ["if (a) {\n  f(", "    "],
    ["if (a) {\n  b()", "  "],
    ["x =", ""],
    ["f((x) => { // why", "  "],
    ["\tif (a) {\n\t\tx = [", "\t\t  "],
    ["`abc", ""],
  ])("isComplete indents the line after %j", (text, indent) => {
    expect(isComplete(compiler, text)).toEqual({ status: "incomplete", indent });
  });
});
