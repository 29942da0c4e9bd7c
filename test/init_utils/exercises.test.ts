import * as init_utils from "init_utils";
import { expect, test } from "vitest";

test.each([
  ["zeros", 1, 4],
  ["random", 2, 5],
  ["he", 3, 6],
] as const)(
  "initialize_parameters_%s stands for exercise %i and says where to write it",
  (kind, exercise, section) => {
    const placeholder = init_utils[`initialize_parameters_${kind}`];
    const say = `Exercise ${exercise} is not done yet: write initialize_parameters_${kind} in its cell in section ${section}, `;
    expect(() => placeholder([2, 10, 5, 1])).toThrow(say);
  },
);
