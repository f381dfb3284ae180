// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/retype.h"

#include "app/lab/data/columns.h"
#include "app/lab/data/data_text.h"
#include "app/lab/data/dates.h"
#include "app/lab/nearest_name.h"
#include "widgets/scene/number_text.h"

#include <array>
#include <limits>

namespace tangent {

namespace {

using Type = Column::Type;

constexpr std::array allTypes{Type::Number, Type::Category, Type::Date, Type::Text, Type::Missing};

Column wordsAs(const Column& column, Type type, int* lost)
{
    const double missing = std::numeric_limits<double>::quiet_NaN();
    std::vector<double> values;
    values.reserve(size_t(column.levels.size()));
    for (const QString& level : column.levels) {
        const QByteArray bytes = level.toUtf8();
        const std::string_view text(bytes.constData(), size_t(bytes.size()));
        values.push_back((type == Type::Date ? readDate(text) : readNumber(text)).value_or(missing));
    }
    std::vector<double> numbers;
    numbers.reserve(column.codes.size());
    for (const int code : column.codes) {
        numbers.push_back(code < 0 ? missing : values[size_t(code)]);
        *lost += code >= 0 && numbers.back() != numbers.back();
    }
    Column made = numberColumn(column.name, std::move(numbers), column.unit);
    made.type = type;
    return made;
}

} // namespace

QString typeToken(Column::Type type)
{
    return type == Type::Number  ? QStringLiteral("number")
        : type == Type::Category ? QStringLiteral("category")
        : type == Type::Date     ? QStringLiteral("date")
        : type == Type::Missing  ? QStringLiteral("missing")
                                 : QStringLiteral("text");
}

QString typeWords(Column::Type type)
{
    return type == Type::Number  ? DataText::tr("numbers")
        : type == Type::Category ? DataText::tr("categories")
        : type == Type::Date     ? DataText::tr("dates")
        : type == Type::Missing  ? DataText::tr("all missing")
                                 : DataText::tr("text");
}

QString typeItem(const ChosenType& chosen)
{
    return chosen.column + QLatin1Char(':') + typeToken(chosen.type);
}

std::vector<ChosenType> readTypes(const QStringList& items, const Table& table, QStringList* complaints)
{
    QStringList tokens;
    for (const Type type : allTypes)
        tokens << typeToken(type);
    QStringList names;
    for (const Column& column : table.columns)
        names << column.name;
    std::vector<ChosenType> types;
    for (const QString& item : items) {
        const auto colon = item.lastIndexOf(QLatin1Char(':'));
        const QString name = item.left(colon);
        const auto token = tokens.indexOf(item.mid(colon + 1));
        QString complaint;
        if (colon < 0 || token < 0)
            complaint = DataText::tr("types: “%1” is not of the form COLUMN:TYPE, with one of %2 for TYPE.")
                            .arg(item.left(60), tokens.join(QStringLiteral(", ")));
        else if (!names.contains(name))
            complaint = DataText::tr("types: %1 has no column “%2”; did you mean “%3”?")
                            .arg(table.title, name.left(40), nearestName(name, names));
        else
            types.push_back({name, allTypes[size_t(token)]});
        if (complaints && !complaint.isEmpty())
            *complaints << complaint;
    }
    return types;
}

std::vector<ChosenType> minimalTypes(const std::vector<ChosenType>& types, const Table& table)
{
    std::vector<ChosenType> minimal;
    for (const Column& column : table.columns) {
        Type last = column.type;
        for (const ChosenType& chosen : types) {
            if (chosen.column == column.name)
                last = chosen.type;
        }
        if (last != column.type)
            minimal.push_back({column.name, last});
    }
    return minimal;
}

Column retyped(const Column& column, Column::Type type, int* lost)
{
    int ignored = 0;
    int* const count = lost ? lost : &ignored;
    const bool becomesWords = type == Type::Category || type == Type::Text;
    if (column.type == type)
        return column;
    if (type == Type::Missing) {
        const auto rows = int(column.isNumeric() ? column.numbers.size() : column.codes.size());
        for (int row = 0; row < rows; ++row)
            *count += !column.isMissing(row);
        return missingColumn(column.name, size_t(rows));
    }
    if (!becomesWords)
        return wordsAs(column.isNumeric() ? asCategory(column) : column, type, count);
    Column words = asCategory(column);
    words.type = type;
    return words;
}

TablePointer withTypes(const TablePointer& table, const std::vector<ChosenType>& types, QStringList* notes)
{
    const std::vector<ChosenType> minimal = table ? minimalTypes(types, *table) : types;
    if (!table || minimal.empty())
        return table;
    auto changed = std::make_shared<Table>(*table);
    for (const ChosenType& chosen : minimal) {
        Column& column = changed->columns[size_t(changed->columnIndex(chosen.column))];
        int lost = 0;
        column = retyped(column, chosen.type, &lost);
        if (lost > 0 && notes && chosen.type == Type::Missing)
            *notes << DataText::tr("%1: values that are left out: %2.").arg(chosen.column, shownCount(lost));
        else if (lost > 0 && notes)
            *notes << DataText::tr("%1: cells that hold no %3, and so count as missing: %2.")
                          .arg(chosen.column, shownCount(lost), typeWords(chosen.type));
        if (changed->label.isEmpty() && column.type == Type::Category)
            changed->label = column.name;
    }
    const Column* label = changed->find(changed->label);
    if (label && (label->isNumeric() || label->type == Type::Missing))
        changed->label.clear();
    return changed;
}

} // namespace tangent
