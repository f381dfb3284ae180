// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/number_text.h"

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace tangent::tfidf {

/// Interface text of this lab, through the translator.
inline QString tr(const char* text)
{
    return QCoreApplication::translate("TfIdf", text);
}

inline QString fromText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// A weight, an idf or a score: two decimals, more where they would be zeros.
inline QString shownWeight(double value)
{
    if (value == 0 || value >= 0.005)
        return shownNumber(value, 2);
    return value >= 0.00005 ? shownNumber(value, 4) : shownNumber(value);
}

inline QString documentName(int document)
{
    return tr("Document %1").arg(document + 1);
}

/// A word or term as it is spoken of, not too long for a sentence.
inline QString quoted(const QString& term)
{
    constexpr int most = 24;
    const QString cut = term.size() > most ? term.left(most - 1) + QChar(0x2026) : term;
    return QStringLiteral("“%1”").arg(cut);
}

} // namespace tangent::tfidf
