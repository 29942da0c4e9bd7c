// @ts-nocheck it stands for graders that think of nothing
// What attacks are compared with: a grader that runs them in its own process. Reads its task from stdin.
const { readFileSync } = require("node:fs");
const { constants, Script } = require("node:vm");

const { scripts, kind, secret, msToStay } = JSON.parse(readFileSync(0, "utf8"));
const expected = 1000 + Math.floor(Math.random() * 1000);
globalThis.__load = (specifier, options) => import(specifier, options);
globalThis.__import = () => ({});
globalThis.naiveGrader = makeGrader(secret);

function makeGrader(hiddenSecret) {
  return (x) => hiddenSecret !== "" && Object.is(globalThis.answer(x), x * x + 1);
}

function calls(x) {
  globalThis.afterwards?.(x);
  return x * x + 1;
}

async function main() {
  for (const { parts, isAsync } of scripts) {
    let completion;
    for (const { text } of parts)
      completion = new Script(text, {
        importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      }).runInThisContext();
    if (isAsync) await completion;
  }
  if (kind === "theft") {
    calls(expected);
    process.stdout.write(`LOOT ${JSON.stringify(globalThis.loot)}\n`, () => process.exit(0));
  } else if (kind === "forgery") {
    const result = {};
    if (naiveGrader(expected)) result.passed = true;
    process.stdout.write(`RESULT ${JSON.stringify({ passed: result.passed })}\n`);
  } else setTimeout(() => process.exit(0), msToStay);
}

main();
