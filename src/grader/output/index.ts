export { earlierStudents, tellLost } from "./earlierStudents.js";
export { OutputLock } from "./OutputLock.js";
export { programVersions } from "./programVersions.js";
export { readStored } from "./readStored.js";
export { sweepLeftovers } from "./sweepLeftovers.js";
export { type GradeTable, gradeTables, writeRunFiles } from "./writeRunFiles.js";
export { writeStudentFiles } from "./writeStudentFiles.js";
export { writing } from "./writing.js";
