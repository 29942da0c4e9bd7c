import { plot_data } from "../plot/plot_data.js";
import type { Tensor2D } from "../tf/index.js";
import { dataset } from "./dataset.js";

/**
 * Makes the assignment's data and draws the training points: two rings, class 0 red outside, class 1 blue inside.
 *
 * Training points are scikit-learn's `make_circles(300, noise=0.05)` after seed 1, test points `make_circles(100,
 * noise=0.05)` after seed 2. The numbers come from streams of their own: `random` is left as it is.
 *
 * @returns `[train_X, train_Y, test_X, test_Y]` of shapes (2, 300), (1, 300), (2, 100), (1, 100); labels are int32
 * @example
 * const [train_X, train_Y] = load_dataset();
 * train_X.shape; // [  2 300]
 * str(train_Y.slice([0, 0], [1, 5])); // [[1 0 1 1 0]]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.datasets.make_circles.html
 */
export function load_dataset(): [train_X: Tensor2D, train_Y: Tensor2D, test_X: Tensor2D, test_Y: Tensor2D] {
  const { train_X, train_Y, test_X, test_Y } = dataset();
  plot_data(train_X, train_Y, { title: "Training set", carriesPlotly: true });
  return [train_X, train_Y, test_X, test_Y];
}
