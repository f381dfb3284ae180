// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/builtin_sets.h"

#include "app/lab/data/columns.h"
#include "app/lab/data/csv.h"
#include "app/lab/data/data_text.h"

#include <QFile>

namespace tangent {

namespace {

std::vector<BuiltinSet> makeBuiltinSets()
{
    const QString species = QStringLiteral("species");
    const QString cm = QStringLiteral("cm");
    const QString mm = QStringLiteral("mm");
    const QString minutes = QStringLiteral("min");
    return {
        {QStringLiteral("iris"), DataText::tr("Iris flowers"), species, {},
            {{QStringLiteral("sepal-length"), cm}, {QStringLiteral("sepal-width"), cm},
                {QStringLiteral("petal-length"), cm}, {QStringLiteral("petal-width"), cm}}},
        {QStringLiteral("penguins"), DataText::tr("Palmer penguins"), species, {QStringLiteral("year")},
            {{QStringLiteral("bill-length"), mm}, {QStringLiteral("bill-depth"), mm},
                {QStringLiteral("flipper-length"), mm}, {QStringLiteral("body-mass"), QStringLiteral("g")}}},
        {QStringLiteral("breast-cancer"), DataText::tr("Wisconsin breast cancer"),
            QStringLiteral("diagnosis"), {}, {}},
        {QStringLiteral("wine"), DataText::tr("Italian wines"), QStringLiteral("cultivar"),
            {QStringLiteral("cultivar")}, {}},
        {QStringLiteral("digits"), DataText::tr("Handwritten digits"), QStringLiteral("digit"),
            {QStringLiteral("digit")}, {}},
        {QStringLiteral("faithful"), DataText::tr("Old Faithful geyser"), {}, {},
            {{QStringLiteral("eruption"), minutes}, {QStringLiteral("waiting"), minutes}}},
        {QStringLiteral("air-passengers"), DataText::tr("Air passengers by month"), {}, {},
            {{QStringLiteral("passengers"), DataText::tr("thousands")}}},
    };
}

} // namespace

const std::vector<BuiltinSet>& builtinSets()
{
    static const std::vector<BuiltinSet> sets = makeBuiltinSets();
    return sets;
}

TablePointer readBuiltinSet(const BuiltinSet& set)
{
    QFile file(QStringLiteral(":/datasets/%1.csv").arg(set.name));
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    CsvOptions options;
    options.header = CsvOptions::Header::Present;
    const CsvResult read = readCsv(file.readAll(), options);
    if (!read.table)
        return nullptr;
    auto table = std::make_shared<Table>(*read.table);
    table->name = set.name;
    table->title = set.title;
    table->label = set.label;
    for (Column& column : table->columns) {
        if (set.categories.contains(column.name))
            column = asCategory(column);
        const auto unit = set.units.find(column.name);
        if (unit != set.units.end())
            column.unit = unit->second;
    }
    return table;
}

} // namespace tangent
