// @ts-check
// `npm run build`: compiles whatever changed, with the compiler's messages on the terminal.
import { fileURLToPath } from "node:url";
import { places as findPlaces } from "./process/places.mjs";
import { Reporter } from "./process/Reporter.mjs";
import { runEntry } from "./process/runEntry.mjs";
import { buildNow } from "./steps/buildNow.mjs";

runEntry(async (signal) => {
  const places = findPlaces(fileURLToPath(new URL("..", import.meta.url)));
  await buildNow({ places, signal, reporter: new Reporter(process.stdout, process.env) });
  return 0;
});
