// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/talk/prediction.h"

#include "widgets/scene/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr Role guessRole = Role::Warning;

QString tr(const char* text)
{
    return QCoreApplication::translate("Prediction", text);
}

const Handle* handleOf(const Scene& scene, const QString& id)
{
    const auto found = std::find_if(
        scene.handles.begin(), scene.handles.end(), [&](const Handle& handle) { return handle.id == id; });
    return found == scene.handles.end() ? nullptr : &*found;
}

/// The line that a figure is about: the unbroken one with the most corners.
const Line* mainLine(const Scene& scene, const QString& key)
{
    const Figure* figure = scene.figure(key);
    const Plot* plot = figure ? std::get_if<Plot>(&figure->content) : nullptr;
    if (!plot)
        return nullptr;
    const Line* best = nullptr;
    for (const Layer& layer : plot->layers) {
        const Line* line = std::get_if<Line>(&layer);
        if (line && line->style == Line::Style::Solid && !line->secondAxis && line->x.size() > 1
            && (!best || line->x.size() > best->x.size()))
            best = line;
    }
    return best;
}

/// The height of a line at x; nothing beside its ends. Its x must not fall.
std::optional<double> heightAt(const Line& line, double x)
{
    const auto right = std::lower_bound(line.x.begin(), line.x.end(), x);
    if (right == line.x.end() || x < line.x.front())
        return std::nullopt;
    const auto index = size_t(right - line.x.begin());
    if (index == 0 || line.x[index] == x)
        return line.y[index];
    const double share = (x - line.x[index - 1]) / (line.x[index] - line.x[index - 1]);
    return line.y[index - 1] + share * (line.y[index] - line.y[index - 1]);
}

std::optional<double> curveError(const Prediction& guess, const Line& line)
{
    if (!std::is_sorted(line.x.begin(), line.x.end()))
        return std::nullopt;
    double sum = 0;
    int count = 0;
    for (const QPointF& point : guess.points) {
        if (const auto height = heightAt(line, point.x())) {
            sum += std::abs(point.y() - *height);
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

Plot* plotOf(Scene& scene, const QString& key)
{
    for (Figure& figure : scene.figures) {
        if (figure.key == key)
            return std::get_if<Plot>(&figure.content);
    }
    return nullptr;
}

void drawPlace(Plot* plot, const Prediction& guess, const Handle* truth)
{
    Points ring;
    ring.x = {guess.points.front().x()};
    ring.y = {guess.points.front().y()};
    ring.role = guessRole;
    ring.size = 14;
    ring.hollow = true;
    plot->layers.emplace_back(ring);
    if (!truth)
        return;
    Segments gap;
    gap.from = {guess.points.front()};
    gap.to = {truth->at};
    gap.roles = {guessRole};
    gap.dashed = true;
    plot->layers.emplace_back(gap);
}

void drawCurve(Plot* plot, const Prediction& guess)
{
    Line line;
    for (const QPointF& point : guess.points) {
        line.x.push_back(point.x());
        line.y.push_back(point.y());
    }
    line.role = guessRole;
    line.width = 2.2;
    line.style = Line::Style::Dashed;
    line.label = tr("guess");
    plot->layers.emplace_back(line);
}

} // namespace

std::optional<Prediction> questionAt(const Scene& scene, const QString& key)
{
    if (const Readout* readout = scene.readout(key))
        return Prediction{Prediction::Kind::Number, key, {}, readout->label, 0, {}};
    if (const Handle* handle = handleOf(scene, key))
        return Prediction{Prediction::Kind::Place, key, handle->figure, handle->label, 0, {}};
    const QString curve = QStringLiteral(".curve");
    const Figure* figure = scene.figure(key.endsWith(curve) ? key.chopped(curve.size()) : key);
    if (figure && std::holds_alternative<Plot>(figure->content))
        return Prediction{Prediction::Kind::Curve, key, figure->key, figure->title, 0, {}};
    return std::nullopt;
}

std::vector<Prediction> questionsIn(const Scene& scene)
{
    std::vector<Prediction> all;
    for (const Readout& readout : scene.readouts)
        if (readout.prominent && readout.number())
            all.push_back(*questionAt(scene, readout.key));
    for (const Handle& handle : scene.handles) {
        const bool inPlane =
            handle.geometry == Handle::Geometry::Point || handle.geometry == Handle::Geometry::Vertex;
        const Figure* figure = scene.figure(handle.figure);
        if (inPlane && !handle.label.isEmpty() && figure && std::holds_alternative<Plot>(figure->content))
            all.push_back({Prediction::Kind::Place, handle.id, handle.figure, handle.label, 0, {}});
    }
    for (const Figure& figure : scene.figures) {
        const Line* line = mainLine(scene, figure.key);
        if (line && std::is_sorted(line->x.begin(), line->x.end()))
            all.push_back({Prediction::Kind::Curve, figure.key + QStringLiteral(".curve"), figure.key,
                figure.title, 0, {}});
    }
    return all;
}

QString questionText(const Prediction& asked)
{
    switch (asked.kind) {
    case Prediction::Kind::Number:
        return tr("%1: what will it be?").arg(asked.label);
    case Prediction::Kind::Place:
        return tr("%1: where will it be?").arg(asked.label);
    case Prediction::Kind::Curve:
        return tr("%1: how will the curve run?").arg(asked.label);
    }
    return {};
}

std::optional<double> errorOf(const Prediction& guess, const Scene& scene)
{
    switch (guess.kind) {
    case Prediction::Kind::Number: {
        const Readout* readout = scene.readout(guess.key);
        const auto truth = readout ? readout->number() : std::nullopt;
        return truth ? std::optional(std::abs(guess.number - *truth)) : std::nullopt;
    }
    case Prediction::Kind::Place: {
        const Handle* truth = handleOf(scene, guess.key);
        if (!truth || guess.points.empty())
            return std::nullopt;
        const QPointF gap = guess.points.front() - truth->at;
        return std::hypot(gap.x(), gap.y());
    }
    case Prediction::Kind::Curve: {
        const Line* line = mainLine(scene, guess.figure);
        return line ? curveError(guess, *line) : std::nullopt;
    }
    }
    return std::nullopt;
}

QString verdict(const Prediction& guess, const Scene& scene)
{
    const auto error = errorOf(guess, scene);
    if (!error)
        return tr("%1: there is nothing here to compare the guess with.").arg(guess.label);
    const QString off = *error == 0 ? tr("exactly right") : tr("%1 off").arg(shownNumber(*error));
    if (guess.kind == Prediction::Kind::Number)
        return tr("%1: guessed %2, it is %3: %4.")
            .arg(guess.label, shownNumber(guess.number), shownNumber(*scene.readout(guess.key)->number()),
                off);
    return guess.kind == Prediction::Kind::Place
        ? tr("%1: the guess is %2.").arg(guess.label, off)
        : tr("%1: the guess is %2 on average.").arg(guess.label, off);
}

Scene withPrediction(Scene scene, const Prediction& guess)
{
    if (guess.kind == Prediction::Kind::Number) {
        for (Readout& readout : scene.readouts) {
            if (readout.key == guess.key)
                readout.note = tr("guessed %1").arg(shownNumber(guess.number, readout.decimals));
        }
        return scene;
    }
    const Scene truth = scene;
    Plot* plot = plotOf(scene, guess.figure);
    if (plot && !guess.points.empty()) {
        if (guess.kind == Prediction::Kind::Place)
            drawPlace(plot, guess, handleOf(truth, guess.key));
        else
            drawCurve(plot, guess);
    }
    return scene;
}

} // namespace tangent
