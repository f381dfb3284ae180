// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/cell_value.h"

#include "app/lab/data/columns.h"
#include "app/lab/data/dates.h"
#include "widgets/scene/number_text.h"

#include <cmath>
#include <limits>

namespace tangent {

bool isMissingCell(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return isMissingWord({bytes.constData(), size_t(bytes.size())});
}

std::optional<double> numericCell(const Column& column, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    const std::string_view view(bytes.constData(), size_t(bytes.size()));
    if (isMissingWord(view))
        return std::numeric_limits<double>::quiet_NaN();
    return column.type == Column::Type::Date ? readDate(view) : readNumber(view);
}

std::optional<QString> canonicalCell(const Column& column, const QString& text)
{
    if (!column.isNumeric())
        return isMissingCell(text) ? QString() : text;
    const auto value = numericCell(column, text);
    if (!value)
        return std::nullopt;
    if (std::isnan(*value))
        return QString();
    return column.type == Column::Type::Date ? dateText(*value) : exactNumber(*value);
}

} // namespace tangent
