// @ts-check

import { readReleased } from "../process/readReleased.mjs";
import { kernelspec } from "./kernelspec.mjs";
import { nodePackages } from "./nodePackages.mjs";
import { pythonPackages } from "./pythonPackages.mjs";

/**
 * The steps from a fresh clone, or from a student's download, to a notebook that runs, in order.
 *
 * @param {import("./context.mjs").Context} context
 */
export async function allSteps(context) {
  const packages = [nodePackages(context), ...(await builds(context)), pythonPackages(context)];
  return [...packages, kernelspec(context)];
}

/** @param {import("./context.mjs").Context} context */
async function builds(context) {
  if (readReleased(context.places.root) !== null) return [];
  // Loaded only here: a student's folder does not have it.
  const { compiled } = await import("./compiled.mjs");
  return [compiled(context)];
}
