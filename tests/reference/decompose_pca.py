#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shares and loadings of principal components by scikit-learn, for tests/algorithms/decompose.

Run from the root of the repository:  python3 tests/reference/decompose_pca.py
writes tests/reference/decompose_pca.csv: case, component from 1, share of the variance, loadings
(signs by the rule that the largest is positive; the first of several).
"""
import csv

import numpy as np
import sklearn
from sklearn.decomposition import PCA

CASES = [
    ("penguins", ["bill-length", "bill-depth", "flipper-length", "body-mass"], False),
    ("penguins", ["bill-length", "bill-depth", "flipper-length", "body-mass"], True),
    ("wine", None, False),
    ("wine", None, True),
    ("breast-cancer", None, True),
]


def table(name, columns):
    with open(f"resources/datasets/{name}.csv", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    columns = columns or rows[0][:-1]
    index = [rows[0].index(column) for column in columns]
    kept = [[row[i] for i in index] for row in rows[1:]]
    return np.array([[float(v) for v in row] for row in kept if "" not in row and "NA" not in row])


with open("tests/reference/decompose_pca.csv", "w", encoding="utf-8", newline="") as out:
    out.write(f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}, svd_solver=full\n")
    for name, columns, standardise in CASES:
        x = table(name, columns)
        if standardise:
            x = (x - x.mean(0)) / x.std(0)
        pca = PCA(svd_solver="full").fit(x)
        for i, (share, loadings) in enumerate(zip(pca.explained_variance_ratio_, pca.components_)):
            largest = np.flatnonzero(np.abs(loadings) >= np.abs(loadings).max() * (1 - 1e-10))[0]
            loadings = loadings * np.sign(loadings[largest])
            cells = [f"{name}{'-standardised' if standardise else ''}", i + 1, f"{share:.17g}"]
            out.write(",".join(map(str, cells + [f"{v:.17g}" for v in loadings])) + "\n")
