// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/drawing.h"
#include "app/topics/data/pca/shown.h"
#include "app/topics/data/pca/words.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tangent::components {

namespace {

/// More drop-lines than this would only make a solid patch, slowly.
constexpr size_t mostLines = 600;

QPointF direction(double degrees)
{
    const double radians = degrees * std::numbers::pi / 180;
    return {std::cos(radians), std::sin(radians)};
}

size_t lineStride(const Shown& shown)
{
    return 1 + (shown.plane->x.size() - 1) / mostLines;
}

/// Where the rows fall on the hand's line, and the lines on which they fall.
void addShadows(const Shown& shown, Plot* plot)
{
    const Plane& plane = *shown.plane;
    const QPointF along = direction(shown.angle);
    const QPointF mean = plane.mean();
    Segments drops;
    drops.roles = {Role::Bad};
    drops.opacity = 0.4;
    Points shadows;
    shadows.role = Role::Good;
    shadows.size = markSize(shown.sample->count());
    for (size_t i = 0; i < plane.x.size(); i += lineStride(shown)) {
        const QPointF row(plane.x[i], plane.y[i]);
        const QPointF shadow = mean + QPointF::dotProduct(row - mean, along) * along;
        drops.from.push_back(row);
        drops.to.push_back(shadow);
        shadows.x.push_back(shadow.x());
        shadows.y.push_back(shadow.y());
        shadows.rowIds.push_back(shown.sample->matrix.rowIds[i]);
    }
    plot->layers.emplace_back(std::move(drops));
    plot->layers.emplace_back(std::move(shadows));
}

Points rowMarks(const Shown& shown)
{
    Points marks;
    marks.x = shown.plane->x;
    marks.y = shown.plane->y;
    marks.rowIds = shown.sample->matrix.rowIds;
    marks.size = markSize(shown.sample->count());
    marks.opacity = 0.65;
    marks.areRows = true;
    if (shown.showsLabel())
        marks.classes = shown.sample->classes;
    return marks;
}

void addBox(const Shown& shown, Plot* plot)
{
    const decompose::BoundingBox& box = shown.plane->box;
    Polygons outline;
    outline.roles = {Role::Warning};
    outline.opacity = 0.08;
    outline.outlined = true;
    std::vector<QPointF> ring;
    for (Eigen::Index corner = 0; corner < 4; ++corner)
        ring.emplace_back(box.corners(corner, 0), box.corners(corner, 1));
    Words name;
    const QPointF side = (ring[2] + ring[3]) / 2; // the middle of a longer side
    const QPointF outward = side - (ring[0] + ring[1]) / 2;
    name.x = side.x();
    name.y = side.y();
    name.text = tr("smallest box, %1°").arg(shownNumber(box.angle, 1));
    name.role = Role::Warning;
    name.anchor = std::abs(outward.x()) > std::abs(outward.y())
        ? (outward.x() < 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter
        : Qt::AlignHCenter | (outward.y() < 0 ? Qt::AlignBottom : Qt::AlignTop);
    outline.rings.push_back(std::move(ring));
    plot->layers.emplace_back(std::move(outline));
    plot->layers.emplace_back(std::move(name));
}

void addRegression(const Shown& shown, Plot* plot)
{
    const Plane& plane = *shown.plane;
    const std::optional<double> slope = plane.spread.regressionSlope();
    if (!slope)
        return;
    const double reach = 0.97 * plane.halfSpan / std::max(1.0, std::abs(*slope));
    Line line;
    for (const double x : {-reach, reach}) {
        line.x.push_back(plane.spread.meanX + x);
        line.y.push_back(plane.spread.meanY + x * *slope);
    }
    line.role = Role::Class5;
    line.style = Line::Style::Dashed;
    line.width = 2;
    line.label = tr("regression");
    plot->layers.emplace_back(std::move(line));
}

/// The two axes of the cloud in this plane, each as long as one standard deviation along it.
void addFrame(const Shown& shown, Plot* plot)
{
    const Plane& plane = *shown.plane;
    if (plane.isUndecided())
        return;
    const double best = plane.spread.bestAngle();
    Segments whole;
    whole.dashed = true;
    whole.opacity = 0.7;
    whole.from.push_back(plane.mean() - 0.97 * plane.halfSpan * direction(best));
    whole.to.push_back(plane.mean() + 0.97 * plane.halfSpan * direction(best));
    whole.roles = {Role::Ink};
    plot->layers.emplace_back(std::move(whole));
    Segments arrows;
    arrows.arrows = true;
    arrows.width = 3;
    arrows.roles = {Role::Ink};
    for (const double turn : {0.0, 90.0}) {
        const double variance = std::max(0.0, plane.spread.kept(best + turn) * plane.spread.total);
        QPointF along = direction(best + turn);
        if (std::abs(along.x()) > std::abs(along.y()) ? along.x() < 0 : along.y() < 0)
            along = -along; // the largest loading is positive
        const QPointF tip = plane.mean() + std::sqrt(variance) * along;
        arrows.from.push_back(plane.mean());
        arrows.to.push_back(tip);
        Words name;
        name.x = tip.x();
        name.y = tip.y();
        name.text = shown.inWholeSpace() ? componentName(turn > 0 ? 1 : 0)
            : turn > 0                   ? tr("least")
                                         : tr("most");
        name.anchor = std::abs(along.x()) > std::abs(along.y()) ? Qt::AlignRight | Qt::AlignVCenter
                                                                : Qt::AlignHCenter | Qt::AlignTop;
        name.strong = true;
        plot->layers.emplace_back(std::move(name));
    }
    plot->layers.emplace_back(std::move(arrows));
}

Axis featureAxis(const Shown& shown, int feature, double middle, double half)
{
    const QString name = shown.sample->features[feature];
    Axis axis = axisOf(
        shown.isStandardised() ? tr("%1, standardised").arg(name) : name, middle - half, middle + half);
    if (!shown.isStandardised())
        axis.unit = shown.sample->units[feature];
    return axis;
}

QString hintOf(const Shown& shown)
{
    QString hint =
        shown.plane->loose.empty() ? tr("turn the line") : tr("turn the line, drag a ringed point");
    if (lineStride(shown) > 1)
        hint += tr("; a drop-line for one row in %1").arg(lineStride(shown));
    return hint;
}

/// One piece of the bar that is always full.
struct Piece {
    double share;
    Role role;
};

} // namespace

Figure planeFigure(const Shown& shown)
{
    const Plane& plane = *shown.plane;
    Plot plot;
    plot.x = featureAxis(shown, plane.first, plane.middle.x(), plane.halfWidth);
    plot.y = featureAxis(shown, plane.second, plane.middle.y(), plane.halfHeight);
    plot.equalAspect = true;
    const QStringList& features = shown.sample->features;
    plot.drawing = drawingOn(shown.state, features[plane.first], features[plane.second], features,
        shown.showsLabel() ? shown.state.column("label") : QString());
    if (shown.isStandardised())
        plot.drawing->refusal = refusalWhileStandardised();
    if (shown.shows("box"))
        addBox(shown, &plot);
    plot.layers.emplace_back(rowMarks(shown));
    addShadows(shown, &plot);
    if (shown.shows("regression"))
        addRegression(shown, &plot);
    if (shown.shows("components"))
        addFrame(shown, &plot);
    addClassNames(shown, plane.x, plane.y, &plot);
    Figure figure =
        figureOf("plane", tr("Rows and their shadows"), hintOf(shown), Figure::Place::Main, std::move(plot));
    figure.weight = 1.5;
    figure.minimumHeight = 206; // one scale on both axes: what is low is narrow, too
    return figure;
}

Figure shareStrip(const Shown& shown)
{
    const Plane& plane = *shown.plane;
    const double kept = plane.spread.kept(shown.angle);
    const double lost = plane.spread.kept(shown.angle + 90);
    Plot plot;
    plot.zoomable = false;
    plot.x = axisOf({}, 0, 1);
    plot.y = axisOf({}, 0, 1);
    plot.x.hidden = true;
    plot.y.hidden = true;
    Bars bars;
    bars.horizontal = true;
    bars.gap = 0;
    bars.opacity = 0.35;
    double base = 0;
    const double elsewhere = shown.inWholeSpace() ? 0 : std::max(0.0, 1 - kept - lost);
    for (const Piece& piece :
        {Piece{kept, Role::Good}, Piece{lost, Role::Bad}, Piece{elsewhere, Role::Muted}}) {
        bars.from.push_back(0);
        bars.to.push_back(1);
        bars.base.push_back(base);
        base = std::min(1.0, base + piece.share);
        bars.value.push_back(shown.fit->hasSpread() ? base : 0);
        bars.roles.push_back(piece.role);
    }
    plot.layers.emplace_back(std::move(bars));
    const auto words = [&](double x, Qt::Alignment side, const QString& text) {
        addWords(&plot, x, 0.5, text, Role::Ink, side | Qt::AlignVCenter, true);
    };
    words(0.005, Qt::AlignRight, tr("shadows keep %1").arg(shownNumber(kept, shareDecimals(kept))));
    words(0.995, Qt::AlignLeft,
        shown.inWholeSpace() ? tr("drop-lines hold %1").arg(shownNumber(lost, shareDecimals(lost)))
                             : tr("drop-lines %1, other columns %2")
                                   .arg(shownNumber(lost, shareDecimals(lost)),
                                       shownNumber(elsewhere, shareDecimals(elsewhere))));
    Figure figure = figureOf("shares", tr("Kept and lost"),
        tr("shares of the variance, always the same length"), Figure::Place::Strip, std::move(plot));
    figure.weight = 0.2;
    figure.minimumHeight = 38; // no axis: the bar says its numbers itself
    return figure;
}

Figure directionsFigure(const Shown& shown)
{
    const decompose::PlaneSpread& spread = shown.plane->spread;
    Line kept;
    Line lost;
    for (int degrees = -180; degrees <= 180; degrees += 3) {
        kept.x.push_back(degrees);
        kept.y.push_back(spread.kept(degrees));
        lost.x.push_back(degrees);
        lost.y.push_back(spread.kept(degrees + 90));
    }
    kept.role = Role::Good;
    kept.width = 2.2;
    lost.role = Role::Bad;
    lost.style = Line::Style::Dashed;
    const double top = spread.kept(spread.bestAngle());
    Plot plot;
    plot.zoomable = false;
    plot.x = axisOf(tr("direction"), -180, 180);
    plot.x.unit = QStringLiteral("°");
    plot.y = axisOf(tr("share"), 0, shown.inWholeSpace() || top > 0.5 ? 1 : top > 0 ? 1.15 * top : 1);
    plot.layers.emplace_back(std::move(lost));
    plot.layers.emplace_back(std::move(kept));
    Points here;
    for (const double turn : {-180.0, 0.0}) {
        here.x.push_back(shown.angle + turn);
        here.y.push_back(spread.kept(shown.angle));
    }
    here.role = Role::Good;
    here.size = 9;
    plot.layers.emplace_back(std::move(here));
    Figure figure = figureOf(
        "directions", tr("Kept in every direction"), tr("lost dashed"), Figure::Place::Side, std::move(plot));
    figure.minimumHeight = 105;
    return figure;
}

} // namespace tangent::components
