# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scenes of the hand show, computed with numpy and scikit-learn, for the drawing peers."""
import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import auc, roc_curve

import recipes

BIN_EDGES = np.linspace(-5, 9, 51)
LOWEST, HIGHEST = -5.0, 5.0  # of both axes of the descent's plane


def bowl(size=100):
    """The ravine x²/2 + 5 y² on a grid, as the descent's contours need it."""
    line = np.linspace(LOWEST, HIGHEST, size)
    x, y = np.meshgrid(line, line)
    return line, 0.5 * x * x + 5 * y * y


def descent(share):
    """100 steps from a start that moves across the plane: 101 points."""
    point = np.array([-4 + 8 * share, 1 - 2 * share])
    path = np.empty((101, 2))
    for step in range(101):
        path[step] = point
        point = point - 0.15 * np.array([1.0, 10.0]) * point
    return path


class Clusters:
    """k-means of four clouds from centres of which one is dragged, and the elbow beside it."""

    def __init__(self, rows):
        noise = recipes.normals(12, rows, 2)
        self.centres = np.array([[-6.0, 1.0], [6.0, 1.0], [-6.0, -1.0], [6.0, -1.0]])
        self.points = self.centres[np.arange(rows) % 4] + 0.45 * noise
        self.elbow = [self.fit(self.points[:k]).inertia_ for k in range(1, 11)]

    def fit(self, start):
        return KMeans(len(start), init=start.copy(), n_init=1, max_iter=100, algorithm="lloyd").fit(self.points)

    def change(self, share):
        start = self.centres.copy()
        start[0] = -6 + 12 * share, 1 - 2 * share
        run = self.fit(start)
        return run.labels_, run.cluster_centers_, run.inertia_


class Scores:
    """Two bells of scores: the curve, its area, the histograms and the threshold's place on the curve."""

    def __init__(self, rows):
        self.positive = np.arange(rows) % 2
        self.noise = recipes.normals(51, rows)

    def separate(self, share):
        scores = self.noise + 4 * share * self.positive
        false_rate, true_rate, thresholds = roc_curve(self.positive, scores)
        counts = [np.histogram(scores[self.positive == side], BIN_EDGES)[0] for side in (0, 1)]
        return false_rate, true_rate, thresholds, auc(false_rate, true_rate), counts

    @staticmethod
    def place(curve, threshold):
        at = min(np.searchsorted(-curve[2], -threshold), len(curve[0]) - 1)
        return curve[0][at], curve[1][at]
