// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/state_table.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <charconv>

namespace tangent {

namespace {

constexpr int piece = 4096; // rows or words between two questions whether to go on

QByteArray csvCell(const QString& cell)
{
    return '"' + cell.toUtf8().replace('"', "\"\"") + '"';
}

void appendNumber(double value, QByteArray* text)
{
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    text->append(digits, end - digits);
}

QByteArray jsonString(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

/// A column's cells as JSON has them; each word is written out once.
class JsonCells {
public:
    /// Stops short when `goOn` says no.
    JsonCells(const Column& column, const GoOn& goOn)
        : column_(column)
    {
        for (const QString& level : column.levels) {
            if (words_.size() % piece == 0 && goOn && !goOn(0))
                return;
            words_.push_back(jsonString(level));
        }
    }

    void append(int row, QByteArray* text) const
    {
        if (column_.isMissing(row))
            *text += "null";
        else if (column_.type == Column::Type::Number)
            appendNumber(column_.numbers[size_t(row)], text);
        else
            *text += column_.isNumeric() ? jsonString(column_.text(row))
                                         : words_[size_t(column_.codes[size_t(row)])];
    }

private:
    const Column& column_;
    std::vector<QByteArray> words_;
};

} // namespace

QByteArray tableToCsv(const QJsonObject& table, const GoOn& goOn)
{
    QByteArray csv;
    const auto add = [&](const QJsonValue& cell) {
        if (cell.isNull())
            csv += "NA";
        else if (cell.isDouble())
            appendNumber(cell.toDouble(), &csv);
        else
            csv += csvCell(cell.toString());
        csv += ',';
    };
    const auto endRow = [&] {
        if (csv.endsWith(','))
            csv.back() = '\n';
        else
            csv += '\n';
    };
    for (const QJsonValue& column : table[QStringLiteral("columns")].toArray())
        add(column.toString());
    endRow();
    const QJsonArray rows = table[QStringLiteral("rows")].toArray();
    for (qsizetype row = 0; row < rows.size(); ++row) {
        if (row % piece == 0 && goOn && !goOn(double(row) / double(rows.size())))
            return {};
        for (const QJsonValue& cell : rows[row].toArray())
            add(cell);
        endRow();
    }
    return csv;
}

// A QJsonDocument of as many values would take seconds.
QByteArray tableToJson(const Table& table, const GoOn& goOn)
{
    QByteArray text = "{\"columns\":[";
    std::vector<JsonCells> cells;
    for (const Column& column : table.columns) {
        text += (cells.empty() ? "" : ",") + jsonString(column.name);
        cells.emplace_back(column, goOn);
    }
    text += "],\"rows\":[";
    for (int row = 0; row < table.rowCount(); ++row) {
        if (row % piece == 0 && goOn && !goOn(double(row) / table.rowCount()))
            return {};
        text += row > 0 ? ",[" : "[";
        for (size_t i = 0; i < cells.size(); ++i) {
            if (i > 0)
                text += ',';
            cells[i].append(row, &text);
        }
        text += ']';
    }
    text += ']';
    if (!table.rowIds.empty() && table.rowIds.back() != table.rowCount()) {
        text += ",\"row-ids\":["; // of a sample: the patch names its rows by them
        for (const int id : table.rowIds)
            text += QByteArray::number(id) + ',';
        text.back() = ']';
    }
    return text + '}';
}

TablePointer withRowIds(const TablePointer& table, const QJsonObject& file)
{
    const QJsonArray ids = file[QStringLiteral("row-ids")].toArray();
    if (ids.size() != table->rowCount())
        return table;
    std::vector<int> rising;
    for (const QJsonValue& id : ids) {
        if (id.toInt() <= (rising.empty() ? 0 : rising.back()))
            return table;
        rising.push_back(id.toInt());
    }
    auto changed = std::make_shared<Table>(*table);
    changed->rowIds = std::move(rising);
    return changed;
}

} // namespace tangent
