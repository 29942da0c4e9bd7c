/** What is written in place of an operator by mistake. */
export const otherOperators: Readonly<Record<string, readonly string[]>> = {
  "*": ["/"],
  "/": ["*"],
  "+": ["-"],
  "-": ["+"],
  "**": ["*"],
  "&&": ["||"],
  "||": ["&&"],
  ">": [">=", "<"],
  ">=": [">", "<="],
  "===": ["!=="],
  "!==": ["==="],
  "%": ["*"],
};

/** The same for methods of tensors. */
export const otherMethods: Readonly<Record<string, string>> = {
  mul: "div",
  div: "mul",
  add: "sub",
  sub: "add",
};
