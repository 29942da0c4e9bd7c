"""Writes tf-operations.json: what every operation of tf has to give, computed with NumPy in double precision.

Gradients are taken with the complex step: for an analytic f, Im f(x + ih) / h with h = 1e-30 is f'(x) to the last
digits, because nothing is subtracted. Every gradient is also held against central differences before it is written.

    pip install numpy==2.4.6
    python make_tf_operations.py > tf-operations.json
"""

import json
import sys

import numpy as np

STEP = 1e-30
generator = np.random.RandomState(7)
cases = []


def plain(value):
    """JSON has no NaN and no infinities: they are written as words."""
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, float) and not np.isfinite(value):
        return "NaN" if np.isnan(value) else ("Infinity" if value > 0 else "-Infinity")
    return value


def described(result):
    if isinstance(result, list):
        return [described(item) for item in result]
    if isinstance(result, dict):
        return {key: described(item) for key, item in result.items()}
    result = np.asarray(result)
    dtype = {"f": "float32", "i": "int32", "b": "bool"}[result.dtype.kind]
    return {"shape": list(result.shape), "dtype": dtype, "values": plain(result.ravel())}


def case(name, arguments, expected, gradient_of=None):
    """arguments: NumPy arrays become tensors, all else is passed as it is.

    gradient_of: the operation in complex-capable NumPy, of the floating-point array arguments only.
    """
    entry = {"function": name, "arguments": [argument(item) for item in arguments], "expected": described(expected)}
    if gradient_of is not None:
        floats = [item for item in arguments if isinstance(item, np.ndarray) and item.dtype.kind == "f"]
        entry.update(gradients(gradient_of, floats))
    cases.append(entry)


def argument(item):
    if isinstance(item, np.ndarray):
        return {"tensor": described(item)}
    if isinstance(item, list) and any(isinstance(part, np.ndarray) for part in item):
        return {"list": [argument(part) for part in item]}
    return {"plain": plain(item)}


def gradients(f, inputs):
    """The gradient of the sum of f's elements, weighted by dy, with respect to every input."""
    value = np.asarray(f(*[x.astype(complex) for x in inputs]))
    dy = generator.uniform(-2, 2, value.shape)
    result = []
    for k, x in enumerate(inputs):
        gradient = np.zeros(x.shape)
        for index in np.ndindex(x.shape):
            moved = [item.astype(complex) for item in inputs]
            moved[k][index] += 1j * STEP
            gradient[index] = np.sum(dy * f(*moved)).imag / STEP
            check(f, inputs, k, index, dy, gradient[index])
        result.append(described(gradient))
    return {"dy": described(np.asarray(dy)), "gradients": result}


def check(f, inputs, k, index, dy, gradient):
    sides = []
    for sign in (1, -1):
        moved = [item.astype(complex) for item in inputs]
        moved[k][index] += sign * 1e-6
        sides.append(np.sum(dy * f(*moved)).real)
    difference = (sides[0] - sides[1]) / 2e-6
    assert abs(difference - gradient) <= 1e-6 * max(1, abs(gradient)), (inputs, index, difference, gradient)


def array(*items):
    return np.array(items, dtype=float)


def uniform(low, high, *shape):
    return generator.uniform(low, high, shape)


whole = np.array([[3, -2, 7], [0, 5, -9]], dtype=np.int32)
flags = np.array([[True, False, True], [False, False, True]])
special = array(np.inf, -np.inf, np.nan, 0.0, 1.0)

# Making tensors
case("tensor", [[[1, 2], [3, 0.1]]], np.array([[1, 2], [3, 0.1]]))
case("tensor", [[1, 2, 3, 4, 5, 6], [3, 2]], np.arange(1.0, 7).reshape(3, 2))
case("tensor", [[[1.9, -1.9]], [1, 2], "int32"], np.array([[1, -1]], dtype=np.int32))
case("tensor", [[[0, 2], [0.25, 0]], [2, 2], "bool"], np.array([[False, True], [True, False]]))
case("tensor", [[True, False]], np.array([True, False]))
case("tensor1d", [[1 / 3, 2]], array(1 / 3, 2))
case("tensor2d", [[[1, 2], [3, 4]]], np.array([[1.0, 2], [3, 4]]))
case("tensor2d", [[1, 2, 3, 4], [2, 2]], np.array([[1.0, 2], [3, 4]]))
case("tensor3d", [[[[1], [2]]]], np.array([[[1.0], [2]]]))
case("tensor4d", [[1, 2], [1, 2, 1, 1]], np.array([1.0, 2]).reshape(1, 2, 1, 1))
case("scalar", [0.1], np.float64(0.1))
case("scalar", [True], np.bool_(True))
case("zeros", [[2, 3]], np.zeros((2, 3)))
case("zeros", [[0, 3]], np.zeros((0, 3)))
case("zeros", [[2], "bool"], np.zeros(2, dtype=bool))
case("ones", [[2, 3]], np.ones((2, 3)))
case("ones", [[2], "int32"], np.ones(2, dtype=np.int32))
case("fill", [[2, 2], 0.1], np.full((2, 2), 0.1))
case("fill", [[2], float("nan")], np.full(2, np.nan))
case("fill", [[2], 3, "bool"], np.full(2, True))
case("zerosLike", [whole], np.zeros_like(whole))
case("onesLike", [uniform(0, 1, 2, 2)], np.ones((2, 2)))
case("eye", [3], np.eye(3))
case("eye", [2, 3], np.eye(2, 3))
case("linspace", [-1, 2, 31], np.linspace(-1, 2, 31))
case("linspace", [0.1, 0.1, 1], np.linspace(0.1, 0.1, 1))
case("linspace", [0, 1, 0], np.linspace(0, 1, 0))
case("linspace", [5, -5, 2], np.linspace(5, -5, 2))
case("range", [0, 1, 0.1], np.arange(0, 1, 0.1))
case("range", [5, 0], np.arange(5.0, 0, -1))
case("range", [0, 5, 2, "int32"], np.arange(0, 5, 2, dtype=np.int32))
case("range", [3, 3], np.arange(3.0, 3))
case("oneHot", [np.array([1, 0, 3], dtype=np.int32), 3], np.array([[0.0, 1, 0], [1, 0, 0], [0, 0, 0]]))
case("oneHot", [np.array([[1], [0]], dtype=np.int32), 2, 5, -1, "int32"],
     np.array([[[-1, 5]], [[5, -1]]], dtype=np.int32))
case("cast", [array(1.7, -1.7, 0, 2.5), "int32"], array(1.7, -1.7, 0, 2.5).astype(np.int32))
case("cast", [array(0, 0.2, -3), "bool"], array(0, 0.2, -3).astype(bool))
case("cast", [flags, "float32"], flags.astype(float))
copied = uniform(-1, 1, 2, 3)
case("clone", [copied], copied, lambda x: 1 * x)

# Arithmetic, with broadcasting
a, b, row, column = uniform(-3, 3, 2, 3), uniform(0.5, 3, 2, 3), uniform(0.5, 3, 3), uniform(0.5, 3, 2, 1)
for name, f in {
    "add": np.add, "sub": np.subtract, "mul": np.multiply, "div": np.divide,
    "squaredDifference": lambda x, y: (x - y) ** 2,
}.items():
    for second in (b, row, column, np.array(0.7)):
        case(name, [a, second], f(a, second), f)
    case(name, [0.3, a], f(0.3, a))
    case(name, [special, array(1, 2, 3, 4, np.inf)], f(special, array(1, 2, 3, 4, np.inf)))
case("add", [whole, whole], whole + whole)
case("sub", [whole, np.array(2, dtype=np.int32)], whole - np.int32(2))
case("mul", [whole, 0.5], whole * 0.5)
case("add", [flags, flags], flags.astype(np.int32) + flags)
case("div", [whole, np.array(2, dtype=np.int32)], whole / 2)
case("div", [array(1, -1, 0), 0], array(np.inf, -np.inf, np.nan))
case("divNoNan", [array(1, 2, 0), array(0, 4, 0)], array(0, 0.5, 0))
case("mod", [array(5.5, -5.5, 5.5, -5.5), array(3, 3, -3, -3)], np.mod(array(5.5, -5.5, 5.5, -5.5), array(3, 3, -3, -3)))
case("mod", [a, row], np.mod(a, row), lambda x, y: x - y * np.floor(x.real / y.real))
case("divNoNan", [a, column], a / column, np.divide)
positive = uniform(0.2, 3, 2, 3)
exponents = uniform(-2, 2, 2, 3)
case("pow", [positive, exponents], positive**exponents, lambda x, y: np.exp(y * np.log(x)))
case("pow", [positive, row], positive**row, lambda x, y: np.exp(y * np.log(x)))
case("pow", [positive, column], positive**column, lambda x, y: np.exp(y * np.log(x)))
case("pow", [a, 2], a**2, lambda x: x**2)
case("pow", [a, 3], a**3)
case("pow", [array(2, 4, 10), -0.5], array(2, 4, 10) ** -0.5)
for name, f, choose in (("maximum", np.maximum, np.greater), ("minimum", np.minimum, np.less)):
    case(name, [a, row], f(a, row), lambda x, y, choose=choose: np.where(choose(x.real, y.real), x, y))
    case(name, [special, 0.5], f(special, 0.5))

# Element by element: the values, and where an analytic form exists the gradient
around = array(-2.3, -0.7, -1e-3, 1e-9, 0.4, 1.9)
apart = array(-2.3, -0.7, 0.4, 1.9)
above = array(1e-9, 0.02, 0.7, 1.3, 45.0)
inside = array(-0.93, -0.4, 1e-9, 0.2, 0.77)


def both(name, x, f, complex_f=None, gradient=True):
    case(name, [x], f(x))
    if gradient:
        # Central differences need room: no gradient right beside a kink or a pole.
        roomy = x[np.abs(x) > 1e-2]
        case(name, [roomy], f(roomy), complex_f or f)


def below(x, y, z):
    """y where x < 0, z elsewhere, by the real part."""
    return np.where(x.real < 0, y, z)


both("neg", around, np.negative)
both("abs", around, np.abs, lambda x: below(x, -x, x))
both("square", around, np.square)
both("sqrt", above, np.sqrt)
both("rsqrt", above, lambda x: 1 / np.sqrt(x))
both("reciprocal", around, lambda x: 1 / x)
both("exp", around, np.exp)
both("expm1", around, np.expm1, lambda x: np.exp(x) - 1)
both("log", above, np.log)
both("log1p", above, np.log1p, lambda x: np.log(1 + x))
both("sin", around, np.sin)
both("cos", around, np.cos)
both("tan", around, np.tan)
both("asin", inside, np.arcsin)
both("acos", inside, np.arccos)
both("atan", around, np.arctan)
both("sinh", around, np.sinh)
both("cosh", around, np.cosh)
both("tanh", around, np.tanh)
for name, f in {"sign": np.sign, "floor": np.floor, "ceil": np.ceil, "round": np.round}.items():
    both(name, array(-2.5, -1.5, -0.5, 0.0, 0.5, 1.5, 2.4, 2.6), f, gradient=False)
for name, f in {"neg": np.negative, "abs": np.abs, "square": np.square}.items():
    both(name, whole, f, gradient=False)
with np.errstate(all="ignore"):
    for name, f in {"exp": np.exp, "log": np.log, "sqrt": np.sqrt, "abs": np.abs, "tanh": np.tanh}.items():
        both(name, special, f, gradient=False)
both("sqrt", np.array([4, 9], dtype=np.int32), np.sqrt, gradient=False)
both("exp", flags, lambda x: np.exp(x.astype(float)), gradient=False)
case("clipByValue", [apart, -0.5, 1], np.clip(apart, -0.5, 1),
     lambda x: np.where((x.real > -0.5) & (x.real < 1), x, np.clip(x.real, -0.5, 1)))

# Activations
ALPHA, SCALE = 1.6732632423543772848170429916717, 1.0507009873554804934193349852946
wide = array(-745.0, -40.0, -15.0, -1e-9, 0.3, 15.0, 40.0, 710.0)
both("relu", around, lambda x: np.maximum(x, 0), lambda x: below(x, 0 * x, x))
both("relu", special, lambda x: np.maximum(x, 0), gradient=False)
both("relu", whole, lambda x: np.maximum(x, 0), gradient=False)
both("relu6", around * 4, lambda x: np.clip(x, 0, 6), lambda x: np.where((x.real > 0) & (x.real < 6), x, 0))
case("leakyRelu", [apart], np.where(apart < 0, 0.2 * apart, apart), lambda x: below(x, 0.2 * x, x))
case("leakyRelu", [around, 0.01], np.where(around < 0, 0.01 * around, around))
both("elu", around, lambda x: np.where(x < 0, np.expm1(x), x), lambda x: below(x, np.exp(x) - 1, x))
both("selu", around, lambda x: SCALE * np.where(x < 0, ALPHA * np.expm1(x), x),
     lambda x: SCALE * below(x, ALPHA * (np.exp(x) - 1), x))
both("sigmoid", around, lambda x: 1 / (1 + np.exp(-x)))
with np.errstate(all="ignore"):
    both("sigmoid", array(-745, -710, -40, 0, 40, np.inf, -np.inf, np.nan), lambda x: 1 / (1 + np.exp(-x)), gradient=False)
both("softplus", wide, lambda x: np.logaddexp(0, x), gradient=False)
both("softplus", around, lambda x: np.logaddexp(0, x), lambda x: np.log(1 + np.exp(x)))
both("logSigmoid", wide, lambda x: -np.logaddexp(0, -x), gradient=False)
both("logSigmoid", around, lambda x: -np.logaddexp(0, -x), lambda x: -np.log(1 + np.exp(-x)))
case("step", [array(-1, 0, 2, np.nan)], array(0, 0, 1, np.nan))
case("step", [array(-1, 0, 2), 0.1], array(0.1, 0.1, 1))


def softmax(x, axis=-1):
    e = np.exp(x - np.max(x.real, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)


logits = uniform(-4, 4, 2, 3)
for axis in (-1, 0, 1):
    case("softmax", [logits, axis], softmax(logits, axis), lambda x, axis=axis: softmax(x, axis))
    case("logSoftmax", [logits, axis], np.log(softmax(logits, axis)), lambda x, axis=axis: np.log(softmax(x, axis)))
case("softmax", [array(1000, 1000, -1000)], array(0.5, 0.5, 0))
case("logSoftmax", [array(1000, 0)], array(0, -1000))

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

# Optimizers: five steps on the cost Σ (w - target)²·scale, by their published formulas
START, TARGET, SCALES = array(3, -2, 0.5), array(1, 1, 1), array(1, 0.1, 3)


def steps(update):
    w, state, path = START.copy(), {}, []
    for t in range(1, 6):
        w = update(w, 2 * (w - TARGET) * SCALES, state, t)
        path.append(w.copy())
    return path


def momentum(rate, mu, nesterov):
    def update(w, g, s, t):
        s["v"] = mu * s.get("v", 0) + g
        return w - rate * (g + mu * s["v"] if nesterov else s["v"])
    return update


def adam(rate, b1, b2, eps):
    def update(w, g, s, t):
        s["m"] = b1 * s.get("m", 0) + (1 - b1) * g
        s["v"] = b2 * s.get("v", 0) + (1 - b2) * g * g
        return w - rate * (s["m"] / (1 - b1**t)) / (np.sqrt(s["v"] / (1 - b2**t)) + eps)
    return update


def rmsprop(rate, decay, mu, eps):
    def update(w, g, s, t):
        s["s"] = decay * s.get("s", 0) + (1 - decay) * g * g
        s["v"] = mu * s.get("v", 0) + rate * g / np.sqrt(s["s"] + eps)
        return w - s["v"]
    return update


def adagrad(rate, initial):
    def update(w, g, s, t):
        s["s"] = s.get("s", initial) + g * g
        return w - rate * g / np.sqrt(s["s"] + 1e-8)
    return update


optimizers = [
    {"name": "sgd", "arguments": [0.1], "path": steps(lambda w, g, s, t: w - 0.1 * g)},
    {"name": "momentum", "arguments": [0.1, 0.9], "path": steps(momentum(0.1, 0.9, False))},
    {"name": "momentum", "arguments": [0.1, 0.9, True], "path": steps(momentum(0.1, 0.9, True))},
    {"name": "adam", "arguments": [], "path": steps(adam(0.001, 0.9, 0.999, 1e-8))},
    {"name": "adam", "arguments": [0.1, 0.8, 0.9, 1e-6], "path": steps(adam(0.1, 0.8, 0.9, 1e-6))},
    {"name": "rmsprop", "arguments": [0.1], "path": steps(rmsprop(0.1, 0.9, 0, 1e-8))},
    {"name": "rmsprop", "arguments": [0.1, 0.8, 0.5, 1e-6], "path": steps(rmsprop(0.1, 0.8, 0.5, 1e-6))},
    {"name": "adagrad", "arguments": [0.1], "path": steps(adagrad(0.1, 0.1))},
]

json.dump(
    {
        "numpy": np.__version__,
        "cases": cases,
        "optimizers": {"start": plain(START), "target": plain(TARGET), "scales": plain(SCALES), "runs": plain(optimizers)},
    },
    sys.stdout,
    allow_nan=False,
)
print()
