import type { Answer } from "../answer/Answer.js";
import type { Evidence } from "../answer/Evidence.js";
import { shapeOf } from "../parts/checkParameter.js";
import { listWith } from "../parts/words.js";
import { layersOf } from "../streams/layers.js";
import { biasRules, type ShapeRule, weightRules } from "./shapeRules.js";

/**
 * Says by which mistake the parameters got their shapes: one that gives the shapes of all layers, in the call that was
 * checked and in one with other sizes.
 *
 * @param evidence what the calls showed
 * @returns one sentence, or undefined
 */
export function wrongShape(evidence: Evidence): string | undefined {
  return explain(evidence, "W", weightRules) ?? explain(evidence, "b", biasRules) ?? wrongRank(evidence);
}

function explain(evidence: Evidence, letter: string, rules: readonly ShapeRule[]): string | undefined {
  const wrong = wrongOnes(evidence).filter((key) => key.startsWith(letter));
  if (wrong.length === 0) return undefined;
  const rule = rules.find(({ shape }) =>
    [evidence.first, evidence.other].every((answer) =>
      layersOf(answer.layers_dims).every(
        (layer) => shapeText(answer, `${letter}${layer.l}`) === shape(layer).join(),
      ),
    ),
  );
  return rule && `${listWith(wrong, "was", "were")} made ${rule.says}`;
}

function wrongRank(evidence: Evidence): string | undefined {
  const rank = (key: string) => evidence.first.entries.get(key)!.tensor!.shape.length;
  const wrong = wrongOnes(evidence).filter((key) => rank(key) !== 2);
  if (wrong.length === 0) return undefined;
  const count = rank(wrong[0]!);
  const alike = wrong.filter((key) => rank(key) === count);
  return `${listWith(alike, "has", "have")} ${count} dimension${count === 1 ? "" : "s"}: a parameter has two, its rows and its columns.`;
}

function wrongOnes({ first, expected }: Evidence): string[] {
  return Object.keys(expected).filter((key) => {
    const seen = shapeText(first, key);
    return seen !== undefined && seen !== shapeOf(expected[key]!).join();
  });
}

function shapeText({ entries }: Answer, key: string): string | undefined {
  return entries.get(key)?.tensor?.shape.join();
}
