// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QString>
#include <QStringList>

namespace tangent {

/// Draws text inside a rectangle: the one function through which views write. What does not fit is
/// drawn all the same, clipped to nothing smaller, and noted in the record below, so that tests can say
/// which words were cut. Returns the rectangle that the text took.
QRectF drawText(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text);

/// The same with line breaks at words.
QRectF drawWrappedText(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text);

/// Collects what did not fit, while it lives. Nothing is recorded when none lives.
class TextFitRecord {
public:
    TextFitRecord();
    ~TextFitRecord();
    TextFitRecord(const TextFitRecord&) = delete;
    TextFitRecord& operator=(const TextFitRecord&) = delete;

    QStringList unfitting() const { return unfitting_; }
    /// Called by the drawing functions and by views that had to leave words out.
    static void note(const QString& text);

private:
    QStringList unfitting_;
    TextFitRecord* outer_ = nullptr;
};

/// Writes a number in equal digit cells, so that it does not jitter while it changes (Inter's digits
/// are proportional before Qt 6.7).
void drawNumber(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& number);

} // namespace tangent
