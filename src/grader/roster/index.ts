export { parseDue } from "../time/index.js";
export { Attendance } from "./Attendance.js";
export type { Lateness } from "./Lateness.js";
export { latenessOf } from "./latenessOf.js";
export { Roster, type RosterEntry } from "./Roster.js";
export { readRoster } from "./readRoster.js";
export { tellTimeless } from "./tellTimeless.js";
