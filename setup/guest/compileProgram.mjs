// @ts-nocheck Deno has other types than Node.js, and they are not installed.
// Runs in Deno: compiles the guest's program, lets it answer what comes from stdin, and puts all code that was needed
// for it where Deno looks for the program's code.
import { DatabaseSync } from "node:sqlite";
import vm from "node:vm";

const [program, folder, url] = Deno.args;
const script = new vm.Script(Deno.readTextFileSync(program), { filename: url });
const { exit, copyFileSync, renameSync } = Deno;
const { error } = console;
const databases = [...Deno.readDirSync(folder)]
  .map(({ name }) => name)
  .filter((name) => name.endsWith("_v2"));

// The program removes most of what is global, and calls this when it is asked no more.
Deno.exit = () => {
  try {
    keep(script.createCachedData());
    exit(0);
  } catch (problem) {
    error(problem);
    exit(1);
  }
};
script.runInThisContext();

/** @param {Uint8Array} code */
function keep(code) {
  for (const name of databases) {
    const connection = new DatabaseSync(`${folder}/${name}`);
    if (name.startsWith("v8_code_cache")) {
      const update = connection.prepare("UPDATE codecache SET data = ? WHERE specifier = ?");
      if (Number(update.run(code, url).changes) !== 1) throw new Error(`Deno keeps no code of ${url}`);
    }
    // Deno would do that whenever it opens it, and not use what it cannot write to.
    connection.exec("ANALYZE");
    // All of it is to stand in the one file.
    connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    connection.prepare("SELECT * FROM info").all();
    // SQLite reads it where nothing can be written only beside these two, and removes them when it closes it.
    const others = ["-wal", "-shm"].map((part) => `${folder}/${name}${part}`);
    for (const path of others) copyFileSync(path, `${path}.kept`);
    connection.close();
    for (const path of others) renameSync(`${path}.kept`, path);
  }
}
