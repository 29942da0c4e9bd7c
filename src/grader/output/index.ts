export { OutputLock } from "./OutputLock.js";
export { readStored } from "./readStored.js";
export { sweepLeftovers } from "./sweepLeftovers.js";
export { writing } from "./writing.js";
