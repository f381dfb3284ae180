// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_hover.h"

#include "widgets/scene/number_text.h"
#include "widgets/views/axis_ticks.h"
#include "widgets/views/plot_layers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

QString valueLine(const QString& label, const QString& value)
{
    return label.isEmpty() ? value : label + QStringLiteral(": ") + value;
}

QStringList valueLines(const PlotMapping& mapping, double x, double y, bool second)
{
    QStringList lines;
    const Axis& upright = second && mapping.secondAxis ? *mapping.secondAxis : mapping.yAxis;
    if (!mapping.xAxis.hidden)
        lines << valueLine(mapping.xAxis.label, axisValueText(mapping.xAxis, x));
    if (!upright.hidden)
        lines << valueLine(upright.label, axisValueText(upright, y));
    return lines;
}

/// Looks through layers for the nearest mark.
class Search {
public:
    Search(const PlotMapping& mapping, QPointF pixel, double reach)
        : mapping_(mapping)
        , pixel_(pixel)
        , nearest_(reach * reach)
    {
    }

    void operator()(const Points& points)
    {
        const size_t found = nearestOf(points.x, points.y, points.secondAxis);
        if (found == none)
            return;
        take(points.x[found], points.y[found], points.secondAxis, points.size);
        if (found < points.rowIds.size())
            best_->rowIds = {points.rowIds[found]};
    }
    void operator()(const Line& line)
    {
        const size_t found = nearestOf(line.x, line.y, line.secondAxis);
        if (found == none)
            return;
        take(line.x[found], line.y[found], line.secondAxis, line.width + 3);
        if (!line.label.isEmpty())
            best_->lines.prepend(line.label);
    }
    void operator()(const Cloud& cloud)
    {
        const std::vector<CloudPlace> places = placeCloud(cloud, mapping_.plot);
        size_t found = none;
        for (size_t i = 0; i < places.size(); ++i) {
            if (isNearer(places[i].at))
                found = i;
        }
        if (found == none)
            return;
        best_ = HoveredMark{places[found].at, 6, {}, {}};
        const double values[] = {cloud.x[found], cloud.y[found], cloud.z[found]};
        for (size_t axis = 0; axis < 3 && axis < cloud.axisNames.size(); ++axis)
            best_->lines << valueLine(cloud.axisNames[axis], shownNumber(values[axis]));
        if (found < cloud.rowIds.size())
            best_->rowIds = {cloud.rowIds[found]};
    }
    template <class Other>
    void operator()(const Other&)
    {
    }

    std::optional<HoveredMark> best() const { return best_; }

private:
    static constexpr size_t none = size_t(-1);

    bool isNearer(QPointF at)
    {
        const double dx = at.x() - pixel_.x();
        const double dy = at.y() - pixel_.y();
        const double away = dx * dx + dy * dy;
        if (!(away < nearest_) || !holds(mapping_.plot.adjusted(-1, -1, 1, 1), at))
            return false;
        nearest_ = away;
        return true;
    }

    size_t nearestOf(const std::vector<double>& x, const std::vector<double>& y, bool second)
    {
        const AxisMapping& vertical = mapping_.vertical(second);
        size_t found = none;
        for (size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
            if (isNearer({mapping_.x.toPixel(x[i]), vertical.toPixel(y[i])}))
                found = i;
        }
        return found;
    }

    void take(double x, double y, bool second, double size)
    {
        const QPointF at(mapping_.x.toPixel(x), mapping_.vertical(second).toPixel(y));
        best_ = HoveredMark{at, size, valueLines(mapping_, x, y, second), {}};
    }

    const PlotMapping& mapping_;
    QPointF pixel_;
    double nearest_; ///< squared
    std::optional<HoveredMark> best_;
};

std::optional<HoveredMark> barAt(const Bars& bars, const PlotMapping& mapping, QPointF pixel)
{
    const Axis& along = bars.horizontal ? mapping.yAxis : mapping.xAxis;
    const Axis& across = bars.horizontal ? mapping.xAxis : mapping.yAxis;
    if (across.hidden) // a shaded stretch, not a bar
        return std::nullopt;
    const QPointF at = mapping.toAxis(pixel);
    const double place = bars.horizontal ? at.y() : at.x();
    const double height = bars.horizontal ? at.x() : at.y();
    const size_t count = std::min({bars.from.size(), bars.to.size(), bars.value.size()});
    for (size_t i = 0; i < count; ++i) {
        const double base = i < bars.base.size() ? bars.base[i] : 0;
        const bool inside = place >= bars.from[i] && place < bars.to[i]
            && height >= std::min(base, bars.value[i]) && height <= std::max(base, bars.value[i]);
        if (!inside)
            continue;
        const bool named = along.scale == Axis::Scale::Category;
        const QString range = named
            ? axisValueText(along, (bars.from[i] + bars.to[i]) / 2)
            : QCoreApplication::translate("tangent::PlotView", "%1 to %2")
                  .arg(axisValueText(along, bars.from[i]), axisValueText(along, bars.to[i]));
        HoveredMark mark;
        mark.at = pixel;
        if (!along.hidden)
            mark.lines << valueLine(along.label, range);
        mark.lines << valueLine(across.label, axisValueText(across, bars.value[i] - base));
        return mark;
    }
    return std::nullopt;
}

} // namespace

std::optional<HoveredMark> markAt(const Plot& plot, const PlotMapping& mapping, QPointF pixel, double reach)
{
    if (!mapping.plot.adjusted(-reach, -reach, reach, reach).contains(pixel))
        return std::nullopt;
    Search search(mapping, pixel, reach);
    for (const Layer& layer : plot.layers)
        std::visit(search, layer);
    if (search.best())
        return search.best();
    for (auto layer = plot.layers.rbegin(); layer != plot.layers.rend(); ++layer) {
        if (const Bars* bars = std::get_if<Bars>(&*layer)) {
            if (const auto bar = barAt(*bars, mapping, pixel))
                return bar;
        }
    }
    return std::nullopt;
}

} // namespace tangent
