export { canvasCsv } from "./canvasCsv.js";
export { gradesCsv } from "./gradesCsv.js";
export { moodleCsv } from "./moodleCsv.js";
export { type PendingAnswer, pendingCsv } from "./pendingCsv.js";
export { type RunRecord, runRecordSchema } from "./RunRecord.js";
export { rosterCell } from "./rosterCell.js";
export { type RunFacts, runJson } from "./runJson.js";
export { tellStudents } from "./tellStudents.js";
export type { UploadTable } from "./UploadTable.js";
