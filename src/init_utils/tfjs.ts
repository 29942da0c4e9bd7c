/** What stands in for the package of TensorFlow.js in a notebook: `tf`, part by part and as the default export. */
export * from "./tf/index.js";
export * as default from "./tf/index.js";
