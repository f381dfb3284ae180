// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/compare.h"

#include "app/lab/link_text.h"
#include "widgets/scene/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Compare", text);
}

constexpr int longestValue = 24;

/// A value in few words.
QString shownValue(const Parameter& parameter, const Value& value)
{
    if (std::holds_alternative<std::monostate>(value))
        return tr("automatic");
    if (const auto* toggle = std::get_if<bool>(&value))
        return *toggle ? tr("on") : tr("off");
    if (const auto* real = std::get_if<double>(&value))
        return shownNumber(*real)
            + (parameter.unit.isEmpty() ? QString() : QLatin1Char(' ') + parameter.unit);
    if (parameter.kind == Parameter::Kind::Choice) {
        for (const Choice& choice : parameter.choices) {
            if (choice.token == text(value))
                return choice.label;
        }
    }
    QString written = std::holds_alternative<QString>(value) ? text(value).simplified() : encodeValue(value);
    if (written.size() > longestValue)
        written = written.left(longestValue - 1) + QChar(u'…');
    return written;
}

} // namespace

bool isShared(const QString& key, const Roles& roles)
{
    return key == QLatin1String("data") || key.startsWith(QLatin1String("data."))
        || key == QLatin1String("patch") || key == QLatin1String("seed") || key == QLatin1String("step")
        || roles.contains(key);
}

std::vector<Difference> differences(
    const Settled& here, const Scene& sceneHere, const Settled& there, const Scene& sceneThere)
{
    const Values valuesHere = sceneHere.decided(here.values);
    const Values valuesThere = sceneThere.decided(there.values);
    std::vector<Difference> found;
    for (const Parameter& parameter : here.parameters) {
        const QString& key = parameter.key;
        if (isShared(key, here.roles) || !valuesThere.contains(key))
            continue;
        const bool leftToBoth = std::holds_alternative<std::monostate>(here.values.value(key))
            && std::holds_alternative<std::monostate>(there.values.value(key));
        if (leftToBoth || valuesHere.value(key) == valuesThere.value(key))
            continue;
        found.push_back({key, parameter.label, shownValue(parameter, valuesHere.value(key)),
            shownValue(parameter, valuesThere.value(key))});
    }
    return found;
}

std::vector<Readout> comparedWith(std::vector<Readout> readouts, const std::vector<Readout>& others)
{
    for (Readout& readout : readouts) {
        const auto other = std::find_if(
            others.begin(), others.end(), [&](const Readout& one) { return one.key == readout.key; });
        if (other == others.end())
            continue;
        const auto mine = readout.number();
        const auto theirs = other->number();
        if (!mine || !theirs || !std::isfinite(*mine - *theirs))
            continue;
        const double gap = *mine - *theirs;
        readout.note = gap == 0 ? QString()
            : gap > 0           ? QLatin1Char('+') + shownNumber(gap, readout.decimals)
                                : shownNumber(gap, readout.decimals);
    }
    return readouts;
}

} // namespace tangent
