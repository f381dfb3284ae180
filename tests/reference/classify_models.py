#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes classify_models.json: models of scikit-learn on the built-in tables.

Made with scikit-learn 1.2.1 and NumPy:  python3 classify_models.py
"""
import csv
import json
import pathlib
import warnings

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.tree import DecisionTreeClassifier

HERE = pathlib.Path(__file__).parent
DATASETS = HERE.parent.parent / "resources" / "datasets"
BILLS = ["bill-length", "bill-depth", "flipper-length", "body-mass"]
FEATURES = {"penguins": (BILLS, "species"), "iris": (None, "species"), "wine": (None, "cultivar"),
            "breast-cancer": (None, None), "digits": (None, None)}


def table(name):
    """Numeric columns and label codes; rows with a missing value are left out."""
    columns, label = FEATURES[name]
    with open(DATASETS / f"{name}.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    label = label or list(rows[0])[-1]
    columns = columns or [column for column in rows[0] if column != label]
    rows = [row for row in rows if all(row[column] != "" for column in columns)]
    x = np.array([[float(row[column]) for column in columns] for row in rows])
    names = sorted({row[label] for row in rows})
    return x, np.array([names.index(row[label]) for row in rows])


def standardised(x):
    return (x - x.mean(axis=0)) / x.std(axis=0)


def logistic():
    result = []
    for name, c in (("penguins", 1.0), ("iris", 1.0), ("iris", 0.01), ("wine", 10.0), ("breast-cancer", 1.0)):
        x, y = table(name)
        x = standardised(x)
        # newton-cg is exact enough for many digits; lbfgs stops at about five.
        model = LogisticRegression(C=c, tol=1e-7, max_iter=10000, solver="newton-cg").fit(x, y)
        result.append({"name": name, "c": c, "coefficients": model.coef_.T.tolist(),
                       "intercepts": (model.intercept_ - (model.intercept_.mean() if len(model.classes_) > 2 else 0)).tolist()})
    return result


def naive_bayes():
    result = []
    for name in ("penguins", "wine", "breast-cancer"):
        x, y = table(name)
        result.append({"name": name, "probabilities": GaussianNB().fit(x, y).predict_proba(x)[::7].tolist()})
    return result


def neighbours():
    """Odd rows scored by even ones, on tables without equal distances."""
    result = []
    for name, k in (("breast-cancer", 1), ("breast-cancer", 5), ("wine", 3), ("wine", 20)):
        x, y = table(name)
        model = KNeighborsClassifier(k, algorithm="brute").fit(x[::2], y[::2])
        result.append({"name": name, "k": k, "probabilities": model.predict_proba(x[1::2]).tolist()})
    return result


def tree():
    """Impurity and number of leaves, which equally good splits do not change."""
    result = []
    for name, depth, leaf in (("wine", 1, 1), ("wine", 2, 5), ("breast-cancer", 1, 1), ("breast-cancer", 2, 5), ("penguins", 2, 5), ("iris", 1, 1)):
        x, y = table(name)
        model = DecisionTreeClassifier(max_depth=depth, min_samples_leaf=leaf, random_state=0).fit(x, y)
        shares = model.predict_proba(x)
        result.append({"name": name, "depth": depth, "leaf": leaf, "leaves": int(model.get_n_leaves()),
                       "impurity": float((1 - (shares ** 2).sum(axis=1)).mean())})
    return result


def leave_one_out():
    """Votes of the nearest other rows from the definition, lower rows first at equal distances."""
    result = []
    for name, k, scale in (("penguins", 5, False), ("penguins", 5, True), ("iris", 4, True), ("wine", 7, True), ("digits", 5, False)):
        x, y = table(name)
        classes = y.max() + 1
        predicted = np.empty(len(y), dtype=int)
        for i in range(len(y)):
            others = np.delete(np.arange(len(y)), i)
            spread = x[others].std(axis=0) if scale else np.ones(x.shape[1])
            distances = (((x[others] - x[i]) / spread) ** 2).sum(axis=1)
            nearest = others[np.argsort(distances, kind="stable")[:k]]
            predicted[i] = np.bincount(y[nearest], minlength=classes).argmax()
        result.append({"name": name, "k": k, "standardise": scale,
                       "confusion": confusion_matrix(y, predicted).tolist()})
    return result


def main():
    warnings.simplefilter("error")
    document = {"logistic": logistic(), "naive-bayes": naive_bayes(), "neighbours": neighbours(), "tree": tree(),
                "leave-one-out": leave_one_out()}
    (HERE / "classify_models.json").write_text(json.dumps(document, separators=(",", ":")) + "\n")


main()
