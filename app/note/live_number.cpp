// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/live_number.h"

#include "widgets/scene/number_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

QString choiceLabel(const Parameter& parameter, const QString& token)
{
    const auto found = std::find_if(parameter.choices.begin(), parameter.choices.end(),
        [&](const Choice& choice) { return choice.token == token; });
    return found == parameter.choices.end() ? token : found->label;
}

} // namespace

NumberPlace findNumber(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("(?<![\\w.])[-−]?(?:\\d+(?:[.,]\\d+)*(?:e[-+−]?\\d+)?|∞)|(?<!\\w)–(?!\\w)"),
        QRegularExpression::UseUnicodePropertiesOption);
    NumberPlace place{0, text.size(), false, false};
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        place = {match.capturedStart(), match.capturedLength(), true, false};
    }
    if (place.isNumber) {
        static const QRegularExpression percent(
            QStringLiteral("\\G\\s*%"), QRegularExpression::UseUnicodePropertiesOption);
        place.isPercent = percent.match(text, place.begin + place.length).hasMatch();
    }
    return place;
}

QString shownReadout(const Readout& readout, const NumberPlace& place)
{
    if (const QString* word = std::get_if<QString>(&readout.value))
        return *word;
    const std::optional<double> value = readout.number();
    if (!value || std::isnan(*value))
        return QStringLiteral("–");
    if (place.isPercent && readout.unit != QLatin1String("%"))
        return shownNumber(100 * *value, 1);
    return shownNumber(*value, readout.decimals);
}

QString shownParameter(const Parameter& parameter, const Value& value, const NumberPlace& place)
{
    if (const double* found = std::get_if<double>(&value)) {
        const bool percent = place.isPercent && parameter.unit != QLatin1String("%");
        return withoutTrailingZeros(shownNumber(percent ? 100 * *found : *found));
    }
    if (const QString* word = std::get_if<QString>(&value))
        return choiceLabel(parameter, *word);
    if (const bool* on = std::get_if<bool>(&value))
        return *on ? QCoreApplication::translate("NoteView", "on")
                   : QCoreApplication::translate("NoteView", "off");
    return {};
}

} // namespace tangent
