// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/words_paint.h"

#include "widgets/views/colour_ramps.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace tangent {

namespace {

/// The map begins near the surface; a shade of nearly nothing is still seen to be one.
QColor shadeColour(const Theme& theme, double shade)
{
    return theme.mapped(ColourMap::Sequential, std::clamp(shade, 0.0, 1.0));
}

void paintPiece(QPainter& painter, const WordsGeometry::Piece& piece, const WordsFigure::Run& run,
    const WordsGeometry& geometry, const Theme& theme, bool hovered)
{
    const QRectF box = geometry.placed(piece.box);
    const QRectF word(box.left(), box.top() + 1, piece.width + 2 * geometry.rim, box.height() - 2);
    QColor ink = run.role == Role::Ink ? theme.ink : theme.strong(run.role);
    if (run.shade >= 0) {
        const QColor shade = shadeColour(theme, run.shade);
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade);
        painter.drawRoundedRect(word, 3, 3);
        if (contrast(ink, shade) < 4.5)
            ink = inkOn(shade, theme);
    }
    if (hovered)
        drawFrame(painter, word, theme.ink, 1.2, 3);
    painter.setFont(run.strong ? geometry.strongFont : geometry.font);
    painter.setPen(ink);
    const QRectF written = drawText(painter, word, Qt::AlignCenter, piece.text);
    if (run.struck) {
        painter.setPen(QPen(ink, 1.3));
        const double y = written.center().y() + 1;
        painter.drawLine(QPointF(written.left() - 1, y), QPointF(written.right() + 1, y));
    } else if (!run.target.key.isEmpty() || !run.drops.empty()) {
        drawEditableSign(painter, written.adjusted(0, 0, 0, -1), mixed(ink, theme.surface, 0.45));
    }
    if (piece.last && !run.note.isEmpty()) {
        painter.setFont(geometry.noteFont);
        painter.setPen(theme.muted);
        drawText(painter, QRectF(word.right(), box.top(), box.right() - word.right(), box.height()),
            Qt::AlignVCenter | Qt::AlignRight, run.note);
    }
}

void paintCross(QPainter& painter, const QRectF& box, const Theme& theme)
{
    painter.setPen(QPen(theme.muted, 1.4));
    const QPointF middle = box.center();
    painter.drawLine(middle + QPointF(-3.5, -3.5), middle + QPointF(3.5, 3.5));
    painter.drawLine(middle + QPointF(-3.5, 3.5), middle + QPointF(3.5, -3.5));
}

void paintTitle(QPainter& painter, const QRectF& line, const WordsFigure::Paragraph& paragraph,
    const WordsGeometry& geometry, const Theme& theme)
{
    if (paragraph.bar >= 0) {
        QColor fill = theme.accent;
        fill.setAlphaF(theme.dark ? 0.35f : 0.2f);
        QRectF bar = line.adjusted(3, 2, -3, -2);
        bar.setWidth(bar.width() * std::clamp(paragraph.bar, 0.0, 1.0));
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(bar, 2, 2);
    }
    const QRectF inside = line.adjusted(geometry.padding, 0, geometry.cross ? -22 : -geometry.padding, 0);
    painter.setFont(geometry.titleFont);
    painter.setPen(theme.ink);
    const double value = numberWidth(geometry.titleFont, paragraph.value);
    drawText(painter, inside.adjusted(0, 0, -value, 0), Qt::AlignLeft | Qt::AlignVCenter, paragraph.title);
    drawNumber(painter, inside, Qt::AlignRight | Qt::AlignVCenter, paragraph.value);
}

void paintAdding(QPainter& painter, const QRectF& box, const QString& label, const WordsGeometry& geometry,
    const Theme& theme, bool hovered)
{
    QPen pen(hovered ? theme.accent : theme.hairline, 1);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(hovered ? QBrush(theme.accentSoft) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setFont(geometry.titleFont);
    painter.setPen(theme.accent);
    drawText(
        painter, box.adjusted(9, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("+ ") + label);
}

bool isMarked(const std::vector<int>& ids, const QSet<int>& marked)
{
    return !marked.isEmpty()
        && std::any_of(ids.begin(), ids.end(), [&](int id) { return marked.contains(id); });
}

} // namespace

void paintWordsAt(QPainter& painter, const WordsGeometry& geometry, const WordsFigure& figure,
    const Theme& theme, const QSet<int>& marked, const WordsEmphasis& emphasis)
{
    painter.save();
    painter.setClipRect(geometry.window.adjusted(-1, 0, 1, 0), Qt::IntersectClip);
    for (size_t index = 0; index < figure.paragraphs.size(); ++index) {
        const WordsFigure::Paragraph& paragraph = figure.paragraphs[index];
        const WordsGeometry::Paragraph& placed = geometry.paragraphs[index];
        const QRectF box = geometry.placed(placed.box);
        if (!box.intersects(geometry.window))
            continue;
        painter.setPen(QPen(paragraph.current ? theme.accent : theme.hairline, 1));
        painter.setBrush(paragraph.current ? theme.accentSoft : theme.surface);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        if (isMarked(paragraph.rowIds, marked))
            drawFrame(painter, box, theme.ink, 1.4, 5);
        if (!placed.title.isEmpty())
            paintTitle(painter, geometry.placed(placed.title), paragraph, geometry, theme);
        for (const WordsGeometry::Piece& piece : placed.pieces)
            paintPiece(painter, piece, paragraph.runs[size_t(piece.run)], geometry, theme,
                emphasis.hoveredParagraph == int(index) && emphasis.hoveredRun == piece.run);
        if (placed.pieces.empty() && !paragraph.text.key.isEmpty()) {
            painter.setFont(geometry.font);
            painter.setPen(theme.muted);
            const double top = placed.title.isEmpty() ? box.top() : geometry.placed(placed.title).bottom();
            drawText(painter,
                QRectF(box.left() + geometry.padding, top, box.width() - 2 * geometry.padding,
                    box.bottom() - top),
                Qt::AlignLeft | Qt::AlignVCenter,
                QCoreApplication::translate("tangent::WordsView", "empty: double-click to write"));
        }
        const bool removable = index < emphasis.removable.size() && emphasis.removable[index];
        if (removable && emphasis.paragraph == int(index))
            paintCross(painter, geometry.crossBox(int(index)), theme);
    }
    if (figure.adding)
        paintAdding(painter, geometry.placed(geometry.adding), figure.adding->label, geometry, theme,
            emphasis.addingHovered);
    if (!emphasis.focused.isEmpty())
        drawFocusRing(painter, emphasis.focused, theme);
    painter.restore();
}

} // namespace tangent
