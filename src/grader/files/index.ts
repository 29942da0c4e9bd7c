export type { FoundFile, Tell } from "./FoundFile.js";
export { isCheckpoint, isClutter, isNotebook, isZip, nameOf, stemOf } from "./fileKinds.js";
export { listArchive } from "./listArchive.js";
export { compareNames, fileOnDisk, listFolder } from "./listFolder.js";
export { readText } from "./readText.js";
export { unreadable } from "./unreadable.js";
