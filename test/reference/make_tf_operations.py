"""Writes tf-operations.json: what every operation of tf has to give, computed with NumPy in double precision.

    pip install numpy==2.4.6
    python make_tf_operations.py > tf-operations.json

tf_reference.py says how gradients are computed; tf_shapes.py has the other half of the cases.
"""

import json
import sys

import numpy as np
import tf_shapes  # noqa: F401  (its cases come first)
from tf_reference import array, case, cases, flags, plain, special, uniform, whole

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
