#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Best single splits by scikit-learn's decision tree of depth 1, for tests/algorithms/tree.

Run from the root of the repository:  python3 tests/reference/tree_splits.py
writes tests/reference/tree_splits.csv: data set, criterion, feature, threshold, weighted impurity.
"""
import csv

import numpy as np
import sklearn
from sklearn.tree import DecisionTreeClassifier

SETS = {
    "penguins": (["bill-length", "bill-depth", "flipper-length", "body-mass"], "species"),
    "iris": (["sepal-length", "sepal-width", "petal-length", "petal-width"], "species"),
    "wine": (["alcohol", "malic-acid", "ash", "magnesium", "flavanoids", "hue", "proline"], None),
    "breast-cancer": (["mean-radius", "mean-texture", "mean-smoothness", "mean-fractal-dimension"], None),
}


def table(name, columns, label):
    with open(f"resources/datasets/{name}.csv", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    index = [rows[0].index(column) for column in columns]
    where = rows[0].index(label) if label else len(rows[0]) - 1
    kept = [[row[i] for i in index] + [row[where]] for row in rows[1:]]
    kept = [row for row in kept if "" not in row and "NA" not in row]
    return np.array([[float(v) for v in row[:-1]] for row in kept]), [row[-1] for row in kept]


with open("tests/reference/tree_splits.csv", "w", encoding="utf-8", newline="") as out:
    out.write(f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}\n")
    for name, (columns, label) in SETS.items():
        x, y = table(name, columns, label)
        for criterion in ("gini", "entropy"):
            for j, column in enumerate(columns):
                # The tree compares in single precision: whole multiples of a unit keep it exact.
                stump = DecisionTreeClassifier(criterion=criterion, max_depth=1, random_state=0)
                tree = stump.fit(x[:, [j]], y).tree_
                share = tree.n_node_samples[1:] / tree.n_node_samples[0]
                weighted = (share * tree.impurity[1:]).sum()
                out.write(f"{name},{criterion},{column},{tree.threshold[0]:.17g},{weighted:.17g}\n")
