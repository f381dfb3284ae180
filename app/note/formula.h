// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QImage>
#include <QPainter>
#include <QString>

#include <memory>
#include <optional>

class QSvgRenderer;

namespace tangent {

/// Name of a formula's picture: the first 16 hex digits of SHA-256 over "display:" or "inline:" and the
/// TeX, its white space folded.
QString formulaName(const QString& tex, bool display);

/// Size of a formula in ex, the height of a small x.
struct FormulaSize {
    double width = 0;
    double height = 0;
    double depth = 0; ///< below the baseline, positive
    double ascent() const { return height - depth; }
};

/// The pictures of formulas below a folder or resource, each read once and kept for each colour.
class FormulaLibrary {
public:
    explicit FormulaLibrary(const QString& root);
    ~FormulaLibrary();
    FormulaLibrary(const FormulaLibrary&) = delete;
    FormulaLibrary& operator=(const FormulaLibrary&) = delete;

    /// Nothing when there is no picture of this formula.
    std::optional<FormulaSize> size(const QString& tex, bool display);
    /// Fills `box` with the formula; the box should have the formula's proportions. Returns false when
    /// there is no picture.
    bool paint(QPainter& painter, const QRectF& box, const QString& tex, bool display, const QColor& colour);

    /// Size in pixels of a readout's definition (a display formula) where an ex is `exPixels` high; empty
    /// when there is no picture.
    QSizeF formulaSize(const QString& tex, double exPixels);
    /// A readout's definition at the left of `box`, in its middle; smaller when it would not fit. The TeX
    /// itself where there is no picture.
    void paintFormula(
        QPainter& painter, const QRectF& box, const QString& tex, const QColor& colour, double exPixels);

    /// How many pictures have been read from files so far.
    int filesRead() const { return filesRead_; }

private:
    struct Picture {
        QByteArray svg; ///< empty: there is none
        FormulaSize size;
        QHash<QRgb, std::shared_ptr<QSvgRenderer>> renderers;
    };
    Picture& picture(const QString& tex, bool display);
    QSvgRenderer& renderer(Picture& picture, const QColor& colour);

    QString root_;
    QHash<QString, std::shared_ptr<Picture>> pictures_; ///< by "display:TEX"
    QHash<QString, QImage> drawn_;                      ///< ready pixels by picture, colour and size
    int filesRead_ = 0;
};

} // namespace tangent
