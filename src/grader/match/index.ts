export { type Choice, chooseAssignment } from "./chooseAssignment.js";
export { matchCells } from "./matchCells.js";
export type { Program, ProgramCell, Repair, RepairKind } from "./Program.js";
