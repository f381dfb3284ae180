// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/progress.h"
#include "app/topics/performance/confusion_matrix/judged.h"

namespace tangent::confusion {

/// Judgements by classifiers on rows held out. Throws WorkStopped.
Judged judgedByModels(
    const Settled& state, Stages& stages, const Progress& progress, const BeforeWork& beforeWork);
/// Judgements that stand in columns of the table.
Judged judgedByColumns(const Settled& state, Stages& stages);

/// Counts the rows and notes which of them lie in which cell.
void fillCells(const JudgedRows& rows, int classes, Judgement* judgement);
/// About what a judgement holds.
size_t bytesOf(const JudgedRows& rows);
/// The class that the state calls positive, or the last one.
void choosePositive(const Settled& state, Judged* judged);

/// Why these classes make no matrix. `key` is the role that could cure it.
std::optional<Unusable> whyUnusable(const QStringList& classes, Eigen::Index rows, const QString& key);
/// The same of a column of numbers, before they are read as classes: measurements are none.
std::optional<Unusable> whyNoClasses(const Table& table, const QString& column, const QString& key);
QString otherColumns();

} // namespace tangent::confusion
