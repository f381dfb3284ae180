// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/drawing.h"
#include "app/topics/models/gini_split/figures.h"
#include "app/topics/models/gini_split/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>

namespace tangent::gini {

namespace {

Axis featureAxis(const Shown& shown, int feature)
{
    const auto values = shown.sample->matrix.values.col(feature);
    const double span = values.maxCoeff() - values.minCoeff();
    const double margin = span > 0 ? 0.06 * span : 1;
    const QString& name = shown.sample->features[feature];
    double low = values.minCoeff() - margin;
    double high = values.maxCoeff() + margin;
    widenToSheet(shown.state, feature == 0 ? Qt::Horizontal : Qt::Vertical, &low, &high);
    Axis axis = axisOf(name, low, high);
    axis.unit = shown.state.table->find(name)->unit;
    return axis;
}

/// The rows of the open node by their class, the others pale.
void addRows(const Shown& shown, Plot* plot)
{
    const Sample& sample = *shown.sample;
    Points inside;
    Points outside;
    outside.role = Role::Faint;
    const std::vector<int>& ids = shown.rows->rowIds; // rising, as all rows are
    for (Eigen::Index row = 0; row < sample.matrix.values.rows(); ++row) {
        const int id = sample.matrix.rowIds[size_t(row)];
        const bool isInside = std::binary_search(ids.begin(), ids.end(), id);
        Points& points = isInside ? inside : outside;
        points.x.push_back(sample.matrix.values(row, 0));
        points.y.push_back(sample.matrix.values(row, 1));
        points.rowIds.push_back(id);
        if (isInside)
            points.classes.push_back(quint8(std::min(shown.grown->labels(row), 255)));
    }
    for (Points* points : {&outside, &inside}) {
        points->areRows = true;
        points->size = sample.rowCount() > 2000 ? 4 : 5.5;
        points->opacity = 0.8;
        plot->layers.emplace_back(std::move(*points));
    }
}

} // namespace

bool hasPlane(const QStringList& features)
{
    return features.size() == 2;
}

Drawing planeDrawing(const Settled& state)
{
    const QStringList features = state.columns("features");
    Drawing drawing = drawingOn(state, features.front(), features.back(), features, state.column("label"));
    if (state.toggle("shuffle") && drawing.refusal.isEmpty())
        drawing.refusal = tr("The labels are shuffled: switch that off to draw rows.");
    return drawing;
}

Figure planeFigure(const Shown& shown)
{
    Plot plot;
    plot.x = featureAxis(shown, 0);
    plot.y = featureAxis(shown, 1);
    plot.equalAspect = shown.state.table->name == drawnTable; // as the empty sheet
    plot.drawing = planeDrawing(shown.state);
    addRows(shown, &plot);
    return figureOf("plane", tr("The cut in the plane"), {}, Figure::Place::Side, std::move(plot), 130);
}

Handle planeHandle(const Shown& shown, const Handle& threshold)
{
    Handle handle = threshold;
    handle.id = QStringLiteral("threshold-plane");
    handle.figure = QStringLiteral("plane");
    handle.label = tr("Threshold in the plane");
    if (shown.feature == 0)
        return handle;
    handle.geometry = Handle::Geometry::YRule;
    std::swap(handle.x, handle.y);
    handle.at = QPointF(0, shown.threshold);
    return handle;
}

} // namespace tangent::gini
