// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/formula.h"

#include <QObject>
#include <QTextCharFormat>
#include <QTextObjectInterface>

namespace tangent {

/// Size of a formula on its line, in pixels.
struct FormulaBox {
    double width = 0;
    double ascent = 0;  ///< above the baseline
    double descent = 0; ///< below it
};

/// Draws formulas in a QTextDocument, with their baselines on the line's. Qt puts the bottom of an inline
/// object on the baseline; an inline formula therefore claims only its ascent and hangs its descent
/// below. (Qt's AlignMiddle gives a descent too, but draws the object in the middle of the whole line,
/// which is another place on every line.) Lines with formulas must have a fixed height that leaves room.
class FormulaObject : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    static constexpr int objectType = QTextFormat::UserObject + 1;

    FormulaObject(std::shared_ptr<FormulaLibrary> library, QObject* parent);

    /// The format of the object replacement character that stands for a formula. `text` is the format
    /// around it: its font, its colour, its link.
    static QTextCharFormat format(const QString& tex, bool display, const QTextCharFormat& text);
    static QString tex(const QTextFormat& format);
    static bool isDisplay(const QTextFormat& format);

    /// A formula in the font of its format; `maximumWidth` > 0 makes a wider one smaller.
    FormulaBox box(const QTextFormat& format, double maximumWidth = 0) const;

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position,
        const QTextFormat& format) override;

private:
    std::shared_ptr<FormulaLibrary> library_;
};

} // namespace tangent
