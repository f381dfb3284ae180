// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/value.h"

#include <QLocale>

#include <limits>

namespace tangent {

namespace {

template <class T>
T held(const Value& value, T otherwise)
{
    const T* found = std::get_if<T>(&value);
    return found ? *found : otherwise;
}

} // namespace

double number(const Value& value, double otherwise)
{
    return held<double>(value, otherwise);
}

bool flag(const Value& value)
{
    return held<bool>(value, false);
}

QString text(const Value& value)
{
    return held<QString>(value, {});
}

QPointF point(const Value& value)
{
    return held<QPointF>(value, {});
}

QStringList list(const Value& value)
{
    return held<QStringList>(value, {});
}

const Rows& rows(const Value& value)
{
    static const Rows none;
    const Rows* found = std::get_if<Rows>(&value);
    return found ? *found : none;
}

double cellNumber(const Cell& cell)
{
    const double* found = std::get_if<double>(&cell);
    return found ? *found : std::numeric_limits<double>::quiet_NaN();
}

QString cellText(const Cell& cell)
{
    if (const QString* found = std::get_if<QString>(&cell))
        return *found;
    return QString::number(std::get<double>(cell), 'g', QLocale::FloatingPointShortest);
}

} // namespace tangent
