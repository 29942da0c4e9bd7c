export { parseDue } from "./parseDue.js";
export { parseTime } from "./parseTime.js";
export { splitTime } from "./splitTime.js";
