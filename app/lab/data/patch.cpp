// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/patch.h"

#include "app/lab/data/data_text.h"

#include <QUrl>

#include <optional>

namespace tangent {

namespace {

constexpr size_t maximumAddedRows = 100'000;

QString decoded(const QString& piece)
{
    return QUrl::fromPercentEncoding(piece.toUtf8());
}

QString encoded(const QString& piece)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(piece));
}

QString shortened(const QString& text)
{
    return text.size() > 40 ? text.left(40) + QStringLiteral("…") : text;
}

std::optional<int> rowId(const QString& text)
{
    bool ok = false;
    const int id = text.toInt(&ok);
    const bool digits =
        !text.isEmpty() && text.front() >= QLatin1Char('0') && text.front() <= QLatin1Char('9');
    return ok && digits && id >= 1 ? std::optional<int>(id) : std::nullopt;
}

struct Assignment {
    QString left;
    QString value;
};

/// Splits `LEFT=VALUE`. A bare equals sign wins over an encoded one, which may belong to a column's name.
std::optional<Assignment> assignment(const QString& piece)
{
    auto equals = piece.indexOf(QLatin1Char('='));
    if (equals >= 0)
        return Assignment{decoded(piece.left(equals)), decoded(piece.mid(equals + 1))};
    const QString plain = decoded(piece);
    equals = plain.indexOf(QLatin1Char('='));
    return equals < 0 ? std::nullopt : std::optional(Assignment{plain.left(equals), plain.mid(equals + 1)});
}

bool readChange(const QString& item, Patch* patch)
{
    std::map<QString, QString> cells;
    std::optional<int> id;
    const QStringList pieces = item.split(QLatin1Char(','));
    for (const QString& piece : pieces) {
        auto cell = assignment(piece);
        if (!cell)
            return false;
        if (!id) {
            const auto colon = cell->left.indexOf(QLatin1Char(':'));
            id = rowId(cell->left.left(colon));
            if (colon < 0 || !id)
                return false;
            cell->left.remove(0, colon + 1);
        }
        if (cell->left.isEmpty())
            return false;
        cells[cell->left] = cell->value;
    }
    for (const auto& [column, value] : cells)
        patch->changed[*id][column] = value;
    return true;
}

QStringList readRow(const QString& item)
{
    QStringList values;
    const QStringList pieces = item.split(QLatin1Char(','));
    for (const QString& piece : pieces)
        values << decoded(piece);
    while (!values.isEmpty() && values.back().isEmpty())
        values.removeLast();
    return values;
}

bool readItem(const QString& item, Patch* patch)
{
    if (item.startsWith(QLatin1Char('-'))) {
        const auto id = rowId(decoded(item.mid(1)));
        if (id)
            patch->removed.insert(*id);
        return id.has_value();
    }
    const int plus = item.startsWith(QLatin1Char('+'))               ? 1
        : item.startsWith(QLatin1String("%2B"), Qt::CaseInsensitive) ? 3
                                                                     : 0;
    if (plus == 0)
        return readChange(item, patch);
    if (patch->added.size() == maximumAddedRows)
        return false;
    patch->added.push_back(readRow(item.mid(plus)));
    return true;
}

} // namespace

Patch parsePatch(const QString& text, QStringList* complaints)
{
    Patch patch;
    const QStringList items = text.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString& item : items) {
        if (readItem(item, &patch) || !complaints)
            continue;
        *complaints << (patch.added.size() == maximumAddedRows
                ? DataText::tr("patch: at most %1 rows are added; put them into the file.")
                      .arg(maximumAddedRows)
                : DataText::tr("patch: “%1” is no change; write 12:COLUMN=VALUE, -12 or +VALUE,VALUE.")
                      .arg(shortened(decoded(item))));
        if (complaints->size() >= 20)
            break;
    }
    for (const int id : patch.removed)
        patch.changed.erase(id);
    return patch;
}

QString toString(const Patch& patch)
{
    QStringList items;
    for (const auto& [id, cells] : patch.changed) {
        QStringList pieces;
        for (const auto& [column, value] : cells) {
            const bool bare = column.contains(QLatin1Char('='));
            pieces << encoded(column) + (bare ? QStringLiteral("=") : QStringLiteral("%3D")) + encoded(value);
        }
        items << QString::number(id) + QLatin1Char(':') + pieces.join(QLatin1Char(','));
    }
    for (const int id : patch.removed)
        items << QStringLiteral("-%1").arg(id);
    for (const QStringList& row : patch.added) {
        QStringList pieces;
        for (const QString& value : row)
            pieces << encoded(value);
        items << QStringLiteral("%2B") + pieces.join(QLatin1Char(','));
    }
    return items.join(QLatin1Char(';'));
}

} // namespace tangent
