// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/go_on.h"
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
/// carriesTable(), unless it is kept elsewhere. Empty when `goOn` ended it.
QByteArray writeStateFile(
    const Settled& settled, TableInFile table = TableInFile::IfOwn, const GoOn& goOn = {});

/// What a state file holds.
struct StateFile {
    Request request;
    TablePointer table;   ///< null: it carries none
    QByteArray tableText; ///< of the table: the same as CSV
};

/// Reads a state file of at most 64 MiB and 16 levels. On failure one sentence with the line; nothing and no
/// sentence when `goOn` ended it.
std::optional<StateFile> parseStateFile(const QByteArray& bytes, QString* complaint, const GoOn& goOn = {});

/// The same, with its table registered.
std::optional<Request> readStateFile(
    const QByteArray& bytes, class DataCatalogue& catalogue, QString* complaint);

} // namespace tangent
