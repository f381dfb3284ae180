// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/number_limits.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

/// Multiples of a step without the rounding dust of the product: 57 × 0.01 is 0.57.
double multiple(double count, double step)
{
    const double inverse = 1 / step;
    const bool wholeInverse = step < 1 && std::abs(inverse - std::round(inverse)) < 1e-9 * inverse;
    return wholeInverse ? count / std::round(inverse) : count * step;
}

double toThreeDigits(double value)
{
    if (value == 0 || !std::isfinite(value))
        return value;
    return QString::number(value, 'g', 3).toDouble();
}

} // namespace

NumberLimits NumberLimits::of(const Parameter& parameter)
{
    NumberLimits made;
    made.minimum = parameter.minimum;
    made.maximum = parameter.maximum;
    made.step = parameter.step > 0 ? parameter.step : 0.01;
    made.whole = parameter.kind == Parameter::Kind::Integer || parameter.kind == Parameter::Kind::Seed;
    made.logarithmic = parameter.logarithmic && parameter.minimum > 0;
    return made;
}

NumberLimits NumberLimits::usualOf(const Parameter& parameter)
{
    NumberLimits made = of(parameter);
    const double low = std::max(made.minimum, parameter.usualMinimum.value_or(made.minimum));
    const double high = std::min(made.maximum, parameter.usualMaximum.value_or(made.maximum));
    if (!(low < high))
        return made;
    made.minimum = low;
    made.maximum = high;
    return made;
}

double NumberLimits::clamped(double value) const
{
    const double inside = std::clamp(value, minimum, std::max(minimum, maximum));
    return whole ? std::round(inside) : inside;
}

double NumberLimits::onGrid(double value) const
{
    if (value <= minimum || value >= maximum)
        return clamped(value);
    if (logarithmic)
        return clamped(toThreeDigits(value));
    return clamped(multiple(std::round(value / step), step));
}

double NumberLimits::stepped(double value, double count) const
{
    if (!logarithmic)
        return clamped(multiple(std::round(value / step + count), step));
    const double moved = clamped(toThreeDigits(atShare(share(value) + count / 100)));
    const bool stuck = whole && moved == value;
    return stuck ? clamped(value + (count > 0 ? 1 : -1)) : moved;
}

double NumberLimits::share(double value) const
{
    if (!(maximum > minimum))
        return 0;
    const double found = logarithmic
        ? std::log(std::max(value, minimum) / minimum) / std::log(maximum / minimum)
        : (value - minimum) / (maximum - minimum);
    return std::isfinite(found) ? std::clamp(found, 0.0, 1.0) : 0;
}

double NumberLimits::atShare(double share) const
{
    const double at = std::clamp(share, 0.0, 1.0);
    return logarithmic ? minimum * std::pow(maximum / minimum, at) : minimum + at * (maximum - minimum);
}

QString NumberLimits::rangeText() const
{
    return QCoreApplication::translate("tangent::NumberLimits", "from %1 to %2")
        .arg(fieldNumber(minimum), fieldNumber(maximum));
}

QString fieldNumber(double value)
{
    if (!std::isfinite(value))
        return {};
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = value == std::floor(value) && std::abs(value) < 1e9 ? locale.toString(value, 'f', 0)
                                                                       : locale.toString(value, 'g', 7);
    text.replace(QLatin1Char('-'), QChar(0x2212));
    return text;
}

std::optional<double> readNumber(const QString& typed)
{
    QString text = typed.trimmed();
    text.replace(QChar(0x2212), QLatin1Char('-'));
    bool good = false;
    double value = QLocale().toDouble(text, &good);
    if (!good)
        value = QLocale::c().toDouble(text, &good);
    return good && std::isfinite(value) ? std::optional<double>(value) : std::nullopt;
}

} // namespace tangent
