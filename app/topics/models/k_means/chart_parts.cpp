// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/k_means/chart_parts.h"

namespace tangent::kmeans {

Figure plotFigure(const char* key, const QString& title, const QString& hint, Figure::Place place, Plot plot)
{
    plot.zoomable = false;
    const bool isStrip = place == Figure::Place::Strip;
    Figure figure = figureOf(key, title, hint, place, std::move(plot), isStrip ? 80 : 140);
    figure.weight = isStrip ? 0.6 : 1;
    return figure;
}

void addWaiting(Plot* plot, const QString& text)
{
    addWords(plot, (plot->x.minimum + plot->x.maximum) / 2, (plot->y.minimum + plot->y.maximum) / 2, text,
        Role::Muted, Qt::AlignCenter);
}

void addDot(Plot* plot, double x, double y, Role role, double size)
{
    Points dot;
    dot.x = {x};
    dot.y = {y};
    dot.role = role;
    dot.size = size;
    plot->layers.emplace_back(dot);
}

double chartEnd(double value)
{
    return roundedUp(value, {1.0, 1.2, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0});
}

} // namespace tangent::kmeans
