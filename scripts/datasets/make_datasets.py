#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the built-in tables, resources/datasets/*.csv, from Debian's packages.

Needs python3-sklearn (its csv files are read as text, so that every figure keeps its digits),
r-base-core and r-cran-palmerpenguins. Only for developers: the build uses the csv files as they are.

Use: make_datasets.py [FOLDER]     (default: resources/datasets of this tree)
"""
import csv
import gzip
import io
import pathlib
import subprocess
import sys

SKLEARN = pathlib.Path("/usr/lib/python3/dist-packages/sklearn/datasets/data")
TREE = pathlib.Path(__file__).resolve().parents[2]


def from_sklearn(name):
    """Rows of one of scikit-learn's files, without its counting header line."""
    rows = list(csv.reader((SKLEARN / name).read_text().splitlines()))
    return rows[0][2:], rows[1:]


def from_r(expression):
    """Rows of an R data frame as write.csv prints them, missing values empty."""
    text = subprocess.run(
        ["Rscript", "-e", f"write.csv({expression}, row.names = FALSE, na = '', quote = FALSE)"],
        check=True, capture_output=True, text=True).stdout
    rows = list(csv.reader(io.StringIO(text)))
    return rows[1:]


def iris():
    levels, rows = from_sklearn("iris.csv")
    yield ["sepal-length", "sepal-width", "petal-length", "petal-width", "species"]
    for row in rows:
        yield row[:-1] + [levels[int(row[-1])]]


def wine():
    _, rows = from_sklearn("wine_data.csv")
    yield ["alcohol", "malic-acid", "ash", "alcalinity-of-ash", "magnesium", "total-phenols", "flavanoids",
           "nonflavanoid-phenols", "proanthocyanins", "color-intensity", "hue",
           "od280-od315-of-diluted-wines", "proline", "cultivar"]
    for row in rows:
        yield row[:-1] + [str(int(row[-1]) + 1)]  # 1, 2, 3 as in wine.data


def breast_cancer():
    levels, rows = from_sklearn("breast_cancer.csv")
    measures = ["radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity",
                "concave-points", "symmetry", "fractal-dimension"]
    yield ([f"mean-{m}" for m in measures] + [f"{m}-error" for m in measures]
           + [f"worst-{m}" for m in measures] + ["diagnosis"])
    for row in rows:
        yield row[:-1] + [levels[int(row[-1])]]


def digits():
    yield [f"pixel-{row}-{column}" for row in range(1, 9) for column in range(1, 9)] + ["digit"]
    for line in gzip.decompress((SKLEARN / "digits.csv.gz").read_bytes()).decode().splitlines():
        yield [str(int(float(cell))) for cell in line.split(",")]


def penguins():
    yield ["species", "island", "bill-length", "bill-depth", "flipper-length", "body-mass", "sex", "year"]
    yield from from_r("palmerpenguins::penguins")


def faithful():
    yield ["eruption", "waiting"]
    yield from from_r("datasets::faithful")


def air_passengers():
    yield ["month", "passengers"]
    for i, row in enumerate(from_r("data.frame(x = as.integer(datasets::AirPassengers))")):
        yield [f"{1949 + i // 12}-{1 + i % 12:02d}-01", row[0]]


SETS = {"iris": iris, "penguins": penguins, "breast-cancer": breast_cancer, "wine": wine, "digits": digits,
        "faithful": faithful, "air-passengers": air_passengers}


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else TREE / "resources" / "datasets"
    for name, rows in SETS.items():
        with open(folder / f"{name}.csv", "w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows())


if __name__ == "__main__":
    main()
