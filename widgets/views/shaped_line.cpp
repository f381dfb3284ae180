// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/shaped_line.h"

#include <QCache>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPaintEngine>
#include <QTextLayout>

#include <cmath>
#include <optional>

namespace tangent {

namespace {

constexpr int keptLines = 4000;

struct LineInFont {
    QString line;
    QFont font;
    bool operator==(const LineInFont& other) const { return line == other.line && font == other.font; }
};

size_t qHash(const LineInFont& key, size_t seed)
{
    return qHashMulti(seed, key.line, key.font.pixelSize(), key.font.weight());
}

struct Shaped {
    double width = 0;
    std::optional<QList<QGlyphRun>> letters; ///< from the baseline's left end; once they are drawn
};

using ShapedLines = QCache<LineInFont, Shaped>;

ShapedLines& linesOfThisThread()
{
    static thread_local ShapedLines lines(keptLines);
    return lines;
}

/// The letters hold fonts, which must not outlive the application that lent them.
void forgetLines()
{
    linesOfThisThread().clear();
}

ShapedLines& shapedLines()
{
    static const bool forgotten = (qAddPostRoutine(forgetLines), true);
    Q_UNUSED(forgotten)
    return linesOfThisThread();
}

Shaped* shaped(const QFont& font, const QString& line)
{
    ShapedLines& lines = shapedLines();
    LineInFont key{line, font};
    if (Shaped* known = lines.object(key))
        return known;
    auto* made = new Shaped{QFontMetricsF(font).horizontalAdvance(line), std::nullopt};
    lines.insert(std::move(key), made);
    return made;
}

QList<QGlyphRun> lettersOf(const QFont& font, const QString& line)
{
    QTextLayout layout(line, font);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    QTextLine only = layout.createLine();
    layout.endLayout();
    only.setPosition(QPointF(0, -only.ascent()));
    return layout.glyphRuns();
}

bool isPlain(const QPainter& painter, const QFont& font)
{
    const bool isDecorated = font.underline() || font.overline() || font.strikeOut();
    return painter.paintEngine()->type() == QPaintEngine::Raster && !isDecorated
        && painter.layoutDirection() != Qt::RightToLeft;
}

} // namespace

double lineAdvance(const QFont& font, const QString& line)
{
    return shaped(font, line)->width;
}

void drawLine(QPainter& painter, QPointF baseline, const QString& line)
{
    const QFont font = painter.font();
    if (!isPlain(painter, font)) {
        painter.drawText(baseline, line);
        return;
    }
    Shaped* known = shaped(font, line);
    if (!known->letters)
        known->letters = lettersOf(font, line);
    // QPainter begins a text at whole sixty-fourths of a pixel.
    const QPointF start(std::trunc(baseline.x() * 64) / 64, baseline.y());
    for (const QGlyphRun& letters : *known->letters)
        painter.drawGlyphRun(start, letters);
}

} // namespace tangent
