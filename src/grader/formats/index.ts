export { courseraFeedback } from "./courseraFeedback.js";
export { type Format, formatFiles, formats } from "./formatFiles.js";
export { type GradescopeResults, gradescopeResults } from "./gradescopeResults.js";
export { plainText } from "./plainText.js";
export { prairielearnResults } from "./prairielearnResults.js";
export { submissionLines } from "./submissionLines.js";
export { testLines } from "./testLines.js";
