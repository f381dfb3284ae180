// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/take_away/tables.h"

#include "widgets/scene/number_text.h"

#include <algorithm>

namespace tangent {

namespace {

QString csvText(const QString& text)
{
    static const QString special = QStringLiteral(",\"\n\r");
    const bool plain = std::none_of(text.begin(), text.end(), [](QChar c) { return special.contains(c); });
    return plain ? text
                 : QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QStringLiteral("\"\""))
            + QLatin1Char('"');
}

DataTable readoutTable(const Scene& scene)
{
    DataTable table{QStringLiteral("readouts"),
        {QStringLiteral("key"), QStringLiteral("value"), QStringLiteral("unit")}, {}};
    for (const Readout& readout : scene.readouts) {
        const auto number = readout.number();
        const QString* words = std::get_if<QString>(&readout.value);
        table.rows.push_back({readout.key,
            number      ? exactNumber(*number)
                : words ? *words
                        : QString(),
            readout.unit});
    }
    return table;
}

} // namespace

std::vector<DataTable> tablesOf(const Scene& scene)
{
    std::vector<DataTable> tables = scene.tables;
    tables.push_back(readoutTable(scene));
    return tables;
}

QByteArray csvOf(const DataTable& table)
{
    QStringList header;
    for (const QString& column : table.columns)
        header << csvText(column);
    QString csv = header.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (const auto& row : table.rows) {
        QStringList cells;
        for (const Cell& cell : row)
            cells << csvText(cellText(cell));
        csv += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return csv.toUtf8();
}

QByteArray csvOf(const Table& table, const GoOn& goOn)
{
    constexpr int rowsAtOnce = 4096;
    QStringList header;
    for (const Column& column : table.columns)
        header << csvText(column.name);
    QByteArray csv = header.join(QLatin1Char(',')).toUtf8() + '\n';
    for (int row = 0; row < table.rowCount(); ++row) {
        if (row % rowsAtOnce == 0 && goOn && !goOn(double(row) / table.rowCount()))
            return {};
        QStringList cells;
        for (const Column& column : table.columns)
            cells << csvText(column.text(row));
        csv += cells.join(QLatin1Char(',')).toUtf8() + '\n';
    }
    return csv;
}

} // namespace tangent
