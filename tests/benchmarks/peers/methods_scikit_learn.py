#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The work items in scikit-learn: methods_scikit_learn.py [PART OF A NAME]"""
import warnings

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import auc, confusion_matrix, roc_curve
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.tree import DecisionTreeClassifier

import recipes
from measure import item

warnings.filterwarnings("ignore")  # of runs that end at their last step on purpose
NAME = "scikit-learn"


def lloyd(x, clusters, steps):
    start = x[:clusters].copy()
    return KMeans(clusters, init=start, n_init=1, max_iter=steps, tol=0, algorithm="lloyd").fit(x)


def area(scores, positive):
    false_rate, true_rate, _ = roc_curve(positive, scores)
    return auc(false_rate, true_rate)


def objective(fit, x, y):
    score = fit.decision_function(x)
    return 0.5 * (fit.coef_**2).sum() + np.logaddexp(0, (1 - 2 * y) * score).sum()


def best_split(x, y):
    return DecisionTreeClassifier(max_depth=1, random_state=0).fit(x, y).tree_


def split_answer(tree):
    below = (tree.n_node_samples[1:] * tree.impurity[1:]).sum() / tree.n_node_samples[0]
    return [tree.threshold[0], tree.impurity[0] - below]


def with_column(x, y):
    return x[:, None], y


def network(x, y):
    return MLPClassifier((8, 8), activation="tanh", solver="sgd", learning_rate_init=0.5, momentum=0, alpha=0,
                         batch_size=500, max_iter=1000, n_iter_no_change=1001, tol=0, shuffle=False,
                         random_state=0).fit(x, y)


for columns, seed in ((2, 15), (16, 16)):
    item(NAME, f"k-means k=8 100k x {columns}", lambda: (recipes.blobs(100_000, columns, 8, seed)[0],),
         lambda x: lloyd(x, 8, 20), lambda fit: [fit.inertia_])
item(NAME, "elbow k=1..10 2k x 2", lambda: (recipes.blobs(2000, 2, 8, 11)[0],),
     lambda x: [lloyd(x, k, 300).inertia_ for k in range(1, 11)], lambda curve: curve)
item(NAME, "pca 100k x 16", lambda: (recipes.factors(100_000, 16, 31),),
     lambda x: PCA(svd_solver="full").fit(x), lambda fit: [fit.explained_variance_ratio_[0]])
item(NAME, "least squares 100k x 16", lambda: recipes.regression_rows(100_000, 16, 81),
     lambda x, y: LinearRegression().fit(x, y).score(x, y), lambda share: [share])
item(NAME, "roc + auc 1M", lambda: recipes.scores(1_000_000, 52), area, lambda value: [value])
item(NAME, "confusion matrix 1M x 4 classes", lambda: recipes.verdicts(1_000_000, 61), confusion_matrix,
     lambda matrix: [matrix.trace()])
item(NAME, "logistic regression 100k x 16", lambda: recipes.logistic_rows(100_000, 16, 71),
     lambda x, y: (LogisticRegression(C=1, tol=1e-6, max_iter=1000).fit(x, y), x, y),
     lambda made: [objective(*made)])
item(NAME, "best split by Gini 1M", lambda: with_column(*recipes.one_feature(1_000_000, 101)), best_split,
     split_answer, runs=5)
item(NAME, "tree depth 8 10k x 10", lambda: recipes.rules(10_000, 10, 91),
     lambda x, y: DecisionTreeClassifier(max_depth=8, random_state=0).fit(x, y), lambda fit: [fit.get_n_leaves()])
for columns, seed in ((2, 21), (16, 22)):
    def fitted(rule):
        x, y = recipes.blobs(10_000, columns, 4, seed)
        query = recipes.blobs(2000, columns, 4, seed, 1000)[0]
        return KNeighborsClassifier(7, algorithm=rule).fit(x, y), query

    for rule in ("kd_tree", "brute"):
        item(f"{NAME}, {rule}", f"knn k=7 10k rows 2k queries {columns}-D", lambda: fitted(rule),
             lambda fit, query: fit.predict(query), lambda labels: [labels.sum()])
item(NAME, "tf-idf 2000 documents x 100 words", lambda: (recipes.corpus(2000, 100, 5000, 131),),
     lambda texts: TfidfVectorizer().fit_transform(texts), lambda rows: [rows.nnz])
item(f"{NAME}, start of its own", "network 2-8-8-1, 1000 epochs, 500 rows", lambda: recipes.disc(500, 113), network,
     lambda fit: [], runs=3)
