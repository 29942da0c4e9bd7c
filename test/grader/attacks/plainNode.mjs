// What attacks are compared with: a grader that runs them in its own process. Reads {script, world, kind} from stdin.
import { readFileSync } from "node:fs";
import { constants, Script } from "node:vm";

const { scripts, world, kind, secret } = JSON.parse(readFileSync(0, "utf8"));
process.env.INITLAB_TEST_SECRET = secret;
const expected = 1000 + Math.floor(Math.random() * 1000);
globalThis.world = world;
globalThis.__load = (specifier, options) => import(specifier, options);
globalThis.__import = () => ({});
globalThis.naiveGrader = makeGrader(secret);

function makeGrader(hiddenSecret) {
  return (x) => hiddenSecret !== "" && Object.is(globalThis.answer(x), x * x + 1);
}

for (const { parts, isAsync } of scripts) {
  let completion;
  for (const { text } of parts)
    completion = new Script(text, {
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    }).runInThisContext();
  if (isAsync) await completion;
}
if (kind === "theft") {
  function calls(x) {
    globalThis.afterwards?.(x);
    return x * x + 1;
  }
  calls(expected);
  process.stdout.write(`LOOT ${JSON.stringify(globalThis.loot)}\n`, () => process.exit(0));
} else if (kind === "forgery") {
  const result = {};
  if (naiveGrader(expected)) result.passed = true;
  if (result.passed) process.stdout.write(`RESULT ${JSON.stringify({ passed: true })}\n`);
} else setTimeout(() => process.exit(0), 500);
