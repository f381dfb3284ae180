// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/text.h"

#include "widgets/views/shaped_line.h"
#include "widgets/views/theme.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPaintEngine>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace tangent {

namespace {

// Rounding of glyph advances is not a cut word.
constexpr double slack = 0.75;

double currentScale = 1;
thread_local TextFitRecord* innermost = nullptr;

QRectF aligned(const QRectF& box, QSizeF size, Qt::Alignment alignment)
{
    double x = box.left();
    if (alignment & Qt::AlignRight)
        x = box.right() - size.width();
    else if (alignment & Qt::AlignHCenter)
        x = box.center().x() - size.width() / 2;
    double y = box.top();
    if (alignment & Qt::AlignBottom)
        y = box.bottom() - size.height();
    else if (alignment & Qt::AlignVCenter)
        y = box.center().y() - size.height() / 2;
    return {QPointF(x, y), size};
}

void noteUnlessFitting(const QRectF& box, const QRectF& taken, const QString& text)
{
    if (taken.width() > box.width() + slack || taken.height() > box.height() + slack)
        TextFitRecord::note(text);
}

/// The advance of a line on the painter's device.
double advanceOn(const QPainter& painter, const QFontMetricsF& metrics, const QString& line)
{
    const bool isScreen = painter.paintEngine()->type() == QPaintEngine::Raster;
    return isScreen ? lineAdvance(painter.font(), line) : metrics.horizontalAdvance(line);
}

} // namespace

QRectF drawText(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text)
{
    if (text.isEmpty())
        return {box.topLeft(), QSizeF()};
    if (text.contains(QLatin1Char('\n'))) {
        const int flags = int(alignment) | Qt::TextDontClip;
        const QRectF taken = painter.boundingRect(box, flags, text);
        painter.drawText(box, flags, text);
        noteUnlessFitting(box, taken, text);
        return taken;
    }
    const QFontMetricsF metrics(painter.font(), painter.device());
    const QRectF taken = aligned(box, {advanceOn(painter, metrics, text), metrics.height()}, alignment);
    drawLine(painter, taken.topLeft() + QPointF(0, metrics.ascent()), text);
    noteUnlessFitting(box, taken, text);
    return taken;
}

QRectF drawWrappedText(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text)
{
    if (text.isEmpty())
        return {box.topLeft(), QSizeF()};
    const int flags = int(alignment) | Qt::TextWordWrap | Qt::TextDontClip;
    const QRectF taken = painter.boundingRect(box, flags, text);
    painter.drawText(box, flags, text);
    noteUnlessFitting(box, taken, text);
    return taken;
}

TextFitRecord::TextFitRecord()
    : outer_(innermost)
{
    innermost = this;
}

TextFitRecord::~TextFitRecord()
{
    innermost = outer_;
}

void TextFitRecord::note(const QString& text)
{
    for (TextFitRecord* record = innermost; record; record = record->outer_)
        record->unfitting_.append(text);
}

void drawNumber(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& number)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    double cell = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        cell = std::max(cell, advanceOn(painter, metrics, QString(QLatin1Char(digit))));
    std::vector<double> own;
    double width = 0;
    for (const QChar letter : number) {
        own.push_back(advanceOn(painter, metrics, QString(letter)));
        width += letter.isDigit() ? cell : own.back();
    }
    const QRectF taken = aligned(box, {width, metrics.height()}, alignment);
    const double baseline = taken.top() + metrics.ascent();
    double x = taken.left();
    for (qsizetype i = 0; i < number.size(); ++i) {
        const double advance = number[i].isDigit() ? cell : own[size_t(i)];
        drawLine(painter, QPointF(x + (advance - own[size_t(i)]) / 2, baseline), QString(number[i]));
        x += advance;
    }
    noteUnlessFitting(box, taken, number);
}

QFont uiFont(double pixels, int strength)
{
    // Copies share what Qt has found out about a font; a new one has to be looked up.
    static thread_local QHash<std::pair<int, int>, QFont> known;
    const int size = std::max(1, int(std::lround(pixels * currentScale)));
    const auto found = known.constFind({size, strength});
    if (found != known.constEnd())
        return *found;
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(size);
    font.setWeight(QFont::Weight(strength));
    known.insert({size, strength}, font);
    return font;
}

double textScale()
{
    return currentScale;
}

double markScale()
{
    constexpr double largestAtTheDesk = 1.3;
    return std::max(1.0, currentScale / largestAtTheDesk);
}

void setTextScale(double scale)
{
    currentScale = std::clamp(scale, 0.8, 2.0);
}

} // namespace tangent
