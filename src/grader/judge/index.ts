export { TestJudge } from "./TestJudge.js";
