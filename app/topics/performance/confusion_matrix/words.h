// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/number_text.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace tangent::confusion {

/// Interface text of this lab, through the translator.
inline QString tr(const char* text)
{
    return QCoreApplication::translate("ConfusionMatrix", text);
}

/// Shares and scores: three digits after the point; a dash where there is nothing to divide by.
inline QString shownShare(const std::optional<double>& share)
{
    return share ? shownNumber(*share, 3) : QStringLiteral("–");
}

/// "1 row", "38 rows"
inline QString rowsText(std::int64_t count)
{
    return counted(count, tr("1 row"), tr("%1 rows"));
}

/// Names of classes are the user's own and may be sentences: only so much of them is written in figures.
inline QString shortName(const QString& name)
{
    constexpr qsizetype most = 24;
    return name.size() > most ? name.left(most - 1) + QChar(0x2026) : name;
}

/// The name in a sentence: "Chinstrap", but "class 2".
inline QString inSentence(const QString& name)
{
    const bool isNumber = !name.isEmpty() && name[0].isDigit();
    return isNumber ? tr("class %1").arg(shortName(name)) : shortName(name);
}

/// "38 of 68 Chinstrap", "25 of 50 rows of class 2"
inline QString partOf(std::int64_t part, std::int64_t whole, const QString& name)
{
    const bool isNumber = inSentence(name) != shortName(name);
    return (isNumber ? tr("%1 of %2 rows of %3") : tr("%1 of %2 %3"))
        .arg(shownCount(part), shownCount(whole), inSentence(name));
}

} // namespace tangent::confusion
