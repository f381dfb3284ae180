#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Work items that OpenCV has, in single precision as it keeps them: methods_opencv.py [PART OF A NAME]"""
import cv2
import numpy as np

import recipes
from measure import item

cv2.setNumThreads(1)


def single(x, y):
    return np.ascontiguousarray(x, np.float32), np.ascontiguousarray(y, np.int32)


def tree(x, y):
    made = cv2.ml.DTrees_create()
    made.setMaxDepth(8)
    made.setMinSampleCount(2)
    made.setCVFolds(0)
    made.setUseSurrogates(False)
    made.train(x, cv2.ml.ROW_SAMPLE, y)
    return made


def neighbours(columns, seed):
    x, y = single(*recipes.blobs(10_000, columns, 4, seed))
    query = single(*recipes.blobs(2000, columns, 4, seed, 1000))[0]
    made = cv2.ml.KNearest_create()
    made.train(x, cv2.ml.ROW_SAMPLE, y.astype(np.float32))
    return made, query


item("OpenCV", "tree depth 8 10k x 10", lambda: single(*recipes.rules(10_000, 10, 91)), tree, lambda made: [])
for columns, seed in ((2, 21), (16, 22)):
    item("OpenCV", f"knn k=7 10k rows 2k queries {columns}-D", lambda: neighbours(columns, seed),
         lambda made, query: made.findNearest(query, 7)[1], lambda labels: [labels.sum()])
