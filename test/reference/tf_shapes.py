"""The part of make_tf_operations.py for reductions, products, shapes, parts and comparisons."""

import numpy as np
from tf_reference import array, case, flags, special, uniform, whole

a, b, row, column = uniform(-3, 3, 2, 3), uniform(0.5, 3, 2, 3), uniform(0.5, 3, 3), uniform(0.5, 3, 2, 1)

# Reductions
cube = uniform(-2, 2, 2, 3, 4)


def largest(x, axis, keepdims, sign=1):
    """The complex maximum by the real part."""
    real = sign * x.real
    return np.sum(np.where(real == np.max(real, axis=axis, keepdims=True), x, 0), axis=axis, keepdims=keepdims)


reductions = {
    "sum": (np.sum, np.sum), "mean": (np.mean, np.mean), "prod": (np.prod, np.prod),
    "max": (np.max, lambda x, axis, keepdims: largest(x, axis, keepdims)),
    "min": (np.min, lambda x, axis, keepdims: largest(x, axis, keepdims, -1)),
    "logSumExp": (lambda x, axis, keepdims: np.logaddexp.reduce(x, axis=axis, keepdims=keepdims)
                  if isinstance(axis, int) else np.log(np.sum(np.exp(x), axis=axis, keepdims=keepdims)),
                  lambda x, axis, keepdims: np.log(np.sum(np.exp(x), axis=axis, keepdims=keepdims))),
}
for name, (f, complex_f) in reductions.items():
    for axis in (0, 1, -1, [0, 2], [0, 1, 2]):
        chosen = tuple(axis) if isinstance(axis, list) else axis
        for keep in (False, True):
            case(name, [cube, axis, keep], f(cube, axis=chosen, keepdims=keep),
                 lambda x, c=chosen, k=keep, g=complex_f: g(x, axis=c, keepdims=k))
    case(name, [cube], f(cube, axis=(0, 1, 2), keepdims=False))
for name, f in {"sum": np.sum, "prod": np.prod, "max": np.max, "min": np.min}.items():
    case(name, [whole, 0], f(whole, axis=0).astype(np.int32))
case("sum", [flags, 1], np.sum(flags, axis=1).astype(np.int32))
case("mean", [whole, 1], np.mean(whole, axis=1))
case("mean", [flags], np.mean(flags))
case("sum", [special], np.sum(special))
case("max", [array(1, np.nan, 3)], np.max(array(1, np.nan, 3)))
ties = np.array([[1.0, 5, 5], [7, 0, 0]])
for name, f in {"argMax": np.argmax, "argMin": np.argmin}.items():
    case(name, [ties], f(ties, axis=0).astype(np.int32))
    case(name, [ties, 1], f(ties, axis=1).astype(np.int32))
    case(name, [ties, -1], f(ties, axis=-1).astype(np.int32))
for name, f in {"all": np.all, "any": np.any}.items():
    for axis in (0, 1, [0, 1]):
        case(name, [flags, axis], f(flags, axis=tuple(axis) if isinstance(axis, list) else axis))
    case(name, [flags], f(flags))
    case(name, [array(0, 2, -0.5)], f(array(0, 2, -0.5)))
for axis in (0, 1, -1):
    case("cumsum", [cube, axis], np.cumsum(cube, axis=axis), lambda x, axis=axis: np.cumsum(x, axis=axis))
line = array(1, 2, 3, 4.5)
case("cumsum", [line], np.cumsum(line))
case("cumsum", [line, 0, True], array(0, 1, 3, 6), lambda x: np.cumsum(x) - x)
case("cumsum", [line, 0, False, True], array(10.5, 9.5, 7.5, 4.5), lambda x: np.cumsum(x[::-1])[::-1])
for axis in (0, -1, [1, 2]):
    chosen = tuple(axis) if isinstance(axis, list) else axis
    for keep in (False, True):
        case("moments", [cube, axis, keep],
             {"mean": np.mean(cube, axis=chosen, keepdims=keep), "variance": np.var(cube, axis=chosen, keepdims=keep)})

# Products of matrices
m, n = uniform(-2, 2, 3, 4), uniform(-2, 2, 4, 2)
case("matMul", [m, n], m @ n, lambda x, y: x @ y)
case("matMul", [m, n.T.copy(), False, True], m @ n, lambda x, y: x @ y.T)
case("matMul", [m.T.copy(), n, True], m @ n, lambda x, y: x.T @ y)
case("matMul", [m.T.copy(), n.T.copy(), True, True], m @ n, lambda x, y: x.T @ y.T)
# Longer than the blocks of 48 in which TensorFlow.js multiplies.
big, tall = uniform(-1, 1, 3, 50), uniform(-1, 1, 50, 49)
case("matMul", [big, tall], big @ tall)
stack_a, stack_b = uniform(-1, 1, 2, 3, 4), uniform(-1, 1, 2, 4, 2)
case("matMul", [stack_a, stack_b], stack_a @ stack_b, lambda x, y: x @ y)
case("dot", [m[0].copy(), m[1].copy()], m[0] @ m[1], lambda x, y: x @ y)
case("dot", [m, n], m @ n)
case("dot", [m, n[:, 0].copy()], m @ n[:, 0], lambda x, y: x @ y)
case("dot", [m[0].copy(), n], m[0] @ n, lambda x, y: x @ y)
case("outerProduct", [m[0].copy(), n[0].copy()], np.outer(m[0], n[0]), lambda x, y: np.outer(x, y))
case("norm", [m], np.linalg.norm(m), lambda x: np.sqrt(np.sum(x * x)))
for order in (1, 2, np.inf, -np.inf):
    case("norm", [m, order, 1], np.linalg.norm(m, ord=order, axis=1),
         (lambda x: np.sqrt(np.sum(x * x, axis=1))) if order == 2 else None)
    case("norm", [m, order, 0, True], np.linalg.norm(m, ord=order, axis=0, keepdims=True))
for order, numpy_order in (("fro", "fro"), ("euclidean", "fro"), (1, 1), (np.inf, np.inf), (-np.inf, -np.inf)):
    case("norm", [cube, order, [1, 2]], np.linalg.norm(cube, ord=numpy_order, axis=(1, 2)))
case("norm", [m, "euclidean"], np.linalg.norm(m.ravel()))

# Shapes
case("reshape", [cube, [6, 4]], cube.reshape(6, 4), lambda x: x.reshape(6, 4))
case("reshape", [cube, [-1, 2]], cube.reshape(-1, 2))
case("reshape", [array(3), []], np.float64(3))
case("transpose", [m], m.T, lambda x: x.T)
case("transpose", [cube], cube.T)
case("transpose", [cube, [1, 0, 2]], cube.transpose(1, 0, 2), lambda x: x.transpose(1, 0, 2))
case("transpose", [cube, [-1, 0, 1]], cube.transpose(-1, 0, 1))
for axis in (0, 1, -1, 3):
    case("expandDims", [cube, axis], np.expand_dims(cube, axis))
case("expandDims", [line], np.expand_dims(line, 0), lambda x: np.expand_dims(x, 0))
thin = uniform(-1, 1, 1, 3, 1)
case("squeeze", [thin], np.squeeze(thin), lambda x: np.squeeze(x))
case("squeeze", [thin, 0], np.squeeze(thin, 0))
case("squeeze", [thin, [-1]], np.squeeze(thin, -1))
case("tile", [m, [2, 3]], np.tile(m, (2, 3)), lambda x: np.tile(x, (2, 3)))
case("tile", [line, [0]], np.tile(line, 0))
case("broadcastTo", [row, [2, 3]], np.broadcast_to(row, (2, 3)), lambda x: np.broadcast_to(x, (2, 3)))
case("broadcastTo", [column, [2, 2, 3]], np.broadcast_to(column, (2, 2, 3)),
     lambda x: np.broadcast_to(x, (2, 2, 3)))
case("pad", [m, [[1, 0], [2, 3]]], np.pad(m, [(1, 0), (2, 3)]), lambda x: np.pad(x, [(1, 0), (2, 3)]))
case("pad", [line, [[1, 1]], -0.5], np.pad(line, 1, constant_values=-0.5))
case("reverse", [cube], cube[::-1, ::-1, ::-1])
case("reverse", [cube, 1], cube[:, ::-1], lambda x: x[:, ::-1])
case("reverse", [cube, [0, -1]], cube[::-1, :, ::-1])

# Parts
case("concat", [[a, b]], np.concatenate([a, b]))
case("concat", [[a, column], 1], np.concatenate([a, column], 1))
case("concat", [[a, column], -1], np.concatenate([a, column], -1))
case("concat", [[whole, a]], np.concatenate([whole, a]))
case("stack", [[a, b]], np.stack([a, b]))
case("stack", [[a, b], 1], np.stack([a, b], 1))
case("stack", [[a, b], -1], np.stack([a, b], -1))
case("unstack", [m], [m[i] for i in range(3)])
case("unstack", [m, 1], [m[:, i] for i in range(4)])
case("split", [m, 2, 1], np.split(m, 2, 1))
case("split", [m, [1, 2]], np.split(m, [1]))
case("slice", [m, 1], m[1:])
case("slice", [m, [1, 2], [2, -1]], m[1:3, 2:], lambda x: x[1:3, 2:])
case("slice", [m, [0, 1], [-1, 1]], m[:, 1:2])
case("slice", [line, 1, 2], line[1:3])
case("slice", [cube, [1]], cube[1:])
case("gather", [m, [2, 0, 2]], m[[2, 0, 2]], lambda x: x[[2, 0, 2]])
case("gather", [m, [3, 1], 1], m[:, [3, 1]], lambda x: x[:, [3, 1]])
case("gather", [m, [[0, 1], [2, 2]]], m[[[0, 1], [2, 2]]], lambda x: x[[[0, 1], [2, 2]]])
case("gather", [m, 1], m[1])

# Comparisons
left, right = array(1, 2, np.nan, np.inf, -1), array(1, 1, np.nan, np.inf, 0)
for name, f in {
    "equal": np.equal, "notEqual": np.not_equal, "greater": np.greater, "greaterEqual": np.greater_equal,
    "less": np.less, "lessEqual": np.less_equal,
}.items():
    case(name, [left, right], f(left, right))
    case(name, [a, row], f(a, row))
    case(name, [whole, 0], f(whole, 0))
close = array(1, 1 + 2**-52)
case("equal", [close, 1], close == 1)
case("greater", [close, 1], close > 1)
for name, f in {"logicalAnd": np.logical_and, "logicalOr": np.logical_or, "logicalXor": np.logical_xor}.items():
    case(name, [flags, flags[::-1].copy()], f(flags, flags[::-1]))
    case(name, [array(0, 2, -0.5, 0), array(0, 0, 1, 3)], f(array(0, 2, -0.5, 0), array(0, 0, 1, 3)))
case("logicalNot", [flags], ~flags)
case("logicalNot", [array(0, 0.1)], np.logical_not(array(0, 0.1)))
case("isNaN", [special], np.isnan(special))
case("isInf", [special], np.isinf(special))
case("isFinite", [special], np.isfinite(special))
case("where", [flags, a, b], np.where(flags, a, b), lambda x, y: np.where(flags, x, y))
case("where", [flags, row, column], np.where(flags, row, column), lambda x, y: np.where(flags, x, y))
case("where", [flags, a, 0], np.where(flags, a, 0))
case("where", [array(1, 0, 2), row, a], np.where(array(1, 0, 2), row, a))
case("where", [np.array([[True], [False]]), row, a], np.where([[True], [False]], row, a))
