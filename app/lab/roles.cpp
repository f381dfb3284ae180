// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/roles.h"

#include "app/lab/nearest_name.h"

namespace tangent {

namespace {

QString typeWord(RoleSpec::Type type)
{
    return type == RoleSpec::Type::Number  ? QStringLiteral("numbers")
        : type == RoleSpec::Type::Category ? QStringLiteral("categories")
                                           : QStringLiteral("values");
}

QStringList columnNames(const Table& table)
{
    QStringList names;
    for (const Column& column : table.columns)
        names << column.name;
    return names;
}

/// The asked-for columns if all of them can serve; empty and a complaint otherwise.
QStringList usable(const RoleSpec& spec, const QStringList& asked, const Table& table, Complaints* complaints)
{
    for (const QString& name : asked) {
        const Column* column = table.find(name);
        if (!column) {
            complaints->push_back({spec.name,
                QStringLiteral("%1: %2 has no column “%3”; did you mean “%4”?")
                    .arg(spec.name, table.title, name.left(40), nearestName(name, columnNames(table)))});
            return {};
        }
        if (!canServe(*column, spec.type)) {
            const QString sentence = column->type == Column::Type::Missing
                ? QStringLiteral("%1: the column “%2” holds no value at all; choose another, or fill it in.")
                      .arg(spec.name, name)
                : QStringLiteral("%1: the column “%2” does not hold %3; choose another.")
                      .arg(spec.name, name, typeWord(spec.type));
            complaints->push_back({spec.name, sentence});
            return {};
        }
    }
    const int most = spec.many ? spec.maximum : 1;
    const int least = spec.many ? spec.minimum : 1;
    if (asked.size() < least || asked.size() > most) {
        complaints->push_back({spec.name,
            QStringLiteral("%1: %2 columns are given; it takes %3.")
                .arg(spec.name)
                .arg(asked.size())
                .arg(least == most ? QString::number(least)
                                   : QStringLiteral("%1 to %2").arg(least).arg(most))});
        return {};
    }
    return asked;
}

QStringList automaticColumns(const RoleSpec& spec, const Table& table, const QStringList& taken)
{
    if (!spec.many) {
        const Column* own = table.find(spec.name);
        if (!own && spec.name == QLatin1String("label"))
            own = table.find(table.label);
        return own && canServe(*own, spec.type) && !taken.contains(own->name) ? QStringList(own->name)
                                                                              : QStringList();
    }
    if (spec.name != QLatin1String("features")) {
        const Column* own = table.find(spec.name);
        return own && canServe(*own, spec.type) ? QStringList(own->name) : QStringList();
    }
    QStringList free;
    for (const Column& column : table.columns) {
        if (canServe(column, spec.type) && !taken.contains(column.name) && free.size() < spec.maximum)
            free << column.name;
    }
    return free.size() >= spec.minimum ? free : QStringList();
}

} // namespace

bool canServe(const Column& column, RoleSpec::Type type)
{
    switch (type) {
    case RoleSpec::Type::Number:
        return column.type == Column::Type::Number;
    case RoleSpec::Type::Category:
        return column.type == Column::Type::Category;
    case RoleSpec::Type::Any:
        return column.type != Column::Type::Missing;
    }
    return false;
}

Roles resolveRoles(const std::vector<RoleSpec>& specs, const Roles& asked, const Table& table,
    bool isDefaultData, Complaints* unusable, Complaints* unfilled)
{
    Roles roles;
    QStringList taken;
    const auto take = [&](const RoleSpec& spec, const QStringList& columns) {
        roles[spec.name] = columns;
        taken += columns;
    };
    for (const RoleSpec& spec : specs) {
        if (asked.contains(spec.name)) {
            if (const QStringList columns = usable(spec, asked[spec.name], table, unusable);
                !columns.isEmpty())
                take(spec, columns);
        }
    }
    // Single columns first: features take what is left.
    for (const bool many : {false, true}) {
        for (const RoleSpec& spec : specs) {
            if (spec.many != many || roles.contains(spec.name))
                continue;
            const QStringList columns = isDefaultData && !spec.atDefaultData.isEmpty()
                ? spec.atDefaultData
                : automaticColumns(spec, table, taken);
            if (!columns.isEmpty())
                take(spec, columns);
            else if (spec.required)
                unfilled->push_back({spec.name,
                    QStringLiteral("%1: %2 has no %3 for it.")
                        .arg(spec.name, table.title, typeWord(spec.type))});
        }
    }
    return roles;
}

} // namespace tangent
