import { shapeText } from "init_utils/arguments";
import type { Answer } from "./Answer.js";

/** The names and shapes of all parameters; nothing when there are none. */
export function shapesOf({ entries }: Answer): string {
  const tensors = [...entries].filter(([, { tensor }]) => tensor);
  return tensors.map(([key, { tensor }]) => `${key} ${shapeText(tensor!.shape)}`).join(", ");
}
