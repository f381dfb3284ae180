// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/formula.h"

#include <QObject>
#include <QTextCharFormat>
#include <QTextObjectInterface>

namespace tangent {

/// Where a formula sits on its line, in pixels.
struct FormulaBox {
    double width = 0;
    double ascent = 0;  ///< of the formula's own picture above the baseline
    double descent = 0; ///< the same below
    double middle = 0;  ///< half the x-height by which Qt's AlignMiddle raises the middle of a box
    /// Height of the box that Qt centres `middle`/2 above the baseline so that the formula's baseline is the line's.
    double height() const;
    /// From the top of that box to the baseline.
    double baseline() const { return (height() + middle) / 2; }
};

/// Draws formulas in a QTextDocument, with their baselines on the line's. Qt places inline objects on the
/// baseline with no descent unless they are aligned in the middle; the box is padded so that the middle
/// comes out right.
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

    /// The natural box of a formula in the font of its format; `maximumWidth` > 0 makes a wider one smaller.
    FormulaBox box(const QTextFormat& format, double maximumWidth = 0) const;

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position,
                    const QTextFormat& format) override;

private:
    std::shared_ptr<FormulaLibrary> library_;
};

} // namespace tangent
