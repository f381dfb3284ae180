// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/go_on.h"
#include "app/lab/table.h"

#include <QByteArray>
#include <QJsonObject>

namespace tangent {

/// A table as the JSON text of a state file. Empty when `goOn` ended it.
QByteArray tableToJson(const Table& table, const GoOn& goOn = {});

/// A table of a state file as CSV text, so that it is read and checked like any other table. Empty when
/// `goOn` ended it.
QByteArray tableToCsv(const QJsonObject& table, const GoOn& goOn = {});

/// Gives a table the ids that its file names, where they are as many and rise.
TablePointer withRowIds(const TablePointer& table, const QJsonObject& file);

} // namespace tangent
