// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/text.h"

#include "widgets/views/theme.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

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

double digitCell(const QFontMetricsF& metrics)
{
    double widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    return widest;
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
    const QRectF taken = aligned(box, {metrics.horizontalAdvance(text), metrics.height()}, alignment);
    painter.drawText(taken.topLeft() + QPointF(0, metrics.ascent()), text);
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
    const double cell = digitCell(metrics);
    const auto advance = [&](QChar letter) {
        return letter.isDigit() ? cell : metrics.horizontalAdvance(letter);
    };
    double width = 0;
    for (const QChar letter : number)
        width += advance(letter);
    const QRectF taken = aligned(box, {width, metrics.height()}, alignment);
    const double baseline = taken.top() + metrics.ascent();
    double x = taken.left();
    for (const QChar letter : number) {
        const double inset = (advance(letter) - metrics.horizontalAdvance(letter)) / 2;
        painter.drawText(QPointF(x + inset, baseline), QString(letter));
        x += advance(letter);
    }
    noteUnlessFitting(box, taken, number);
}

QFont uiFont(double pixels, int strength)
{
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(std::max(1, int(std::lround(pixels * currentScale))));
    font.setWeight(QFont::Weight(strength));
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
