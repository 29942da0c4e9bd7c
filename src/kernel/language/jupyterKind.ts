const kinds: Readonly<Record<string, string>> = {
  function: "function",
  "local function": "function",
  method: "function",
  constructor: "function",
  call: "function",
  class: "class",
  "local class": "class",
  interface: "class",
  type: "class",
  enum: "class",
  "type parameter": "class",
  "primitive type": "class",
  module: "module",
  "external module name": "module",
  script: "module",
  directory: "module",
  keyword: "keyword",
};

/**
 * The kind of a completion in the words that Jupyter's clients colour and abbreviate: those are Python's, so that
 * variables and properties of all sorts are instances.
 *
 * @example
 * jupyterKind("method"); // function
 */
export function jupyterKind(kind: string): string {
  return kinds[kind] ?? "instance";
}
