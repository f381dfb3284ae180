// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/aws-data/kinesis_data_streams/figure_parts.h"

#include <algorithm>

namespace tangent::kinesis {

Figure plotFigure(const char* key, const QString& title, const QString& hint, Figure::Place place, Plot plot)
{
    plot.zoomable = false;
    const int height = place == Figure::Place::Side ? 108 // two of them beside the shards in a small window
        : place == Figure::Place::Strip             ? 80
                                                    : 140;
    return figureOf(key, title, hint, place, std::move(plot), height);
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

} // namespace tangent::kinesis
