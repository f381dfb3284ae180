// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/table_fit.h"

#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"
#include "app/lab/roles.h"

#include <QCoreApplication>

#include <algorithm>

namespace tangent {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tangent::TableFit)
};

const QString sourceKey = QStringLiteral("source");

QStringList sourcesToTry(const Lab& lab, const Values& values)
{
    const Roles none;
    const Parameters declared = lab.parameters({nullptr, none, values});
    const Parameter* source = findParameter(declared, sourceKey);
    if (!source)
        return {QString()};
    QStringList tokens{text(values.contains(sourceKey) ? values.value(sourceKey) : source->defaultValue)};
    tokens << lab.tableSource();
    for (const Choice& choice : source->choices)
        tokens << choice.token;
    tokens.removeAll(QString());
    tokens.removeDuplicates();
    return tokens;
}

QString titleOf(const QString& name, const DataCatalogue& catalogue)
{
    for (const DataName& data : catalogue.names()) {
        if (data.name == name)
            return data.title;
    }
    return name;
}

QString reasonFor(const Lab& lab, const RoleSpec& role, const Table& table, const QString& otherTitle)
{
    const auto able = std::count_if(table.columns.begin(), table.columns.end(),
        [&](const Column& column) { return canServe(column, role.type); });
    const QString words = role.type == RoleSpec::Type::Number ? Text::tr("numbers")
        : role.type == RoleSpec::Type::Category               ? Text::tr("categories")
                                                              : Text::tr("values");
    const QString needed = role.many && role.minimum > 1
        ? Text::tr("%1 columns of %2").arg(role.minimum).arg(words)
        : Text::tr("a column of %1").arg(words);
    const QString has = able == 0 ? Text::tr("has none")
        : role.many               ? Text::tr("has %1 that is free").arg(able)
                                  : Text::tr("does not say which");
    const QString cure = able == 0 ? Text::tr("Give a column that type") : Text::tr("Choose it below");
    return Text::tr("%1 needs %2 for “%3”, and %4 %5. %6, or take “%7”.")
        .arg(lab.info().title, needed, role.label, table.title, has, cure, otherTitle);
}

/// What the lab itself says against a table whose columns fill its roles.
QString whyUseless(const Lab& lab, const Values& values, const Table& table, const Roles& roles)
{
    Settled state;
    state.state.topic = lab.info().id;
    state.values = values;
    state.roles = roles;
    state.table = TablePointer(&table, [](const Table*) {}); // for the length of this call
    state.whole = state.source = state.original = state.table;
    return lab.whyTableCannotServe(state);
}

QString takesNoTable(const Lab& lab)
{
    QStringList others;
    for (const auto& other : allLabs()) {
        if (!other->defaultData({}).isEmpty() && others.size() < 3)
            others << other->info().title;
    }
    return Text::tr("%1 takes no table. Open it in one of the labs that do: %2 and others.")
        .arg(lab.info().title, others.join(QStringLiteral(", ")));
}

} // namespace

TableFit fitTable(const Lab& lab, const Values& values, const Table& table, const Roles& asked,
    const DataCatalogue& catalogue)
{
    TableFit refused;
    for (const QString& source : sourcesToTry(lab, values)) {
        Values tried = values;
        if (!source.isEmpty())
            tried[sourceKey] = source;
        const QString own = lab.defaultData(tried);
        const std::vector<RoleSpec> specs = lab.roles(tried);
        if (own.isEmpty() || specs.empty())
            continue; // this state of the lab uses no table, or always the same one
        Complaints unusable;
        Complaints unfilled;
        const Roles roles = resolveRoles(specs, asked, table, false, &unusable, &unfilled);
        QString useless = unusable.empty() ? QString() : unusable.front().sentence;
        if (unfilled.empty() && unusable.empty()) {
            useless = whyUseless(lab, tried, table, roles);
            if (useless.isEmpty())
                return {true, source, roles, {}, {}};
        }
        if (!refused.otherSet.isEmpty())
            continue;
        if (unfilled.empty()) {
            refused = {false, source, roles,
                Text::tr("%1 Or take “%2”.").arg(useless, titleOf(own, catalogue)), own};
            continue;
        }
        const auto role = std::find_if(specs.begin(), specs.end(),
            [&](const RoleSpec& spec) { return spec.name == unfilled.front().key; });
        refused.source = source;
        refused.roles = roles;
        refused.otherSet = own;
        refused.reason = reasonFor(lab, *role, table, titleOf(own, catalogue));
    }
    if (refused.reason.isEmpty())
        refused.reason = takesNoTable(lab);
    return refused;
}

} // namespace tangent
