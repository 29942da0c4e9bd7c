"""What make_tf_operations.py is made of: collecting cases, and gradients by the complex step.

For an analytic f, Im f(x + ih) / h with h = 1e-30 is f'(x) to the last digits, because nothing is subtracted. Every
gradient is also held against central differences before it is written.
"""

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
