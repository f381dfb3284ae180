// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/patch_items.h"

#include <QUrl>

namespace tangent {

namespace {

const QString patchKey = QStringLiteral("patch");

QString encoded(const QString& piece)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(piece));
}

} // namespace

QString addedItem(const QStringList& cells)
{
    QStringList pieces;
    for (const QString& cell : cells)
        pieces << encoded(cell);
    return QStringLiteral("%2B") + pieces.join(QLatin1Char(','));
}

QString removedItem(int rowId)
{
    return QStringLiteral("-%1").arg(rowId);
}

QString changedItem(int rowId, const QStringList& columns, const QStringList& cells)
{
    QStringList pieces;
    for (qsizetype i = 0; i < columns.size() && i < cells.size(); ++i) {
        // A bare sign parts the piece where the column's own name holds one.
        const bool bare = columns[i].contains(QLatin1Char('='));
        pieces << encoded(columns[i]) + (bare ? QStringLiteral("=") : QStringLiteral("%3D"))
                + encoded(cells[i]);
    }
    return QString::number(rowId) + QLatin1Char(':') + pieces.join(QLatin1Char(','));
}

QString patchIn(const Values& values)
{
    return text(values.value(patchKey));
}

Intent patched(const Values& values, const QStringList& items, Intent::Phase phase)
{
    const QString held = patchIn(values);
    const QString added = items.join(QLatin1Char(';'));
    Intent intent;
    intent.values.insert(patchKey, held.isEmpty() ? added : held + QLatin1Char(';') + added);
    intent.phase = phase;
    return intent;
}

} // namespace tangent
