// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/chip.h"

#include "widgets/views/shaped_line.h"
#include "widgets/views/text.h"

#include <QFontMetricsF>

#include <algorithm>

namespace tangent {

QRectF paintChip(QPainter& painter, const QRectF& room, QPointF at, double away, const QStringList& lines,
    const Theme& theme)
{
    if (lines.isEmpty())
        return {};
    const QFont font = uiFont(11.5);
    const QFontMetricsF metrics(font);
    double width = 0;
    for (const QString& line : lines)
        width = std::max(width, lineAdvance(font, line));
    QRectF box(0, 0, width + 16, metrics.height() * double(lines.size()) + 8);
    box.moveBottomLeft(at + QPointF(away, -away));
    if (box.right() > room.right())
        box.moveRight(at.x() - away);
    if (box.top() < room.top())
        box.moveTop(at.y() + away);
    box.moveLeft(std::max(room.left(), std::min(box.left(), room.right() - box.width())));
    box.moveTop(std::max(room.top(), std::min(box.top(), room.bottom() - box.height())));

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.hairline, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setFont(font);
    painter.setPen(theme.ink);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRectF line(
            box.left() + 8, box.top() + 4 + double(i) * metrics.height(), box.width() - 16, metrics.height());
        drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, lines[i]);
    }
    painter.restore();
    return box;
}

} // namespace tangent
