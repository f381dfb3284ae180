// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QPainter>
#include <QRectF>

#include <optional>
#include <vector>

namespace tangent {

/// Finds room for the words of a plot, so that they neither cover each other nor leave the plot. Words
/// that find none are left out and noted for TextFitRecord.
class LabelPlacer {
public:
    /// Which way a text lies from its place, and how far away.
    struct Place {
        QPointF at;
        Qt::Alignment side;
        double gap = 4;
    };

    explicit LabelPlacer(const QRectF& room)
        : room_(room)
    {
    }

    /// Keeps labels off a rectangle.
    void block(const QRectF& taken) { taken_.push_back(taken); }
    /// Asks for a text at the first of these places that is free; failing those, beside them.
    void add(const QString& text, const QFont& font, const QColor& colour, std::vector<Place> places);
    /// Places and draws what was asked for, in that order.
    void draw(QPainter& painter, const QColor& surface);

private:
    struct Wanted {
        QString text;
        QFont font;
        QColor colour;
        std::vector<Place> places;
    };

    bool isFree(const QRectF& box) const;
    std::optional<QRectF> findRoom(const Wanted& wanted, QSizeF size) const;

    QRectF room_;
    std::vector<QRectF> taken_;
    std::vector<Wanted> wanted_;
};

/// The eight sides of a place, beginning with the one that is preferred.
std::vector<LabelPlacer::Place> placesAround(QPointF at, Qt::Alignment preferred, double gap);

} // namespace tangent
