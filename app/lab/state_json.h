// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/link.h"
#include "widgets/scene/scene.h"

#include <QJsonObject>

#include <optional>

namespace tangent {

/// A value as JSON: numbers and toggles are themselves, points and sets lists, rows lists of lists,
/// grids and text strings as in links. `end` for the last step; null where nothing is decided.
QJsonValue valueToJson(const Parameter& parameter, const Value& value);

/// The complete state as `read --json` shows it; what the lab decided itself is taken from the scene.
QJsonObject stateToJson(const Settled& settled, const Scene& scene);

/// True when the data are the user's own.
bool hasOwnTable(const Settled& settled);
/// True when a state file can carry them: at most some three million numbers. Longer ones are named only.
bool carriesTable(const Settled& settled);

enum class TableInFile { IfOwn, No };

/// A state file: `{"format": 1, "topic": …, "state": {…}, "table": {…}}`. The table is written where
/// carriesTable(), unless it is kept elsewhere.
QByteArray writeStateFile(const Settled& settled, TableInFile table = TableInFile::IfOwn);

/// Reads a state file of at most 64 MiB and 16 levels. A table in it is registered with the
/// catalogue. On failure one sentence with the line.
std::optional<Request> readStateFile(
    const QByteArray& bytes, class DataCatalogue& catalogue, QString* complaint);

} // namespace tangent
