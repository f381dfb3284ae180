// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/csv_columns.h"

#include "app/lab/data/column_builder.h"
#include "app/lab/data/columns.h"
#include "app/lab/data/data_text.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

QString placeholder(qsizetype index)
{
    return QStringLiteral("column-%1").arg(index + 1);
}

/// Names that people give to the column of classes.
bool isLabelName(const QString& name)
{
    static const QSet<QString> known{QStringLiteral("label"), QStringLiteral("labels"),
        QStringLiteral("class"), QStringLiteral("target"), QStringLiteral("outcome"),
        QStringLiteral("category"), QStringLiteral("group"), QStringLiteral("cluster"),
        QStringLiteral("species"), QStringLiteral("actual"), QStringLiteral("predicted"),
        QStringLiteral("truth"), QStringLiteral("diagnosis"), QStringLiteral("digit"),
        QStringLiteral("y_true"), QStringLiteral("y_pred")};
    return known.contains(name.toLower());
}

bool holdsNothing(const Column& column)
{
    return column.type == Column::Type::Missing
        || (column.type == Column::Type::Number
            && std::all_of(column.numbers.begin(), column.numbers.end(),
                [](double value) { return std::isnan(value); }));
}

QString labelColumn(const Table& table)
{
    for (const Column& column : table.columns) {
        if (column.type == Column::Type::Category && isLabelName(column.name))
            return column.name;
    }
    if (!table.columns.empty() && table.columns.back().type == Column::Type::Category)
        return table.columns.back().name;
    const QStringList categories = table.categoryColumns();
    return categories.size() == 1 ? categories.front() : QString();
}

} // namespace

void nameColumns(QStringList* names, QStringList* notes)
{
    QSet<QString> taken(names->begin(), names->end());
    QSet<QString> used;
    QHash<QString, int> repeats;
    QString renamed;
    for (qsizetype i = 0; i < names->size(); ++i) {
        QString& name = (*names)[i];
        if (!name.isEmpty() && !used.contains(name)) {
            used.insert(name);
            continue;
        }
        const QString base = name.isEmpty() ? placeholder(i) : name;
        QString unique = base;
        int& count = repeats[base];
        for (count = std::max(count, 1); taken.contains(unique);)
            unique = QStringLiteral("%1-%2").arg(base).arg(++count);
        if (!name.isEmpty() && renamed.isEmpty())
            renamed = DataText::tr("The column name %1 stands twice; the second one is called %2.")
                          .arg(name, unique);
        name = unique;
        taken.insert(unique);
        used.insert(unique);
    }
    if (!renamed.isEmpty())
        *notes << renamed;
}

void chooseCategories(Table* table)
{
    while (table->columns.size() > 1
        && table->columns.back().name == placeholder(qsizetype(table->columns.size()) - 1)
        && holdsNothing(table->columns.back()))
        table->columns.pop_back();
    for (Column& column : table->columns) {
        const bool isLast = &column == &table->columns.back() && table->columns.size() > 1;
        if ((isLast || isLabelName(column.name)) && looksLikeCodes(column))
            column = asCategory(column);
    }
    table->label = labelColumn(*table);
}

} // namespace tangent
