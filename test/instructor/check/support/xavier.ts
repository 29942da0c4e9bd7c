import { type Cell, type Notebook, nbgraderOf } from "../../../../src/notebook/index.ts";
import { code, markdown, role } from "../../../notebook/notebooks.ts";

/** The fourth exercise as docs/instructors.md tells how to add one: nothing but the notebook is changed. */
export function withXavier(notebook: Notebook): Notebook {
  const place = notebook.cells.findIndex((cell) => gradeIdOf(cell) === "model");
  const conclusions = notebook.cells.findIndex(({ id }) => id === "conclusions");
  const cells = [
    ...notebook.cells.slice(0, place),
    standIn,
    ...notebook.cells.slice(place, conclusions).map(knowXavier),
    text,
    answer,
    test,
    ...notebook.cells.slice(conclusions).map(knowXavier),
  ];
  return { ...notebook, cells: cells.map(addContents) };
}

const gradeIdOf = (cell: Cell) => nbgraderOf(cell)?.grade_id;

export const signature =
  "function initialize_parameters_xavier(layers_dims: number[]): Record<string, tf.Tensor> {";

const standIn = {
  ...code(
    `${signature}
  throw new Error("Exercise 4 is not done yet: write initialize_parameters_xavier in its cell in section 7, run that cell, then run this one again.");
}`,
    role("xavier_stand_in", ["locked"]),
  ),
  id: "xavier-stand-in",
};

const text = {
  ...markdown(
    "## 7 Xavier initialization\n\n### Exercise 4: initialize_parameters_xavier\n\nAs exercise 3, with 1 in place of 2.",
  ),
  id: "xavier-text",
};

const answer = {
  ...code(
    `${signature}
  random.seed(3);
  const parameters: Record<string, tf.Tensor> = {};
  for (let l = 1; l < layers_dims.length; l++) {
    // YOUR CODE STARTS HERE
    // BEGIN SOLUTION
    parameters["W" + l] = random.randn(layers_dims[l], layers_dims[l - 1]).mul(Math.sqrt(1 / layers_dims[l - 1]));
    parameters["b" + l] = tf.zeros([layers_dims[l], 1]);
    // END SOLUTION
    // YOUR CODE ENDS HERE
  }
  return parameters;
}`,
    role("initialize_parameters_xavier", ["solution"]),
  ),
  id: "initialize_parameters_xavier",
};

const test = {
  ...code(
    `import { checkInitializer } from "public_tests";
checkInitializer("initialize_parameters_xavier", initialize_parameters_xavier, [3, 1, 2], {
  W1: [[1.03266513, 0.25201908, 0.05571284]], b1: [[0]],
  W2: [[-1.8634927], [-0.2773882]], b2: [[0], [0]],
});
// BEGIN HIDDEN TESTS
import { createRandom } from "init_utils";
{
  const sizes = random.permutation([2, 3, 4, 5, 6, 7, 8]).slice(0, random.randint(3, 6));
  const stream = createRandom(3);
  const rows = (count: number, columns: number, element: () => number) =>
    Array.from({ length: count }, () => Array.from({ length: columns }, element));
  const right: Record<string, number[][]> = {};
  for (let l = 1; l < sizes.length; l++) {
    right["W" + l] = rows(sizes[l], sizes[l - 1], () => stream.randn() / Math.sqrt(sizes[l - 1]));
    right["b" + l] = rows(sizes[l], 1, () => 0);
  }
  checkInitializer("initialize_parameters_xavier", initialize_parameters_xavier, sizes, right);
}
// END HIDDEN TESTS`,
    role("initialize_parameters_xavier_test", ["grade", "locked"], 10),
  ),
  id: "initialize_parameters_xavier_test",
};

/** `model()` gets a fourth choice, and the conclusions a later number. */
function knowXavier(cell: Cell): Cell {
  if (cell.id === "conclusions") return { ...cell, source: cell.source.replace("## 7 ", "## 8 ") };
  if (gradeIdOf(cell) !== "model") return cell;
  const source = cell.source
    .replace('"zeros" | "random" | "he"', '"zeros" | "random" | "he" | "xavier"')
    .replace(
      "  } else {\n    parameters = initialize_parameters_he",
      '  } else if (initialization === "xavier") {\n    parameters = initialize_parameters_xavier(layers_dims);\n  } else {\n    parameters = initialize_parameters_he',
    );
  return { ...cell, source };
}

function addContents(cell: Cell): Cell {
  const lines = `- [7 Xavier initialization](#7-Xavier-initialization)
  - [Exercise 4: initialize_parameters_xavier](#Exercise-4:-initialize_parameters_xavier)
- [8 Conclusions](#8-Conclusions)`;
  return { ...cell, source: cell.source.replace("- [7 Conclusions](#7-Conclusions)", lines) };
}
