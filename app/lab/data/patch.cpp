// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/patch.h"

#include "app/lab/data/data_text.h"
#include "widgets/scene/number_text.h"

#include <QUrl>

#include <algorithm>
#include <optional>
#include <utility>

namespace tangent {

namespace {

QString decoded(const QString& piece)
{
    const bool isPlain = std::all_of(piece.begin(), piece.end(),
        [](QChar one) { return one.unicode() < 0x80 && one != QLatin1Char('%'); });
    return isPlain ? piece : QUrl::fromPercentEncoding(piece.toUtf8());
}

bool needsNoCode(QChar one)
{
    const char16_t code = one.unicode();
    return (code >= u'0' && code <= u'9') || (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z')
        || code == u'-' || code == u'.' || code == u'_' || code == u'~';
}

/// Drawn sheets hold thousands of cells, nearly all of them numbers and plain words.
void appendEncoded(QString* text, const QString& piece)
{
    if (std::all_of(piece.begin(), piece.end(), needsNoCode))
        *text += piece;
    else
        *text += QLatin1String(QUrl::toPercentEncoding(piece));
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

bool readGone(const QString& item, Patch* patch)
{
    const auto count = rowId(item.mid(1));
    if (!count || size_t(*count) > mostAddedRows - patch->added.size())
        return false;
    patch->added.resize(patch->added.size() + size_t(*count));
    return true;
}

bool readItem(const QString& item, Patch* patch)
{
    if (item.startsWith(QLatin1Char('-'))) {
        const auto id = rowId(decoded(item.mid(1)));
        if (id)
            patch->removed.insert(*id);
        return id.has_value();
    }
    if (item.startsWith(QLatin1Char('~')))
        return readGone(item, patch);
    const int plus = item.startsWith(QLatin1Char('+'))               ? 1
        : item.startsWith(QLatin1String("%2B"), Qt::CaseInsensitive) ? 3
                                                                     : 0;
    if (plus == 0)
        return readChange(item, patch);
    if (patch->added.size() == mostAddedRows)
        return false;
    patch->added.emplace_back(readRow(item.mid(plus)));
    return true;
}

} // namespace

int Patch::rowsAdded() const
{
    return int(std::count_if(added.begin(), added.end(), [](const auto& row) { return row.has_value(); }));
}

Patch parsePatch(const QString& text, QStringList* complaints)
{
    Patch patch;
    const QStringList items = text.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString& item : items) {
        if (readItem(item, &patch) || !complaints)
            continue;
        *complaints << (patch.added.size() == mostAddedRows
                ? DataText::tr("patch: at most %1 rows are added; put them into the file.")
                      .arg(shownCount(mostAddedRows))
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
    constexpr qsizetype usualRow = 24; // letters
    QString text;
    text.reserve(usualRow * qsizetype(patch.changed.size() + patch.added.size()));
    const auto begin = [&text] {
        if (!text.isEmpty())
            text += QLatin1Char(';');
    };
    for (const auto& [id, cells] : patch.changed) {
        begin();
        text += QString::number(id) + QLatin1Char(':');
        bool isFirst = true;
        for (const auto& [column, value] : cells) {
            if (!std::exchange(isFirst, false))
                text += QLatin1Char(',');
            appendEncoded(&text, column);
            text += column.contains(QLatin1Char('=')) ? QLatin1String("=") : QLatin1String("%3D");
            appendEncoded(&text, value);
        }
    }
    for (const int id : patch.removed) {
        begin();
        text += QLatin1Char('-') + QString::number(id);
    }
    for (size_t i = 0; i < patch.added.size(); ++i) {
        begin();
        if (!patch.added[i]) {
            const auto next = std::find_if(patch.added.begin() + qsizetype(i), patch.added.end(),
                [](const auto& row) { return row.has_value(); });
            const qsizetype gone = next - patch.added.begin() - qsizetype(i);
            text += QLatin1Char('~') + QString::number(gone);
            i += size_t(gone) - 1;
            continue;
        }
        text += QLatin1String("%2B");
        bool isFirst = true;
        for (const QString& value : *patch.added[i]) {
            if (!std::exchange(isFirst, false))
                text += QLatin1Char(',');
            appendEncoded(&text, value);
        }
    }
    return text;
}

} // namespace tangent
