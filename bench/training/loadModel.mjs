// @ts-check
import * as init_utils from "init_utils";

/**
 * Makes the notebook's `model` out of the cells' JavaScript, with all that the notebook imports. Its plot of the costs
 * becomes their list.
 *
 * @typedef {(X: init_utils.Tensor, Y: init_utils.Tensor, options: object) => init_utils.Parameters} Model
 *
 * @param {string} code what `notebookCode` returned
 * @returns {{ model: Model, costs: number[] }} the function, and the costs of its last call
 */
export function loadModel(code) {
  /** @type {number[]} */
  const costs = [];
  const plot_costs = (/** @type {number[]} */ values) => costs.splice(0, costs.length, ...values);
  const names = { ...init_utils, plot_costs };
  const model = new Function(...Object.keys(names), `${code}\nreturn model;`)(...Object.values(names));
  return { model, costs };
}
