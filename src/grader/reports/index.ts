export { canvasCsv } from "./canvasCsv.js";
export { gradesCsv } from "./gradesCsv.js";
export { moodleCsv } from "./moodleCsv.js";
export { type RunRecord, runRecordSchema } from "./RunRecord.js";
export { type RunFacts, runJson } from "./runJson.js";
export type { UploadTable } from "./UploadTable.js";
