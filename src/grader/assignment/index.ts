export { makeAssignment } from "./makeAssignment.js";
export { type AssignmentOutline, defaultImports, outlineAssignment } from "./outlineAssignment.js";
export { completeAssignment, readAssignment } from "./readAssignment.js";
export { readOutline } from "./readOutline.js";
export { readSecret, type Secret } from "./readSecret.js";
