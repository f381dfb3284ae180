#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes evaluate_scores.json: curves, areas and class scores as scikit-learn and SciPy count them.

Made with scikit-learn 1.2.1 and SciPy 1.10.1:  python3 evaluate_scores.py
"""
import csv
import json
import pathlib

import numpy as np
from scipy.stats import norm
from sklearn.metrics import accuracy_score, precision_recall_fscore_support, roc_auc_score, roc_curve

HERE = pathlib.Path(__file__).parent
DATASETS = HERE.parent.parent / "resources" / "datasets"


def breast_cancer():
    with open(DATASETS / "breast-cancer.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    label = list(rows[0])[-1]
    return rows, np.array([row[label] == "malignant" for row in rows])


def areas():
    rows, positive = breast_cancer()
    weights = 1 + np.arange(len(rows)) % 7
    result = []
    for column in list(rows[0])[:-1]:
        score = np.array([float(row[column]) for row in rows])
        result.append({"column": column, "auc": roc_auc_score(positive, score),
                       "weighted": roc_auc_score(positive, score, sample_weight=weights)})
    return result


def curve():
    rows, positive = breast_cancer()
    score = np.array([float(row["mean-texture"]) for row in rows])
    false_rate, true_rate, threshold = roc_curve(positive, score, drop_intermediate=False)
    return {"false-positive-rate": false_rate.tolist(), "true-positive-rate": true_rate.tolist(),
            "threshold": threshold[1:].tolist()}


def tables():
    """Confusion tables with rare, missing and never-predicted classes."""
    random = np.random.default_rng(3)
    result = []
    for size in (2, 3, 5, 10):
        for kind in ("random", "rare", "never-predicted", "never-actual"):
            counts = random.integers(0, 12, (size, size)) + np.diag(random.integers(0, 60, size))
            if kind == "rare":
                counts[-1] = 0
                counts[-1, 0] = 1
            if kind == "never-predicted":
                counts[:, 1] = 0
            if kind == "never-actual":
                counts[0] = 0
            actual = np.repeat(np.arange(size * size) // size, counts.ravel())
            predicted = np.repeat(np.arange(size * size) % size, counts.ravel())
            entry = {"name": f"{kind}-{size}", "counts": counts.tolist(), "accuracy": accuracy_score(actual, predicted)}
            for average in (None, "micro", "macro", "weighted"):
                values = precision_recall_fscore_support(
                    actual, predicted, labels=np.arange(size), average=average, zero_division=0)[:3]
                entry[average or "classes"] = [np.asarray(value).tolist() for value in values]
            result.append(entry)
    return result


def quantiles():
    return [[p, norm.ppf(p)] for p in (1e-300, 1e-100, 1e-12, 1e-6, 0.001, 0.0749, 0.0751, 0.3, 0.4999, 0.6, 0.9, 0.9999)]


def main():
    document = {"areas": areas(), "curve": curve(), "tables": tables(), "quantiles": quantiles()}
    (HERE / "evaluate_scores.json").write_text(json.dumps(document, separators=(",", ":")) + "\n")


main()
