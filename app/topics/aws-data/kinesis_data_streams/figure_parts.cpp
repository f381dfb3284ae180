// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/aws-data/kinesis_data_streams/figure_parts.h"

#include <cmath>

namespace tangent::kinesis {

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
    if (place == Figure::Place::Side)
        figure.minimumHeight = 108; // two of them beside the shards in a small window
    if (place == Figure::Place::Strip)
        figure.minimumHeight = 80;
    plot.zoomable = false;
    figure.content = std::move(plot);
    return figure;
}

double roundedUp(double value)
{
    if (!(value > 0) || !std::isfinite(value))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double lead : {1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
        if (lead * power >= value)
            return lead * power;
    }
    return value;
}

std::vector<int> drawnSeconds(int last)
{
    constexpr int most = 600;
    const int stride = std::max(1, (last + most - 1) / most);
    std::vector<int> seconds;
    for (int second = 0; second < last; second += stride)
        seconds.push_back(second);
    seconds.push_back(last);
    return seconds;
}

void addWords(Plot* plot, double x, double y, const QString& text, Role role, Qt::Alignment anchor)
{
    Words words;
    words.x = x;
    words.y = y;
    words.text = text;
    words.role = role;
    words.anchor = anchor;
    plot->layers.emplace_back(words);
}

} // namespace tangent::kinesis
