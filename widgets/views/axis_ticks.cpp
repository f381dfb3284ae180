// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/axis_ticks.h"

#include "widgets/scene/number_text.h"
#include "widgets/views/text.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

bool keepApart(const Axis& axis, const std::vector<Tick>& ticks, double length, double gap,
    const LabelLength& labelLength)
{
    const bool logarithmic = axis.scale == Axis::Scale::Log;
    const auto along = [&](double value) { return logarithmic ? std::log10(value) : value; };
    const double perUnit = length / (along(axis.maximum) - along(axis.minimum));
    for (size_t i = 1; i < ticks.size(); ++i) {
        const double apart = std::abs(along(ticks[i].at) - along(ticks[i - 1].at)) * perUnit;
        if (apart < (labelLength(ticks[i].label) + labelLength(ticks[i - 1].label)) / 2 + gap)
            return false;
    }
    return true;
}

QString superscript(int exponent)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = exponent < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(exponent)))
        text += digits[digit.digitValue()];
    return text;
}

QString powerOfTen(int exponent)
{
    if (exponent >= -4 && exponent <= 5)
        return shownNumber(std::pow(10.0, exponent), std::max(0, -exponent));
    return QStringLiteral("10") + superscript(exponent);
}

/// Multiples of a step inside the axis, with as many digits as the step needs; very large and very small
/// ones share a power of ten.
std::vector<Tick> multiples(const Axis& axis, double step)
{
    std::vector<Tick> ticks;
    const double first = std::ceil(axis.minimum / step - 1e-9);
    const double last = std::floor(axis.maximum / step + 1e-9);
    const int size =
        int(std::floor(std::log10(std::max(std::abs(axis.minimum), std::abs(axis.maximum))) + 1e-9));
    const int stepSize = int(std::floor(std::log10(step) + 1e-9));
    const bool plain = size <= 5 && stepSize >= -5;
    const int shared = plain ? 0 : size;
    const QString power = plain ? QString() : QStringLiteral("×10") + superscript(shared);
    for (double i = first; i <= last && ticks.size() < 1000; ++i) {
        const double at = i == 0 ? 0 : i * step;
        const double lead = at / std::pow(10.0, shared);
        ticks.push_back(
            {at, at == 0 ? shownNumber(0) : shownNumber(lead, std::max(0, shared - stepSize)) + power});
    }
    return ticks;
}

std::vector<Tick> linearTicks(const Axis& axis, double length, double gap, const LabelLength& labelLength)
{
    const double range = axis.maximum - axis.minimum;
    double power = std::pow(10.0, std::floor(std::log10(range * 20 / std::max(length, 20.0))));
    std::vector<Tick> ticks;
    for (int i = 0; i < 30; ++i) {
        for (const double lead : {1.0, 2.0, 5.0}) {
            std::vector<Tick> tried = multiples(axis, lead * power);
            if (tried.size() < 2 && !ticks.empty())
                return ticks; // crowded, but two labels tell more than one
            if (tried.size() < 1000) {
                ticks = std::move(tried);
                if (keepApart(axis, ticks, length, gap, labelLength))
                    return ticks;
            }
        }
        power *= 10;
    }
    return ticks;
}

QString logLabel(double lead, int exponent)
{
    if (lead == 1)
        return powerOfTen(exponent);
    if (exponent >= -4 && exponent <= 5)
        return shownNumber(lead * std::pow(10.0, exponent), std::max(0, -exponent));
    return shownNumber(lead) + QChar(0x00d7) + powerOfTen(exponent);
}

std::vector<Tick> logTicks(const Axis& axis, double length, double gap, const LabelLength& labelLength)
{
    const int first = int(std::floor(std::log10(axis.minimum) - 1e-9));
    const int last = int(std::ceil(std::log10(axis.maximum) + 1e-9));
    const auto inside = [&](double value) {
        return value >= axis.minimum * (1 - 1e-9) && value <= axis.maximum * (1 + 1e-9);
    };
    static const std::vector<std::vector<double>> patterns = {
        {1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 5}, {1, 3}, {1}};
    for (const std::vector<double>& leads : patterns) {
        std::vector<Tick> ticks;
        for (int exponent = first; exponent <= last; ++exponent) {
            for (const double lead : leads) {
                const double at = lead * std::pow(10.0, exponent);
                if (inside(at))
                    ticks.push_back({at, logLabel(lead, exponent)});
            }
        }
        if (ticks.size() >= 2 && keepApart(axis, ticks, length, gap, labelLength))
            return ticks;
    }
    for (int every = 2; every <= last - first; ++every) {
        std::vector<Tick> ticks;
        for (int exponent = first; exponent <= last; ++exponent) {
            const double at = std::pow(10.0, exponent);
            if (exponent % every == 0 && inside(at))
                ticks.push_back({at, powerOfTen(exponent)});
        }
        if (ticks.size() >= 2 && keepApart(axis, ticks, length, gap, labelLength))
            return ticks;
    }
    // Less than a step of 1-2-5: here the axis is nearly linear.
    return linearTicks(axis, length, 2 * gap, labelLength);
}

/// The words in two lines of about the same length.
QString inTwoLines(const QString& name)
{
    qsizetype best = -1;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool nearer = best < 0 || std::abs(2 * i - name.size()) < std::abs(2 * best - name.size());
        if (name[i] == QLatin1Char(' ') && nearer)
            best = i;
    }
    if (best < 0)
        return name;
    return name.left(best) + QLatin1Char('\n') + name.mid(best + 1);
}

/// Names every `stride` categories, in two lines where one is longer than `room`.
std::vector<Tick> namedEvery(const Axis& axis, int stride, double room, const LabelLength& labelLength)
{
    std::vector<Tick> ticks;
    for (int i = 0; i < axis.categories.size(); i += stride) {
        const QString& name = axis.categories[i];
        if (i >= axis.minimum && i <= axis.maximum)
            ticks.push_back({double(i), labelLength(name) <= room ? name : inTwoLines(name)});
    }
    return ticks;
}

std::vector<Tick> categoryTicks(const Axis& axis, double length, double gap, const LabelLength& labelLength)
{
    const int count = int(axis.categories.size());
    for (int stride = 1; stride <= count; ++stride) {
        const double room = stride * length / (axis.maximum - axis.minimum) - gap;
        const std::vector<Tick> ticks = namedEvery(axis, stride, room, labelLength);
        const bool fits = std::all_of(
            ticks.begin(), ticks.end(), [&](const Tick& tick) { return labelLength(tick.label) <= room; });
        if (!fits && stride < count)
            continue;
        bool isNumber = fits;
        if (stride > 1 && fits)
            axis.categories[1].toDouble(&isNumber);
        if (!isNumber) // numbers in between can be guessed, names cannot
            TextFitRecord::note(axis.categories[stride > 1 ? 1 : 0]);
        return ticks;
    }
    return {};
}

struct TimeStep {
    double milliseconds;
    const char* format;
};

std::vector<Tick> timeTicks(const Axis& axis, double length, double gap, const LabelLength& labelLength)
{
    static constexpr double second = 1000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;
    static constexpr TimeStep steps[] = {{1, "ss.zzz"}, {10, "ss.zzz"}, {100, "ss.zzz"}, {second, "HH:mm:ss"},
        {5 * second, "HH:mm:ss"}, {15 * second, "HH:mm:ss"}, {30 * second, "HH:mm:ss"}, {minute, "HH:mm"},
        {5 * minute, "HH:mm"}, {15 * minute, "HH:mm"}, {30 * minute, "HH:mm"}, {hour, "HH:mm"},
        {3 * hour, "HH:mm"}, {6 * hour, "HH:mm"}, {12 * hour, "d MMM HH:mm"}, {day, "d MMM"},
        {2 * day, "d MMM"}, {7 * day, "d MMM"}, {14 * day, "d MMM"}};
    const QLocale locale;
    const auto label = [&](double at, const char* format) {
        return locale.toString(
            QDateTime::fromMSecsSinceEpoch(qint64(at), QTimeZone::utc()), QLatin1String(format));
    };
    for (const TimeStep& step : steps) {
        if ((axis.maximum - axis.minimum) / step.milliseconds > length / 8)
            continue;
        std::vector<Tick> ticks;
        for (double at = std::ceil(axis.minimum / step.milliseconds) * step.milliseconds; at <= axis.maximum;
             at += step.milliseconds)
            ticks.push_back({at, label(at, step.format)});
        if (!ticks.empty() && keepApart(axis, ticks, length, gap, labelLength))
            return ticks;
    }
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(qint64(axis.minimum), QTimeZone::utc());
    std::vector<Tick> ticks;
    for (const int months : {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200}) {
        ticks.clear();
        const int years = std::max(1, months / 12);
        QDate date(start.date().year() - start.date().year() % years, 1, 1);
        for (; ticks.size() < 1000; date = date.addMonths(months)) {
            const double at = double(QDateTime(date, QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch());
            if (at > axis.maximum)
                break;
            if (at >= axis.minimum)
                ticks.push_back({at, label(at, months < 12 ? "MMM yyyy" : "yyyy")});
        }
        if (keepApart(axis, ticks, length, gap, labelLength))
            break;
    }
    return ticks;
}

} // namespace

std::vector<Tick> axisTicks(const Axis& axis, double length, double gap, const LabelLength& labelLength)
{
    if (axis.hidden || length <= 0)
        return {};
    switch (axis.scale) {
    case Axis::Scale::Log:
        return logTicks(axis, length, gap, labelLength);
    case Axis::Scale::Category:
        return categoryTicks(axis, length, gap, labelLength);
    case Axis::Scale::Time:
        return timeTicks(axis, length, gap, labelLength);
    case Axis::Scale::Linear:
        break;
    }
    return linearTicks(axis, length, gap, labelLength);
}

QString numberAtResolution(double value, double resolution)
{
    const int decimals = resolution > 0 ? int(std::ceil(-std::log10(resolution) - 1e-9)) : 9;
    if (value == std::round(value) || decimals > 6 || std::abs(value) >= 1e6)
        return shownNumber(value);
    return shownNumber(value, std::max(decimals, 0));
}

QString axisValueText(const Axis& axis, double value)
{
    if (axis.scale == Axis::Scale::Category) {
        const int index = int(std::lround(value));
        if (index >= 0 && index < axis.categories.size())
            return axis.categories[index];
    }
    if (axis.scale == Axis::Scale::Time && std::isfinite(value)) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(qint64(value), QTimeZone::utc());
        return QLocale().toString(time, QStringLiteral("d MMM yyyy HH:mm:ss"));
    }
    const bool linear = axis.scale != Axis::Scale::Log;
    const QString text =
        linear ? numberAtResolution(value, (axis.maximum - axis.minimum) / 500) : shownNumber(value);
    return axis.unit.isEmpty() ? text : text + QChar(0x00a0) + axis.unit;
}

QString axisTitle(const Axis& axis)
{
    if (axis.unit.isEmpty() || axis.label.isEmpty())
        return axis.label.isEmpty() ? axis.unit : axis.label;
    return axis.label + QStringLiteral(", ") + axis.unit;
}

} // namespace tangent
