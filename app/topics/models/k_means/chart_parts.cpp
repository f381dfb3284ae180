// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/models/k_means/chart_parts.h"

#include <cmath>

namespace tangent::kmeans {

Axis axisOf(const QString& label, double low, double high)
{
    Axis axis;
    axis.label = label;
    axis.minimum = low;
    axis.maximum = high > low ? high : low + 1;
    return axis;
}

Figure plotFigure(const char* key, const QString& title, const QString& hint, Figure::Place place, Plot plot)
{
    Figure figure;
    figure.key = QLatin1String(key);
    figure.title = title;
    figure.hint = hint;
    figure.place = place;
    if (place == Figure::Place::Strip) {
        figure.minimumHeight = 80;
        figure.weight = 0.6;
    }
    plot.zoomable = false;
    figure.content = std::move(plot);
    return figure;
}

void addWaiting(Plot* plot, const QString& text)
{
    Words words;
    words.x = (plot->x.minimum + plot->x.maximum) / 2;
    words.y = (plot->y.minimum + plot->y.maximum) / 2;
    words.text = text;
    words.role = Role::Muted;
    words.anchor = Qt::AlignCenter;
    plot->layers.emplace_back(words);
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

double roundedUp(double value)
{
    if (!(value > 0) || !std::isfinite(value))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double lead : {1.0, 1.2, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
        if (lead * power >= value)
            return lead * power;
    }
    return value;
}

} // namespace tangent::kmeans
