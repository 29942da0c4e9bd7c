/**
 * The hint that the public checkers must give for each wrong answer of notebooks/instructor/mistakes.json. Each was judged
 * beside the answer's code: the sentence is true for it.
 */
export const hintTable: Readonly<Record<string, string>> = {
  "z-blank-null":
    "W1, b1, W2 and b2 are null, not tensors: the placeholder is still there, and two lines take its place: one makes W, one makes b.",
  "z-w-transposed":
    "W1 and W2 were made with rows and columns swapped: weights have a row for every unit of their layer and a column for every unit of the layer before.",
  "z-hardcoded-10-rank3": "W2 was made with the sizes of W1 in every layer: both indices must change with l.",
  "z-b-scalar":
    "b1 and b2 are the number 0, not tensors: every parameter is a matrix, a bias one with a row for every unit and one column.",
  "z-b-rank1":
    "b1 and b2 were made with one dimension only: a bias is a column, with a row for every unit of its layer and one column.",
  "z-b-prev":
    "b1 and b2 were made with a row for every unit of the layer before: a bias has one for every unit of its own layer.",
  "z-b-zero-cols": "b1 and b2 were made with no column at all, so without any number: a bias has one column.",
  "z-tuple-parens":
    "A shape needs square brackets, as in [2, 3]: `(2, 3)` with parentheses, as in Python, is only `3` in TypeScript.",
  "z-b-ones": "b1 and b2 are 1 throughout: biases start at zero.",
  "z-lowercase-w":
    "Names must be written exactly as expected, capital letters too: there is `w1` for W1 and `w2` for W2.",
  "z-key-spelled-out":
    "The parameters have other names: `weights1`, `bias1`, `weights2` and `bias2` are there, but they must be called W1, b1, W2 and b2.",
  "z-key-undefined":
    'A parameter is called `Wundefined`: where the number of the layer belongs there is something else; "W" + l is enough.',
  "z-loop-from-0":
    "The loop begins before layer 1: there layers_dims[l - 1] is undefined, because nothing comes before the input; l must start at 1 (and `for … in` starts at 0).",
  "z-loop-too-short":
    "The parameters of the last layer are missing, W2 and b2: does the loop end one layer too early?",
  "z-no-return":
    "The function ends without giving anything back: does `return parameters` stand after the loop?",
  "z-loop-var-mismatch":
    "There is no variable `l`: is it declared under another name, for example in the head of the loop?",
  "z-index-not-size":
    "W1 and W2 were made with the numbers of the layers, l and l - 1, as sizes: their sizes are the entries of layers_dims.",
  "z-nested-object":
    "`l1` and `l2` hold objects with the parameters of a layer: they belong side by side in one object, as W1, b1, W2, b2, …",
  "z-plain-arrays":
    "W1, b1, W2 and b2 are arrays, not tensors: tf.zeros, random.randn and tf.tensor make tensors.",
  "z-for-in":
    "The loop begins before layer 1: there layers_dims[l - 1] is undefined, because nothing comes before the input; l must start at 1 (and `for … in` starts at 0).",
  "z-mutates-input":
    "layers_dims is [] after the call, but it belongs to whoever calls the function: only read it, or work on a copy.",
  "z-python-leftovers":
    "`len` is Python, which TypeScript does not know: sizes are read with layers_dims.length and layers_dims[l], and zeros made with tf.zeros.",
  "z-missing-brace":
    "Only the parameters of layer 1 are there, with 2 layers as with 3: does the loop end after its first round, because `return` stands inside it (or a brace } is missing)?",
  "z-renamed":
    "There is no function initialize_parameters_zeros: is its name written exactly so, and has its cell been run?",
  "z-throws-not-implemented":
    'The exercise is still to be written: two lines, the one for parameters["W" + l] and the one for parameters["b" + l], take the place of the `throw`.',
  "r-no-10": "W1 and W2 are 10 times too small: are the weights multiplied by 10?",
  "r-01": "W1 and W2 are 100 times too small: are the weights multiplied by 10, and not by 0.1?",
  "r-uniform":
    "The weights are made of random.rand's numbers, all equally likely: random.randn draws those of the normal distribution.",
  "r-tf-randomNormal":
    "Two calls with the same layers_dims give different numbers: is random.seed(3) the first line of the function, and are the numbers drawn with random.randn?",
  "r-comma-operator":
    "W1 and W2 were made with one dimension only, the size of the layer before: two sizes in parentheses, `(a, b)`, are only `b` in TypeScript.",
  "r-transposed-then-T":
    "The random numbers are the right ones in another order, as if each matrix were drawn with rows and columns swapped and then transposed: draw it with its rows and columns as they should be.",
  "r-b-random-scaled":
    "Random numbers are drawn for the biases as well, which also moves those of later weights: only weights are random, biases are zeros.",
  "r-other-seed":
    "The random numbers are those of seed 1, but seed 3 is expected: leave random.seed(3) as it was.",
  "r-seed-in-loop":
    "Every layer starts with the same random numbers: is random.seed called inside the loop? It belongs before it, once.",
  "r-reversed-order":
    "The random numbers are the right ones, but the last layer gets the first of them: draw in the order of the layers, from l = 1 on.",
  "r-js-star-typed":
    "W1 and W2 are the number NaN, not tensors: is there a `*` or `/` between a tensor and a number, where TypeScript needs tf.mul or .mul?",
  "r-add-10":
    "10 is added to the random numbers, which moves them all to one side: weights are only multiplied.",
  "r-w-zero":
    "W1 and W2 are zero throughout: here the weights must be random, so that the units of a layer can learn different things.",
  "r-uniform-centred":
    "The weights are made of random.rand's numbers, all equally likely between -1 and 1: random.randn draws those of the normal distribution.",
  "h-xavier":
    "W1 and W2 are 0.7071 times as large as expected, which is Xavier's factor: He's has a 2 in place of the 1.",
  "h-current-layer":
    "W1 and W2 are scaled by the size of their own layer: the factor takes the size of the layer before.",
  "h-sqrt2-over-n": "W1 and W2 are scaled with a root of the 2 alone: the root covers the whole fraction.",
  "h-divide-by-factor": "W1 and W2 are divided by the factor: they must be multiplied by it.",
  "h-precedence":
    "W1 and W2 are scaled by the root of (2 / size of their own layer) - 1: the 1 belongs inside the square brackets, where it leads to the layer before.",
  "h-both": "W1 and W2 are 10 times too large: is there a further factor, 10, besides He's?",
  "h-input-layer":
    "W1 and W2 are scaled by the size of the input in every layer: the factor takes the size of the layer before, which changes with l.",
  "h-call-array":
    "layers_dims is called like a function: an entry is read with square brackets, layers_dims[…], not with parentheses.",
  "h-empty-range":
    "layers_dims is read at a place that is undefined even before the first layer: does the loop say where l starts, where it ends and how it counts?",
  "h-xor":
    "W1 and W2 are scaled by 2 / size without what follows the decimal point: is there a `^`? It works on bits and is no power; Math.sqrt takes the root.",
  "h-b-random":
    "Random numbers are drawn for the biases as well, which also moves those of later weights: only weights are random, biases are zeros.",
  "h-no-seed":
    "Two calls with the same layers_dims give different numbers: is random.seed(3) the first line of the function, and are the numbers drawn with random.randn?",
  "h-math-sqrt-tensor":
    "W1 and W2 are NaN throughout, as when something is computed with Math.sqrt of a negative number or of what is no number: a tensor, or undefined.",
  // Right for the public sizes alone: a call with other ones shows it.
  "z-arg-overwritten":
    "With layers_dims = [2, 3, 1, 4] the parameters have the same shapes as with [3, 2, 1]: does the function set layers_dims itself, or use sizes of its own?",
  "z-literal-answer":
    "With layers_dims = [2, 3, 1, 4] the parameters have the same shapes as with [3, 2, 1]: does the function set layers_dims itself, or use sizes of its own?",
};
