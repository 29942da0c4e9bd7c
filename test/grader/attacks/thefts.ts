import type { Theft } from "./Attack.ts";

/** Text of an import that the cell's rewriting does not see. */
const hidden = (specifier: string, options = ""): string =>
  `(0, eval)("import(" + ${specifier} + "${options})")`;
const fileUrl = (file: string): string => `JSON.stringify("file://" + world.${file})`;

const theft = (name: string, cell: string, more: Partial<Theft> = {}): Theft => ({
  kind: "theft",
  name,
  cell,
  ...more,
});

export const thefts: readonly Theft[] = [
  theft("an environment variable", `loot = process.env.INITLAB_TEST_SECRET;`),
  theft(
    "a file, with Node's built-in modules",
    `loot = process.getBuiltinModule("fs").readFileSync(world.textFile, "utf8");`,
  ),
  theft(
    "a file, with node:fs by a hidden import",
    `const fs = await ${hidden(`'"node:fs"'`)}; loot = fs.readFileSync(world.textFile, "utf8");`,
  ),
  theft(
    "a file, with node:fs/promises by the constructor of async functions",
    `const load = (async () => {}).constructor("return import('node:fs/promises')");
     loot = await (await load()).readFile(world.textFile, "utf8");`,
  ),
  theft(
    "a JSON file, imported",
    `loot = (await ${hidden(fileUrl("jsonFile"), `,{with:{type:'json'}}`)}).default.secret;`,
  ),
  theft("a module file, imported", `loot = (await ${hidden(fileUrl("moduleFile"))}).default;`),
  theft(
    "a module file, by a cell's own import()",
    `loot = (await import("file://" + world.moduleFile)).default;`,
  ),
  theft(
    "a text file, imported as text",
    `loot = (await ${hidden(fileUrl("textFile"), `,{with:{type:'text'}}`)}).default;`,
    { notInNode: "Node.js imports no text" },
  ),
  theft(
    "a file, by the static import of a module from a data: URL",
    `const text = "import secret from " + JSON.stringify("file://" + world.moduleFile) + "; export default secret";
     loot = (await ${hidden(`JSON.stringify("data:text/javascript," + encodeURIComponent(text))`)}).default;`,
    { notInNode: "Node.js refuses file: imports from data: modules" },
  ),
  theft(
    "a file, by the static import of a module from a blob: URL",
    `const text = "import secret from " + JSON.stringify("file://" + world.moduleFile) + "; export default secret";
     const { Blob } = await ${hidden(`'"node:buffer"'`)};
     const url = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
     loot = (await ${hidden(`JSON.stringify(url)`)}).default;`,
    { notInNode: "Node.js imports no blob: URL" },
  ),
  theft(
    "a file, by the static import of a worker",
    `const { Worker } = await ${hidden(`'"node:worker_threads"'`)};
     const text = "import secret from " + JSON.stringify("file://" + world.moduleFile) +
       "; import { parentPort } from 'node:worker_threads'; parentPort.postMessage(secret)";
     const worker = new Worker(new URL("data:text/javascript," + encodeURIComponent(text)));
     loot = await new Promise((resolve, reject) => { worker.on("message", resolve); worker.on("error", reject); });`,
    { notInNode: "Node.js refuses file: imports from data: modules" },
  ),
  theft(
    "a file, by a worker that reads it",
    `const { Worker } = await ${hidden(`'"node:worker_threads"'`)};
     const text = "const { parentPort, workerData } = require('node:worker_threads');" +
       "parentPort.postMessage(require('node:fs').readFileSync(workerData, 'utf8'))";
     const worker = new Worker(text, { eval: true, workerData: world.textFile });
     loot = await new Promise((resolve, reject) => { worker.on("message", resolve); worker.on("error", reject); });`,
  ),
  theft(
    "a file, by require",
    `const { createRequire } = await ${hidden(`'"node:module"'`)};
     loot = createRequire("/")(world.jsonFile).secret;`,
  ),
  theft(
    "a file, by another program",
    `const { execFileSync } = await ${hidden(`'"node:child_process"'`)};
     loot = execFileSync("cat", [world.textFile], { encoding: "utf8" });`,
  ),
  theft(
    "a file, with Deno's functions",
    `const { internal } = Deno; loot = Deno.readTextFileSync(world.textFile);`,
    { notInNode: "Node.js has none" },
  ),
  theft("a file, by fetch", `loot = await (await fetch("file://" + world.textFile)).text();`, {
    notInNode: "Node.js fetches no files",
  }),
  theft(
    "the environment of another process, in /proc",
    `const fs = await ${hidden(`'"node:fs"'`)};
     const text = fs.readFileSync("/proc/" + world.victim + "/environ", "utf8");
     loot = /INITLAB_TEST_SECRET=([^\\0]*)/.exec(text)[1];`,
  ),
  theft(
    "its own environment, in /proc",
    `const fs = await ${hidden(`'"node:fs"'`)};
     loot = /INITLAB_TEST_SECRET=([^\\0]*)/.exec(fs.readFileSync("/proc/self/environ", "utf8"))[1];`,
  ),
  theft("the secret, over HTTP", `loot = await (await fetch("http://127.0.0.1:" + world.port)).text();`),
  theft(
    "the secret, over node:http",
    `const http = await ${hidden(`'"node:http"'`)};
     loot = await new Promise((resolve, reject) => http.get({ port: world.port, host: "127.0.0.1" }, (response) => {
       let text = ""; response.on("data", (piece) => { text += piece; }).on("end", () => resolve(text));
     }).on("error", reject));`,
  ),
  theft(
    "the secret, as a module from the network",
    `loot = (await ${hidden(`JSON.stringify("http://127.0.0.1:" + world.port + "/a.js")`)}).default;`,
    { notInNode: "Node.js imports nothing from the network" },
  ),
  theft(
    "an address, of DNS",
    `const dns = await ${hidden(`'"node:dns/promises"'`)}; loot = (await dns.lookup("localhost", { family: 4 })).address;`,
    { loot: () => "127.0.0.1" },
  ),
  theft("the machine's name", `const os = await ${hidden(`'"node:os"'`)}; loot = os.hostname();`, {
    loot: ({ hostname }) => hostname,
  }),
  theft(
    "whether the grader's process is there",
    `const process = await ${hidden(`'"node:process"'`)};
     loot = process.kill(world.grader, 0) ? "it is" : "it is not";`,
    { loot: () => "it is" },
  ),
  theft(
    "the test's source, by way of who calls",
    `function answer(x) {
       const prepare = Error.prepareStackTrace;
       Error.prepareStackTrace = (_, frames) => frames.map((frame) => String(frame.getFunction())).join();
       const text = new Error().stack;
       Error.prepareStackTrace = prepare;
       return /(\\w+ \\* \\w+ \\+ 1)/.exec(text)[1];
     }
     globalThis.afterwards = (x) => { loot = answer(x); };`,
    { loot: () => "x * x + 1" },
  ),
  theft(
    "the grader's variables, with the inspector",
    `const { Session } = await ${hidden(`'"node:inspector"'`)};
     const session = new Session();
     session.connect();
     const post = (method, parameters) => new Promise((resolve, reject) =>
       session.post(method, parameters, (error, result) => (error ? reject(error) : resolve(result))));
     const { result } = await post("Runtime.evaluate", { expression: "globalThis.naiveGrader ?? globalThis.__import" });
     const { internalProperties } = await post("Runtime.getProperties", { objectId: result.objectId });
     const scopes = internalProperties.find(({ name }) => name === "[[Scopes]]").value.objectId;
     const { result: list } = await post("Runtime.getProperties", { objectId: scopes });
     for (const { value } of list) {
       if (!value?.objectId) continue;
       const { result: names } = await post("Runtime.getProperties", { objectId: value.objectId });
       for (const { name, value: inner } of names) if (name === "hiddenSecret") loot = inner.value;
     }`,
  ),
];
