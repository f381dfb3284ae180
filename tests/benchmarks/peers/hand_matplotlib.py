#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenes of the hand in matplotlib, 800 x 600, redrawn with care: artists are kept and get new data.

hand_matplotlib.py [PART OF A NAME]
"""
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

import scenes
from measure import drag

NAME = "matplotlib"


def frame(plots):
    return plt.subplots(1, plots, figsize=(8, 6), dpi=100)


def descent():
    figure, plot = frame(1)
    line, heights = scenes.bowl()
    plot.contour(line, line, heights, 20)
    (path,) = plot.plot([], [], "o-", markersize=3)

    def paint(points):
        path.set_data(points[:, 0], points[:, 1])
        figure.canvas.draw()

    drag(NAME, "gradient-descent: start dragged, 100 steps", scenes.descent, paint)


def clusters(rows, name):
    data = scenes.Clusters(rows)
    figure, (plane, elbow) = frame(2)
    clouds = [plane.plot([], [], ".", markersize=3)[0] for _ in range(4)]
    (centres,) = plane.plot([], [], "kx")
    plane.set(xlim=(-8, 8), ylim=(-3, 3))
    elbow.plot(range(1, 11), data.elbow, "o-")
    (here,) = elbow.plot([], [], "ro")

    def paint(run):
        labels, found, inertia = run
        for cluster, cloud in enumerate(clouds):
            mine = data.points[labels == cluster]
            cloud.set_data(mine[:, 0], mine[:, 1])
        centres.set_data(found[:, 0], found[:, 1])
        here.set_data([4], [inertia])
        figure.canvas.draw()

    drag(NAME, name, data.change, paint)


def scores(rows, separation, name):
    data = scenes.Scores(rows)
    figure, (plane, histogram) = frame(2)
    (line,) = plane.plot([], [])
    (place,) = plane.plot([], [], "ro")
    plane.set(xlim=(0, 1), ylim=(0, 1))
    title = plane.set_title("")
    zeros = np.zeros(len(scenes.BIN_EDGES) - 1)
    stairs = [histogram.stairs(zeros, scenes.BIN_EDGES, fill=True, alpha=0.5) for _ in range(2)]
    rule = histogram.axvline(0)
    histogram.set_ylim(0, rows * 0.07)

    def show(curve, threshold):
        x, y = data.place(curve, threshold)
        place.set_data([x], [y])
        rule.set_xdata([threshold, threshold])

    def paint_all(curve):
        line.set_data(curve[0], curve[1])
        title.set_text(f"AUC {curve[3]:.3f}")
        for stair, counts in zip(stairs, curve[4]):
            stair.set_data(counts)
        show(curve, 1)
        figure.canvas.draw()

    if separation:
        drag(NAME, name, data.separate, paint_all)
        return
    fixed = data.separate(0.4)
    paint_all(fixed)

    def paint(threshold):
        show(fixed, threshold)
        figure.canvas.draw()

    drag(NAME, name, lambda share: -3 + 7 * share, paint)


descent()
clusters(500, "k-means: 500 points, centre dragged")
clusters(10_000, "k-means: 10,000 points, centre dragged")
scores(10_000, True, "roc-auc: 10,000 scores, separation moves")
scores(1000, False, "roc-auc: threshold moves")
