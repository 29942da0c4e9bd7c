import {
  backward_propagation,
  compute_loss,
  forward_propagation,
  type Parameters,
  predict,
  type Tensor,
  update_parameters,
} from "init_utils";
import { describe, expect, test } from "vitest";
import { consoleOutput } from "../../support/answers/consoleOutput.js";
import { largestDifference } from "../../support/differences.js";
import {
  numbers,
  parametersOf,
  reference,
  type TrainingReference,
  tensorOf,
} from "../../support/reference.js";

const [train_X, train_Y, test_X, test_Y] = (["train_X", "train_Y", "test_X", "test_Y"] as const).map((name) =>
  tensorOf(reference.datasets[name]),
) as [Tensor, Tensor, Tensor, Tensor];

function train({ initialization, learning_rate, num_iterations }: TrainingReference): {
  parameters: Parameters;
  costs: number[];
} {
  const costs: number[] = [];
  let parameters: Parameters = parametersOf(initialization, [2, 10, 5, 1]);
  for (let i = 0; i < num_iterations; i++) {
    const [a3, cache] = forward_propagation(train_X, parameters);
    if (i % 1000 === 0) costs.push(compute_loss(a3, train_Y));
    parameters = update_parameters(parameters, backward_propagation(train_X, train_Y, cache), learning_rate);
  }
  return { parameters, costs };
}

/** How far a cost may be from NumPy's; the random run amplifies the last bit, see test/reference/README.md. */
const far = {
  zeros: (cost: number, expected: number) => Math.abs(cost - expected) <= 1e-14,
  random: (cost: number, expected: number) => cost === expected || Math.abs(cost - expected) <= 5e-3,
  he: (cost: number, expected: number) => Math.abs(cost - expected) <= 1e-12 * expected,
};

describe.each(reference.training)(
  "15,000 iterations from $initialization, against NumPy",
  (run) => {
    const { parameters, costs } = train(run);

    test("compute_loss gives the 15 costs", () => {
      const expected = run.costs
        .map(Number)
        .map((cost) => (Number.isNaN(cost) ? Number.POSITIVE_INFINITY : cost));
      expect(costs).toHaveLength(expected.length);
      for (const [i, cost] of costs.entries())
        expect([i, cost, far[run.initialization](cost, expected[i]!)]).toEqual([i, cost, true]);
    });

    test.each([
      ["training", train_X, train_Y, run.predictions_train, run.train_accuracy],
      ["test", test_X, test_Y, run.predictions_test, run.test_accuracy],
    ] as const)(
      "predict gives every prediction and the accuracy on the %s set",
      (_, X, Y, predictions, accuracy) => {
        const { output, result } = consoleOutput(() => predict(X, Y, parameters));
        expect(result.shape).toEqual(predictions.shape);
        expect(largestDifference(result.dataSync(), numbers(predictions))).toBe(0);
        expect(output).toBe(`Accuracy: ${accuracy}`);
      },
    );
  },
  120_000,
);
