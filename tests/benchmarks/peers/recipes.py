# SPDX-License-Identifier: GPL-3.0-or-later
"""The generated tables of recipes.h once more, with numpy: the same to the bit.

Whole-number arithmetic and dyadic constants only, so neither the order of summation nor the compiler
changes a value.
"""
import numpy as np

_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


def words(seed, count, first=0):
    """`count` words of SplitMix64 from a seed, starting with word `first`."""
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + np.arange(first + 1, first + count + 1, dtype=np.uint64) * _STEP
        z = (z ^ (z >> np.uint64(30))) * _MIX[0]
        z = (z ^ (z >> np.uint64(27))) * _MIX[1]
        return z ^ (z >> np.uint64(31))


def uniforms(seed, count):
    """Multiples of 2^-26 in [0, 1)."""
    return (words(seed, count) >> np.uint64(38)).astype(float) * 2.0**-26


def normals(seed, *shape):
    """Nearly normal values: twelve uniform ones added up, less six."""
    count = int(np.prod(shape))
    made = np.empty(count)
    block = 1 << 17  # keeps the words of a block in the cache
    for first in range(0, count, block):
        size = min(block, count - first)
        bits = words(seed, 6 * size, 6 * first)
        halves = (bits >> np.uint64(32)) + (bits & np.uint64(0xFFFFFFFF))
        made[first : first + size] = halves.reshape(size, 6).sum(axis=1).astype(float) * 2.0**-32 - 6.0
    return made.reshape(shape)


def blobs(rows, columns, clouds, seed, shift=0):
    """Row i belongs to cloud i mod k; `shift` draws other rows round the same centres."""
    squeeze = 0.375 if columns > 2 else 2.0
    centres = np.floor(uniforms(seed + 1, clouds * columns) * 1024) / 256 * squeeze
    labels = np.arange(rows) % clouds
    return normals(seed + shift, rows, columns) + centres.reshape(clouds, columns)[labels], labels


def factors(rows, columns, seed):
    """Four shared factors and noise."""
    shared = normals(seed, rows, 4)
    x = 0.5 * normals(seed + 1, rows, columns)
    f = np.arange(columns)
    for k in range(4):
        x += shared[:, k : k + 1] * (((5 * f + 3 * k) % 9 - 4) / 4)
    return x


def _linear_score(x):
    score = np.zeros(len(x))
    for f in range(x.shape[1]):
        score += x[:, f] * ((f * 5 % 7 - 3) / 4)
    return score


def regression_rows(rows, columns, seed):
    x = normals(seed, rows, columns)
    return x, _linear_score(x) + 1.5 + 0.5 * normals(seed + 1, rows)


def logistic_rows(rows, columns, seed):
    x = normals(seed, rows, columns)
    return x, (0.5 + _linear_score(x) + 2 * normals(seed + 1, rows) > 0).astype(int)


def rules(rows, columns, seed):
    """y = (x0 > 0) xor (x1 + x2 > 0.5), one row in eight flipped."""
    x = normals(seed, rows, columns)
    truth = (x[:, 0] > 0) != (x[:, 1] + x[:, 2] > 0.5)
    return x, (truth != (uniforms(seed + 1, rows) < 0.125)).astype(int)


def one_feature(rows, seed):
    """y = (x > 0.25), one row in four flipped."""
    x = normals(seed, rows)
    return x, ((x > 0.25) != (uniforms(seed + 1, rows) < 0.25)).astype(int)


def scores(rows, seed):
    positive = np.arange(rows) % 2
    return normals(seed, rows) + positive, positive


def verdicts(rows, seed):
    """True and predicted classes, four of them."""
    actual = (words(seed, rows) >> np.uint64(62)).astype(int)
    other = (words(seed + 2, rows) >> np.uint64(62)).astype(int)
    return actual, np.where(uniforms(seed + 1, rows) < 0.75, actual, other)


def disc(rows, seed):
    """Points of a square, inside or outside a disc, one in sixteen flipped."""
    x = 2 * uniforms(seed, 2 * rows).reshape(rows, 2) - 1
    inside = (x**2).sum(axis=1) < 0.5
    return x, (inside != (uniforms(seed + 1, rows) < 0.0625)).astype(int)


def corpus(documents, tokens, vocabulary, seed):
    """Texts of made-up words, low numbers more often."""
    u = (words(seed, documents * tokens) >> np.uint64(47)).astype(float) * 2.0**-17
    index = np.floor(vocabulary * (u * u * u)).astype(int).reshape(documents, tokens)
    return [" ".join(f"w{word:04d}" for word in row) for row in index]


def reference_weights(layer, inputs, outputs, scale):
    """The weights that the network of the benchmark starts from; its biases are 0."""
    return (uniforms(141 + layer, inputs * outputs) * 2 - 1).reshape(inputs, outputs) * scale
