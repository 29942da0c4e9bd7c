export type { Lateness } from "./Lateness.js";
export type { Roster, RosterEntry } from "./Roster.js";
