// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/number_text.h"

#include <QLocale>

#include <cmath>

namespace tangent {

namespace {

QString withTrueMinus(QString text)
{
    text.replace(QLatin1Char('-'), QChar(0x2212));
    return text;
}

constexpr double groupsFrom = 1e4; // four digits are read at a glance

/// Groups also where the locale (that of C) has a separator and leaves it out.
QLocale localeFor(double size)
{
    QLocale locale;
    locale.setNumberOptions(size >= groupsFrom ? QLocale::DefaultNumberOptions : QLocale::OmitGroupSeparator);
    return locale;
}

} // namespace

QString shownNumber(double value, int decimals)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    const double size = std::abs(value);
    const QLocale locale = localeFor(size);
    if (decimals >= 0 && size < 1e9)
        return withTrueMinus(locale.toString(value, 'f', decimals));
    if (value == std::floor(value) && size < 1e7)
        return withTrueMinus(locale.toString(value, 'f', 0));
    if (size >= 1e6 || size < 1e-4)
        return withTrueMinus(locale.toString(value, 'e', 2));
    const int digitsBeforePoint = int(std::floor(std::log10(size))) + 1; // negative for leading zeros
    return withTrueMinus(locale.toString(value, 'f', std::max(0, 4 - digitsBeforePoint)));
}

QString shownCount(qint64 count)
{
    return withTrueMinus(localeFor(std::abs(double(count))).toString(count));
}

QString withoutTrailingZeros(QString shown)
{
    const QString point = QLocale().decimalPoint();
    if (!shown.contains(point) || shown.contains(QLatin1Char('e')))
        return shown;
    while (shown.endsWith(QLatin1Char('0')))
        shown.chop(1);
    if (shown.endsWith(point))
        shown.chop(point.size());
    return shown;
}

QString exactNumber(double value)
{
    const double size = std::abs(value);
    const bool plain = size == 0 || (size >= 1e-5 && size < 1e15); // links are read by people, too
    return QString::number(value, plain ? 'f' : 'g', QLocale::FloatingPointShortest);
}

QString counted(qint64 count, const QString& one, const QString& many)
{
    return count == 1 ? one : many.arg(shownCount(count));
}

QString shownPercent(double share)
{
    return shownNumber(100 * share, 1) + QStringLiteral(" %");
}

} // namespace tangent
