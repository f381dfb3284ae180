#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Work items that a few lines of numpy do: methods_numpy.py [PART OF A NAME]"""
import numpy as np

import recipes
from measure import item


def covariance_components(x):
    centred = x - x.mean(axis=0)
    return np.linalg.eigh(centred.T @ centred / (len(x) - 1))[0]


def count_pairs(actual, predicted):
    return np.bincount(4 * actual + predicted, minlength=16).reshape(4, 4)


def by_rank(scores, positive):
    order = np.argsort(-scores)
    hits = np.cumsum(positive[order])
    alarms = np.arange(1, len(hits) + 1) - hits
    return np.trapz(hits / hits[-1], alarms / alarms[-1])


def normal_equations(x, y):
    centred, response = x - x.mean(axis=0), y - y.mean()
    weights = np.linalg.solve(centred.T @ centred, centred.T @ response)
    rest = response - centred @ weights
    return 1 - rest @ rest / (response @ response)


def train_network(x, y, rate=0.5, epochs=1000):
    """Full batches through 2-8-8-1, tanh and a sigmoid, by hand; the loss at step 99."""
    shape, scales = [2, 8, 8, 1], [1.0, 0.5, 0.5]
    weights = [recipes.reference_weights(i, shape[i], shape[i + 1], scales[i]) for i in range(3)]
    biases = [np.zeros(outputs) for outputs in shape[1:]]
    loss = 0
    for epoch in range(epochs):
        first = np.tanh(x @ weights[0] + biases[0])
        second = np.tanh(first @ weights[1] + biases[1])
        score = second @ weights[2] + biases[2]
        if epoch == 99:
            loss = np.mean(np.logaddexp(0, score) - y * score)
        slope = (1 / (1 + np.exp(-score)) - y) / len(y)
        slope_second = (slope @ weights[2].T) * (1 - second * second)
        slope_first = (slope_second @ weights[1].T) * (1 - first * first)
        for i, (inputs, back) in enumerate([(x, slope_first), (first, slope_second), (second, slope)]):
            weights[i] -= rate * (inputs.T @ back)
            biases[i] -= rate * back.sum(axis=0)
    return loss


def network_rows():
    x, y = recipes.disc(500, 113)
    return x, y[:, None].astype(float)


item("numpy", "pca 100k x 16", lambda: (recipes.factors(100_000, 16, 31),), covariance_components,
     lambda spectrum: [spectrum[-1] / spectrum.sum()])
item("numpy", "roc + auc 1M", lambda: recipes.scores(1_000_000, 52), by_rank, lambda area: [area])
item("numpy", "confusion matrix 1M x 4 classes", lambda: recipes.verdicts(1_000_000, 61), count_pairs,
     lambda matrix: [matrix.trace()])
item("numpy, normal equations", "least squares 100k x 16", lambda: recipes.regression_rows(100_000, 16, 81),
     normal_equations, lambda share: [share])
item("numpy", "network 2-8-8-1, 1000 epochs, 500 rows", network_rows, train_network, lambda loss: [loss], runs=5)
