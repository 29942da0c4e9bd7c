"""Writes more reference figures for random numbers, data sets and printed arrays, computed by NumPy 1.24 and scikit-learn 1.2.

    python3 make_more.py > numpy-more.json

NumPy computes sine and cosine with another algorithm, less exact in the last bit, where the processor has AVX-512; it
is switched off here, so that the figures are the same on every x86-64 machine. Sections:

random           more seeds: every function, scalars and sizes, one stream used by several functions in turn
long_randn       1,000 normal numbers of one stream
circles          make_circles with odd n, no noise, other factors, without shuffling, and continuing the global stream
formatting       str(ndarray) of 300 random arrays (dtype, shape and magnitudes drawn from a fixed seed) and of chosen ones
large            str(ndarray) of arrays that are summarized; element i is (i * 7919 % 10007) / divisor + offset
scalars          str of float64 and float32 values
powers_of_two    str(numpy.float32(2**k)) for every k, where the neighbours of a number are at unequal distances
"""
import json
import os
import sys
import warnings

os.environ["NPY_DISABLE_CPU_FEATURES"] = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"
warnings.simplefilter("ignore")
import numpy as np
import sklearn
import sklearn.datasets


def number(value):
    if isinstance(value, (bool, np.bool_, int, np.integer)):
        return int(value)
    if not np.isfinite(value):
        return str(value)
    return float(str(value)) if isinstance(value, np.float32) else float(value)


def arr(a):
    a = np.asarray(a)
    return {"shape": list(a.shape), "data": [number(v) for v in a.ravel()]}


def after(seed, draw):
    np.random.seed(seed)
    return draw()


def mixed():
    """A normal number is kept while other functions draw."""
    r = np.random
    return [r.randn(), r.rand(), r.randn(), r.randn(), int(r.randint(100)), r.uniform(1, 2), r.normal(5, 2), r.randn()]


def shuffled(a):
    np.random.shuffle(a)
    return a


def random_section(seeds):
    matrix = np.arange(12).reshape(6, 2)
    r = np.random
    draws = {
        "rand_2x3": lambda: r.rand(2, 3),
        "randn_5": lambda: r.randn(5),
        "randint_7_5": lambda: r.randint(7, size=5),
        "randint_-5_6_2x2": lambda: r.randint(-5, 6, (2, 2)),
        "randint_full_4": lambda: r.randint(-(2**31), 2**31, 4),
        "randint_5_6_2_then_rand": lambda: np.append(r.randint(5, 6, 2), r.rand()),
        "uniform_10_20_3": lambda: r.uniform(10, 20, 3),
        "normal_2.5_0.3_2x2": lambda: r.normal(2.5, 0.3, (2, 2)),
        "permutation_10": lambda: r.permutation(10),
        "permutation_6x2": lambda: r.permutation(matrix),
        "shuffle_6x2": lambda: shuffled(matrix.copy()),
        "mixed": mixed,
    }
    return [{"seed": s, **{name: arr(after(s, draw)) for name, draw in draws.items()}} for s in seeds]


def circles_section():
    cases = [
        (5, dict(n_samples=7)), (5, dict(n_samples=7, noise=0.0)), (9, dict(n_samples=21, noise=0.2)),
        (77, dict(n_samples=16, noise=0.1, factor=0.3)), (3, dict(n_samples=12, shuffle=False)),
        (3, dict(n_samples=13, shuffle=False, noise=0.05, factor=0.0)), (2**32 - 5, dict(n_samples=101, noise=0.01)),
        (0, dict(n_samples=1)), (1, dict(n_samples=2, noise=1.5)), (4, dict()),
    ]
    out = []
    for seed, options in cases:
        X, y = sklearn.datasets.make_circles(random_state=seed, **options)
        out.append({"random_state": seed, "options": options, "X": arr(X), "y": arr(y)})
    np.random.seed(8)
    np.random.randn()
    X, y = sklearn.datasets.make_circles(n_samples=5, noise=0.1)
    return {"own": out, "global": {"seed": 8, "X": arr(X), "y": arr(y), "then_randn": np.random.randn()}}


def random_array(g):
    shapes = [(int(g.integers(1, 15)),), (int(g.integers(1, 5)), int(g.integers(1, 5))), (1, int(g.integers(1, 22))),
              (int(g.integers(1, 8)), 1), (2, int(g.integers(1, 4)), 2), (2, 1, 2, 2), ()]
    shape = shapes[g.integers(len(shapes))]
    dtype = ["float64", "float64", "float64", "float64", "float32", "float32", "int32", "bool"][g.integers(8)]
    if dtype == "bool":
        return np.array(g.random(shape) > 0.5)
    if dtype == "int32":
        return np.array(g.integers(-(10 ** g.integers(1, 9)), 10 ** g.integers(1, 10), shape)).astype("int32")
    a = np.array(g.standard_normal(shape))
    style = g.integers(8)
    if style == 0:
        a = a * 10.0 ** g.integers(-12, 13)
    elif style == 1:
        a = a * 10.0 ** g.integers(-5, 6, shape)
    elif style == 2:
        a = np.round(a * 100) / 10.0 ** g.integers(0, 5)
    elif style == 3:
        a = np.round(a * 3)
    elif style == 4:
        a = np.array(g.integers(-4000, 4000, shape) / 512.0)
    elif style == 5:
        a = np.where(g.random(shape) < 0.3, [np.inf, -np.inf, np.nan, 0.0, -0.0][g.integers(5)], a)
    elif style == 6:
        a = np.where(g.random(shape) < 0.5, np.round(a, 2), a) * 10.0 ** g.integers(-300, 300)
    return np.asarray(a).astype(dtype)


def formatting_section():
    g = np.random.default_rng(20240301)
    nan, inf = np.nan, np.inf
    tie = 2.0**-9
    samples = [random_array(g) for _ in range(300)]
    samples += [np.array(a) for a in (
        [nan, nan], [inf, nan], [-inf, nan], [-inf, inf, 0.0], [nan, 1e-9], [-inf, 1.5e10], [-0.0], [0.0, -0.0, 1.0],
        [tie, 3 * tie, -tie, 1.0], [5e-324, 1.0], [5e-324], [1.7976931348623157e308, -1.0], [2.0**-1074 * 3, 1.2345678],
        [99999999.0, 1e5], [99999999.99999999, 1e5], [1e8], [1e-4, 0.1], [0.0001, 0.1000001], [9.9999e-5],
        [999.9999999999, 1.0], [0.99999999999], [0.999999995, 0.5], [0.9999999949], [1000.0, 1.0], [1001.0, 1.0],
        [1e99, 1e100], [1e-99, 1e-100], [1e-9], [123456789.123456789], [12345678.12345678], [2.5, 1e15], [1e16], [1e22],
        [281474976710655.94, 1.0], [4503599627370497.5, 3.0],
    )]
    samples += [np.zeros((0,)), np.zeros((2, 0)), np.zeros((0, 3)), np.zeros((1, 1, 1, 1)), np.array([], dtype="int32")]
    samples += [np.array([0.1, 0.3, 1e-4], "float32"), np.array([1e3, 1.0], "float32"), np.array([1e8], "float32"),
                np.array([16777216.0, 0.3], "float32"), np.array([1e-4], "float32"), np.array([0.3, 1e9], "float32")]
    samples += [np.array([255, 0, 7], "uint8"), np.array([-2147483648, 2147483647], "int32"), np.array([[4294967295]], "uint32")]
    samples += [np.arange(20).reshape(2, 5, 2), np.arange(16.0).reshape(2, 2, 2, 2), np.arange(40) * 1001, np.ones((1, 40))]
    return [{"dtype": str(a.dtype), **arr(a), "str": str(a)} for a in samples]


def large_section():
    out = []
    for dtype, shape, divisor, offset in [
        ("float64", (1001,), 16, -300), ("float64", (1000,), 1, 0), ("float64", (300, 4), 7, 0), ("float64", (4, 300), 1e6, 0),
        ("float64", (11, 10, 10), 8, -1), ("float64", (2, 3, 200), 1024, 0), ("int32", (7, 200), 1, -5000), ("int32", (2, 501), 1, 0),
        ("float32", (1200,), 3, 0), ("int32", (1500,), 1, -10), ("float64", (2, 2, 7, 50), 2, 0), ("bool", (30, 40), 2, -2000),
        ("bool", (1010,), 10006, 0),
    ]:
        i = np.arange(np.prod(shape), dtype="int64")
        values = (i * 7919 % 10007) / divisor + offset
        a = (values >= 1 if dtype == "bool" else values.astype(dtype)).reshape(shape)
        out.append({"dtype": dtype, "shape": list(shape), "divisor": divisor, "offset": offset, "str": str(a)})
    return out


def scalars_section():
    g = np.random.default_rng(7)
    values = [0.0, -0.0, 1.0, 3.5, -2.25, 0.1, 1 / 3, 0.6931471805599453, 1e-4, 9.999e-5, 1e-9, 1e15, 1e16, 9999999999999998.0,
              123456789012345680.0, 1e22, 1e100, 5e-324, 1.7976931348623157e308, 2.0**-44, float("inf"), float("-inf"), float("nan")]
    values += [float(v) for v in g.standard_normal(40) * 10.0 ** g.integers(-30, 30, 40)]
    singles = [np.float32(v) for v in values if not np.isfinite(v) or abs(v) < 3e38]
    return {"float64": [[number(v), repr(v)] for v in values], "float32": [[number(v), str(v)] for v in singles]}


def main():
    g = np.random.default_rng(11)
    seeds = [7, 99] + [int(v) for v in g.integers(0, 2**32, 18)]
    doc = {
        "versions": {"numpy": np.__version__, "sklearn": sklearn.__version__},
        "random": random_section(seeds),
        "long_randn": {"seed": 5, **after(5, lambda: arr(np.random.randn(1000)))},
        "circles": circles_section(),
        "formatting": formatting_section(),
        "large": large_section(),
        "scalars": scalars_section(),
        "powers_of_two": [str(np.float32(2.0**k)) for k in range(-149, 128)],
    }
    json.dump(doc, sys.stdout, separators=(",", ":"), allow_nan=False)


main()
