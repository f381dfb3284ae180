// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/geometry/voronoi.h"
#include "app/lab/drawing.h"
#include "app/topics/models/k_means/figures.h"
#include "app/topics/models/k_means/words.h"

#include <algorithm>
#include <cmath>

namespace tangent::kmeans {

namespace {

/// More lines than this would only make a solid patch, slowly.
constexpr int mostLines = 600;

QPointF rowAt(const Shown& shown, int row)
{
    return {shown.plane->x[size_t(row)], shown.plane->y[size_t(row)]};
}

double markSize(int rows)
{
    return rows <= 600 ? 6 : rows <= 3000 ? 5 : 3.5;
}

/// Colours of the label's classes, chosen so that a class looks like the cluster that holds most of it: rows
/// that stick out are those on which the two disagree.
std::vector<int> classColours(const Shown& shown)
{
    const Sample& sample = *shown.sample;
    const int k = shown.settings.k;
    const int classes = int(sample.labels.levels.size());
    Eigen::MatrixXi shared = Eigen::MatrixXi::Zero(classes, k);
    for (size_t i = 0; i < sample.labelled.size(); ++i)
        ++shared(sample.labels.codes[i], shown.assignment(sample.labelled[i]));
    std::vector<int> colour(size_t(classes), -1);
    for (int round = 0; round < std::min(classes, k); ++round) {
        Eigen::Index name = 0;
        Eigen::Index cluster = 0;
        if (shared.maxCoeff(&name, &cluster) < 0)
            break;
        colour[size_t(name)] = int(cluster);
        shared.row(name).setConstant(-1);
        shared.col(cluster).setConstant(-1);
    }
    int next = k;
    for (int& one : colour) {
        if (one < 0)
            one = next++;
    }
    return colour;
}

std::vector<quint8> labelColours(const Shown& shown)
{
    const Sample& sample = *shown.sample;
    const std::vector<int> colour = classColours(shown);
    const int none = std::max(shown.settings.k, int(colour.size()));
    std::vector<quint8> colours(size_t(sample.count()), quint8(none));
    for (size_t i = 0; i < sample.labelled.size(); ++i)
        colours[size_t(sample.labelled[i])] = quint8(colour[size_t(sample.labels.codes[i])]);
    return colours;
}

bool showsLabel(const Shown& shown)
{
    return shown.state.toggle("show-label") && !shown.sample->labelled.empty();
}

Points rowMarks(const Shown& shown)
{
    Points marks;
    marks.x = shown.plane->x;
    marks.y = shown.plane->y;
    marks.rowIds = shown.sample->matrix.rowIds;
    marks.size = markSize(shown.sample->count());
    marks.opacity = 0.8;
    marks.areRows = true;
    if (showsLabel(shown))
        marks.classes = labelColours(shown);
    else if (shown.half == 0 && !shown.isFinished())
        marks.role = Role::Muted;
    else
        marks.classes.assign(shown.assignment.begin(), shown.assignment.end());
    return marks;
}

/// The part of the plane nearest to each centre, far beyond the axes so that a widened axis finds no edge.
Polygons cells(const Shown& shown)
{
    const Plane& plane = *shown.plane;
    const auto wide = [](const Axis& axis) {
        const double span = axis.maximum - axis.minimum;
        return std::pair(axis.minimum - 4 * span, axis.maximum + 4 * span);
    };
    auto [left, right] = wide(plane.xAxis);
    auto [bottom, top] = wide(plane.yAxis);
    std::vector<Eigen::Vector2d> sites;
    for (int c = 0; c < shown.settings.k; ++c) {
        const QPointF at = plane.place(shown.centre(c));
        sites.emplace_back(at.x(), at.y());
    }
    if (plane.single) {
        bottom = 0;
        top = 1;
    }
    Polygons made;
    made.opacity = 0.09;
    made.outlined = true;
    const std::vector<geometry::Polygon> found = geometry::voronoi(sites, {{left, bottom}, {right, top}});
    for (int c = 0; c < int(found.size()); ++c) {
        if (found[size_t(c)].empty())
            continue;
        std::vector<QPointF> ring;
        for (const Eigen::Vector2d& corner : found[size_t(c)])
            ring.emplace_back(corner.x(), corner.y());
        made.rings.push_back(std::move(ring));
        made.roles.push_back(classRole(c));
    }
    return made;
}

int lineStride(const Shown& shown)
{
    return 1 + (shown.sample->count() - 1) / mostLines;
}

Segments assignLines(const Shown& shown)
{
    Segments lines;
    lines.opacity = 0.3;
    for (int row = 0; row < shown.sample->count(); row += lineStride(shown)) {
        const int cluster = shown.assignment(row);
        lines.from.push_back(rowAt(shown, row));
        lines.to.push_back(shown.plane->place(shown.centre(cluster)));
        lines.roles.push_back(classRole(cluster));
    }
    return lines;
}

Points changedRings(const Shown& shown)
{
    Points rings;
    rings.hollow = true;
    rings.role = Role::Accent;
    rings.size = markSize(shown.sample->count()) + 5;
    for (int row = 0; row < int(shown.before.size()); ++row) {
        if (shown.before(row) == shown.assignment(row))
            continue;
        rings.x.push_back(shown.plane->x[size_t(row)]);
        rings.y.push_back(shown.plane->y[size_t(row)]);
    }
    return rings;
}

void addTrails(const Shown& shown, Plot* plot)
{
    const bool isMoving = shown.half > 0 && !shown.isAssigning();
    Segments moves;
    moves.arrows = true;
    moves.width = 2;
    for (int c = 0; c < shown.settings.k; ++c) {
        Line trail;
        trail.role = classRole(c);
        trail.width = 1.4;
        trail.fading = true;
        for (int step = 0; step <= shown.step(); ++step) {
            const QPointF at = shown.plane->place(shown.run->centres[size_t(step)].row(c).transpose());
            trail.x.push_back(at.x());
            trail.y.push_back(at.y());
        }
        if (isMoving && trail.x.size() > 1) {
            const size_t last = trail.x.size() - 1;
            moves.from.emplace_back(trail.x[last - 1], trail.y[last - 1]);
            moves.to.emplace_back(trail.x[last], trail.y[last]);
            moves.roles.push_back(classRole(c));
        }
        if (trail.x.size() > 1)
            plot->layers.emplace_back(std::move(trail));
    }
    if (isMoving && !(shown.atEnd && shown.isFinished()))
        plot->layers.emplace_back(std::move(moves));
}

/// At the end of a run the hand's grip stays where it left a centre: a line leads from there to where the
/// centre went.
Segments linesFromHand(const Shown& shown)
{
    Segments lines;
    lines.dashed = true;
    lines.width = 1.6;
    const int last = lastEditStep(shown.settings);
    for (const HandEdit& edit : shown.settings.edits) {
        if (!shown.atEnd || edit.step != last)
            continue;
        lines.from.push_back(shown.plane->place(edit.used));
        lines.to.push_back(shown.plane->place(shown.centre(edit.centre)));
        lines.roles.push_back(classRole(edit.centre));
    }
    return lines;
}

/// Handles carry the numbers of centres; where there are none, words do.
void addCentres(const Shown& shown, bool numbered, Plot* plot)
{
    Points marks;
    marks.size = 13;
    for (int c = 0; c < shown.settings.k; ++c) {
        const QPointF at = shown.plane->place(shown.centre(c));
        marks.x.push_back(at.x());
        marks.y.push_back(at.y());
        marks.classes.push_back(quint8(c));
    }
    plot->layers.emplace_back(marks);
    marks.classes.clear();
    marks.hollow = true;
    marks.size = 18;
    plot->layers.emplace_back(marks);
    for (int c = 0; c < shown.settings.k && numbered; ++c) {
        Words number;
        number.x = marks.x[size_t(c)];
        number.y = marks.y[size_t(c)];
        number.text = QString::number(c + 1);
        number.strong = true;
        plot->layers.emplace_back(number);
    }
}

/// The method never sees the label: rows are drawn with one only while it is shown.
Drawing drawingOf(const Shown& shown)
{
    const Settled& state = shown.state;
    Drawing drawing = drawingOn(state, state.choice("x-axis"), state.choice("y-axis"), shown.sample->features,
        showsLabel(shown) ? state.column("label") : QString());
    if (shown.sample->standardised)
        drawing.refusal = refusalWhileStandardised();
    if (showsLabel(shown) && drawing.classes == shown.sample->labels.levels) {
        const std::vector<int> colours = classColours(shown);
        drawing.colours.assign(colours.begin(), colours.end());
    }
    return drawing;
}

QString hintOf(const Shown& shown)
{
    const Plane& plane = *shown.plane;
    const bool canDrag = plane.feature[0] >= 0 || plane.feature[1] >= 0;
    const QString hand = canDrag ? tr("drag a centre") : tr("to drag centres, show two columns");
    const bool hasStarts =
        shown.settings.rule == cluster::StartRule::ByHand && (shown.atEnd || shown.step() > 0);
    if (canDrag && hasStarts)
        return tr("drag a centre, or the small ring where it began");
    if (shown.isAssigning() && lineStride(shown) > 1)
        return tr("%1; a line for one row in %2").arg(hand).arg(lineStride(shown));
    if (shown.sample->dimension() > 2)
        return tr("%1; 2 of %2 dimensions, so no borders").arg(hand).arg(shown.sample->dimension());
    return plane.trueToScale || plane.single ? hand : tr("%1; axes not to one scale").arg(hand);
}

} // namespace

Figure planeFigure(const Shown& shown)
{
    const Plane& plane = *shown.plane;
    Plot plot;
    plot.x = plane.xAxis;
    plot.y = plane.yAxis;
    plot.equalAspect = plane.trueToScale;
    plot.drawing = drawingOf(shown);
    if (plane.wholeSpace)
        plot.layers.emplace_back(cells(shown));
    if (shown.isAssigning())
        plot.layers.emplace_back(assignLines(shown));
    plot.layers.emplace_back(rowMarks(shown));
    if (shown.isAssigning())
        plot.layers.emplace_back(changedRings(shown));
    addTrails(shown, &plot);
    plot.layers.emplace_back(linesFromHand(shown));
    addCentres(shown, plane.feature[0] < 0 && plane.feature[1] < 0, &plot);
    Figure figure;
    figure.key = QStringLiteral("plane");
    figure.title = showsLabel(shown) ? tr("Rows by %1, cells by cluster").arg(shown.state.column("label"))
                                     : tr("Rows and centres");
    if (showsLabel(shown) && !plane.wholeSpace)
        figure.title = tr("Rows by %1").arg(shown.state.column("label"));
    figure.hint = hintOf(shown);
    figure.weight = 1.5;
    figure.content = std::move(plot);
    return figure;
}

} // namespace tangent::kmeans
