// @ts-check
import { compiled } from "./compiled.mjs";
import { kernelspec } from "./kernelspec.mjs";
import { nodePackages } from "./nodePackages.mjs";
import { pythonPackages } from "./pythonPackages.mjs";

/**
 * The steps from a fresh clone to a notebook that runs, in order.
 *
 * @param {import("./context.mjs").Context} context
 */
export function allSteps(context) {
  return [nodePackages(context), compiled(context), pythonPackages(context), kernelspec(context)];
}
