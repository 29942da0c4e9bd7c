/**
 * Which parts of a JSON text are wanted. What is not named is passed over while it is read, however large it is.
 *
 * - `"all"`: the value, whatever it is
 * - `keys`: of an object, the values of these keys
 * - `items`: of a list, this much of each item; `counted` items are limited in number
 */
export type Keep =
  | "all"
  | {
      readonly keys?: ReadonlyMap<string, Keep>;
      readonly items?: Keep;
      readonly counted?: true;
    };
