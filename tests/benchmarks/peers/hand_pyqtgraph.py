#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenes of the hand in pyqtgraph, 800 x 600, without a display: hand_pyqtgraph.py [PART OF A NAME]"""
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
import numpy as np
import pyqtgraph

import scenes
from measure import drag

NAME = "pyqtgraph"
application = pyqtgraph.mkQApp()


def window(plots):
    made = pyqtgraph.GraphicsLayoutWidget()
    made.resize(800, 600)
    made.show()
    return made, [made.addPlot() for _ in range(plots)]


def finish(shown):
    """Everything that is due, painted."""
    application.processEvents()
    shown.grab()


def marks(colour, size=4):
    return pyqtgraph.ScatterPlotItem(size=size, pen=None, brush=pyqtgraph.mkBrush(colour))


def descent():
    shown, (plot,) = window(1)
    _, heights = scenes.bowl()
    image = pyqtgraph.ImageItem(heights.T)
    image.setRect(scenes.LOWEST, scenes.LOWEST, *(2 * [scenes.HIGHEST - scenes.LOWEST]))
    plot.addItem(image)
    for level in np.linspace(heights.min(), heights.max(), 20)[1:-1]:
        pyqtgraph.IsocurveItem(data=heights.T, level=level, pen="w").setParentItem(image)
    path = plot.plot([], [], pen="r", symbol="o", symbolSize=4)
    plot.setXRange(scenes.LOWEST, scenes.HIGHEST)
    plot.setYRange(scenes.LOWEST, scenes.HIGHEST)

    def paint(points):
        path.setData(points[:, 0], points[:, 1])
        finish(shown)

    drag(NAME, "gradient-descent: start dragged, 100 steps", scenes.descent, paint)
    shown.close()


def clusters(rows, name):
    data = scenes.Clusters(rows)
    shown, (plane, elbow) = window(2)
    clouds = [marks(pyqtgraph.intColor(i, 4)) for i in range(4)]
    centres = marks("w", 9)
    for item in [*clouds, centres]:
        plane.addItem(item)
    plane.setXRange(-8, 8)
    plane.setYRange(-3, 3)
    elbow.plot(range(1, 11), data.elbow, symbol="o")
    here = marks("r", 9)
    elbow.addItem(here)

    def paint(run):
        labels, found, inertia = run
        for cluster, cloud in enumerate(clouds):
            mine = data.points[labels == cluster]
            cloud.setData(mine[:, 0], mine[:, 1])
        centres.setData(found[:, 0], found[:, 1])
        here.setData([4], [inertia])
        finish(shown)

    drag(NAME, name, data.change, paint)
    shown.close()


def scores(rows, separation, name):
    data = scenes.Scores(rows)
    shown, (plane, histogram) = window(2)
    line = plane.plot([], [], pen="y")
    place = marks("r", 9)
    plane.addItem(place)
    plane.setXRange(0, 1)
    plane.setYRange(0, 1)
    width = scenes.BIN_EDGES[1] - scenes.BIN_EDGES[0]
    middles = scenes.BIN_EDGES[:-1] + width / 2
    bars = [pyqtgraph.BarGraphItem(x=middles, height=0 * middles, width=width, brush=colour)
            for colour in ((230, 90, 60, 120), (60, 120, 230, 120))]
    rule = pyqtgraph.InfiniteLine(0)
    for item in [*bars, rule]:
        histogram.addItem(item)
    histogram.setYRange(0, rows * 0.07)

    def show(curve, threshold):
        x, y = data.place(curve, threshold)
        place.setData([x], [y])
        rule.setValue(threshold)

    def paint_all(curve):
        line.setData(curve[0], curve[1])
        plane.setTitle(f"AUC {curve[3]:.3f}")
        for bar, counts in zip(bars, curve[4]):
            bar.setOpts(height=counts)
        show(curve, 1)
        finish(shown)

    if separation:
        drag(NAME, name, data.separate, paint_all)
    else:
        fixed = data.separate(0.4)
        paint_all(fixed)

        def paint(threshold):
            show(fixed, threshold)
            finish(shown)

        drag(NAME, name, lambda share: -3 + 7 * share, paint)
    shown.close()


descent()
clusters(500, "k-means: 500 points, centre dragged")
clusters(10_000, "k-means: 10,000 points, centre dragged")
scores(10_000, True, "roc-auc: 10,000 scores, separation moves")
scores(1000, False, "roc-auc: threshold moves")
