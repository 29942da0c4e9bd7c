export { defaultImports, makeAssignment } from "./makeAssignment.js";
export { readAssignment } from "./readAssignment.js";
export { readSecret, type Secret } from "./readSecret.js";
