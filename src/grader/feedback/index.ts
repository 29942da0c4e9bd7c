export { handedIn } from "./handedIn.js";
export { renderFeedback } from "./renderFeedback.js";
export { pointsText, titleOf, type VerdictWords, verdictWords, wordsFor } from "./verdictWords.js";
