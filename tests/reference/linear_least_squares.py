#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Least-squares fits by numpy and scikit-learn, for tests/algorithms/linear.

Run from the root of the repository:  python3 tests/reference/linear_least_squares.py
writes tests/reference/linear_least_squares.csv: case, R squared, intercept, coefficients. The last
column named is the target.
"""
import csv

import numpy as np
import sklearn
from sklearn.linear_model import LinearRegression

CASES = {
    "faithful": ("faithful", ["eruption", "waiting"]),
    "penguins": ("penguins", ["bill-length", "bill-depth", "flipper-length", "body-mass"]),
    "wine": ("wine", ["malic-acid", "ash", "magnesium", "flavanoids", "hue", "proline", "alcohol"]),
}

with open("tests/reference/linear_least_squares.csv", "w", encoding="utf-8", newline="") as out:
    out.write(f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}\n")
    for case, (name, columns) in CASES.items():
        with open(f"resources/datasets/{name}.csv", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        index = [rows[0].index(column) for column in columns]
        kept = [[row[i] for i in index] for row in rows[1:]]
        data = np.array([[float(v) for v in row] for row in kept if "" not in row and "NA" not in row])
        fit = LinearRegression().fit(data[:, :-1], data[:, -1])
        values = [fit.score(data[:, :-1], data[:, -1]), fit.intercept_, *fit.coef_]
        out.write(",".join([case] + [f"{v:.17g}" for v in values]) + "\n")
