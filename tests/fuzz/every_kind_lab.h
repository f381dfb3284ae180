// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

namespace tangent::fuzz {

/// A lab with a parameter of every kind, a table, roles and a preset: what links and state files can say.
class EveryKindLab final : public Lab {
public:
    LabInfo info() const override
    {
        return {QStringLiteral("every-kind"), QStringLiteral("Every kind"), QStringLiteral("concepts"), {1},
            Speed::Instant, {QStringLiteral("blobs"), QStringLiteral("iris")}};
    }
    QString defaultData(const Values& values) const override
    {
        return text(values.value(QStringLiteral("source"))) == QLatin1String("none")
            ? QString()
            : QStringLiteral("blobs");
    }
    QString tableSource() const override { return QStringLiteral("table"); }
    std::vector<RoleSpec> roles(const Values&) const override
    {
        return {{QStringLiteral("features"), QStringLiteral("Features"), RoleSpec::Type::Number, true, true,
                    2, 4, {}},
            {QStringLiteral("label"), QStringLiteral("Label"), RoleSpec::Type::Category, false, false, 1, 1,
                {}}};
    }
    Parameters parameters(const DeclarationContext& context) const override
    {
        const QString source = context.choice("source", "table");
        const double most = source == QLatin1String("none") ? 5 : 10;
        Parameter grid;
        grid.key = QStringLiteral("grid");
        grid.kind = Parameter::Kind::Grid;
        grid.defaultValue = Grid{4, 4, 3, std::vector<int>(16, 0)};
        return {
            Parameter::choice(QStringLiteral("source"), QStringLiteral("Source"), QStringLiteral("table"),
                {{QStringLiteral("table"), QStringLiteral("Table")},
                    {QStringLiteral("none"), QStringLiteral("None")}}),
            Parameter::real(QStringLiteral("rate"), QStringLiteral("Rate"), 0.1, 1e-4, most).onLogScale(),
            Parameter::real(QStringLiteral("free"), QStringLiteral("Free"), 0, -1e300, 1e300).automatic(),
            Parameter::integer(QStringLiteral("k"), QStringLiteral("k"), 3, 1, int(most)),
            Parameter::toggle(QStringLiteral("on"), QStringLiteral("On"), false),
            Parameter::pointOf(QStringLiteral("start"), QStringLiteral("Start"), {1, 2}, -5, 5),
            Parameter::textOf(QStringLiteral("words"), QStringLiteral("Words"), QStringLiteral("a b")),
            Parameter::setOf(QStringLiteral("some"), QStringLiteral("Some"), {QStringLiteral("x")},
                {{QStringLiteral("x"), QStringLiteral("x")}, {QStringLiteral("y"), QStringLiteral("y")}}),
            Parameter::rowsOf(QStringLiteral("rows"), QStringLiteral("Rows"),
                Rows{{1.0, QStringLiteral("a")}},
                {{QStringLiteral("at"), QStringLiteral("At"), false, 0, 100, true},
                    {QStringLiteral("word"), QStringLiteral("Word"), true, 0, 1, false}}),
            grid,
            Parameter::seedOf(QStringLiteral("Seed"), 1),
            Parameter::timeline(0, 100, true),
        };
    }
    std::vector<Preset> presets() const override
    {
        return {{QStringLiteral("two"), QStringLiteral("Two"), QStringLiteral("k=2&data=iris")}};
    }
    Scene compute(const Settled&, Stages&, const Progress&) const override { return {}; }
};

} // namespace tangent::fuzz
