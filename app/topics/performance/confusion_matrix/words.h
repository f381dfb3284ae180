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

inline QString shownCount(std::int64_t count)
{
    return QString::number(count);
}

/// "1 row", "38 rows"
inline QString rowsText(std::int64_t count)
{
    return count == 1 ? tr("1 row") : tr("%1 rows").arg(count);
}

/// Names of classes are the user's own and may be sentences: only so much of them is written in figures.
inline QString shortName(const QString& name)
{
    constexpr qsizetype most = 24;
    return name.size() > most ? name.left(most - 1) + QChar(0x2026) : name;
}

} // namespace tangent::confusion
