// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/concepts/gradient_descent/figure_parts.h"
#include "widgets/scene/number_text.h"

#include <algorithm>

namespace tangent::descent {

namespace {

/// The surface cut along the next step: the curve, its tangent, and where the step lands.
Figure cut(const Shown& shown)
{
    constexpr int samples = 121;
    const Eigen::Vector2d at = shown.at();
    Eigen::Vector2d step = shown.nextUpdate();
    if (!(step.norm() > 0)) // at the end of a run: look along the last step taken
        step = shown.step > 0 ? Eigen::Vector2d(at - shown.run.point(shown.step - 1)) : Eigen::Vector2d(1, 0);
    Plot plot;
    plot.zoomable = false;
    const double length = step.norm();
    const Eigen::Vector2d direction = length > 0 ? Eigen::Vector2d(step / length) : Eigen::Vector2d(1, 0);
    const double reach = length > 0 ? length : 1;
    plot.x = axisOf(tr("distance along the step"), -0.6 * reach, 1.8 * reach);
    Line curve;
    Line tangent;
    double lowest = shown.loss();
    double highest = shown.loss();
    for (int i = 0; i < samples; ++i) {
        const double s = -0.6 * reach + 2.4 * reach * i / (samples - 1);
        const double value = shown.surface.value(at + s * direction);
        curve.x.push_back(s);
        curve.y.push_back(value);
        lowest = std::min(lowest, value);
        highest = std::max(highest, value);
    }
    const bool fits = drawable(lowest) && drawable(highest) && drawable(at.norm());
    const double span = highest > lowest ? highest - lowest : 1;
    plot.y = axisOf(tr("loss"), fits ? lowest - 0.12 * span : 0, fits ? highest + 0.05 * span : 1);
    if (!fits) {
        addWords(&plot, 0.6 * reach, 0.5, tr("too far out to draw"), Role::Bad, Qt::AlignCenter);
        return plotFigure("cut", tr("Cut along the step"), {}, Figure::Place::Side, std::move(plot));
    }
    plot.layers.emplace_back(curve);
    const size_t n = size_t(shown.step);
    const Eigen::Vector2d gradient(shown.run.gradientX[n], shown.run.gradientY[n]);
    const double slope = gradient.dot(direction);
    for (const double s : {-0.5 * reach, reach}) {
        tangent.x.push_back(s);
        tangent.y.push_back(shown.loss() + slope * s);
    }
    tangent.role = Role::Accent;
    tangent.style = Line::Style::Dashed;
    plot.layers.emplace_back(tangent);
    Points here;
    here.x = {0};
    here.y = {shown.loss()};
    here.size = 9;
    plot.layers.emplace_back(here);
    if (shown.step < shown.run.steps()) {
        const double landing = shown.surface.value(at + step);
        Points there;
        there.x = {length};
        there.y = {landing};
        there.size = 9;
        there.role = landing > shown.loss() ? Role::Bad : Role::Class1;
        Segments hop;
        hop.from = {QPointF(0, shown.loss())};
        hop.to = {QPointF(length, landing)};
        hop.roles = {there.role};
        hop.arrows = true;
        hop.width = 1.6;
        plot.layers.emplace_back(hop);
        plot.layers.emplace_back(there);
    }
    return plotFigure(
        "cut", tr("Cut along the step"), tr("tangent dashed"), Figure::Place::Side, std::move(plot));
}

/// The end of the step axis: a round number that leaves room after the shown step.
double stepsEnd(double steps)
{
    return roundedUp(steps, {1.0, 2.0, 5.0});
}

Figure lossCurve(const Shown& shown)
{
    const bool logarithmic = shown.state.choice("loss-scale") == QLatin1String("log");
    const double least = logarithmic ? shown.leastLoss() : 0;
    const int last = std::min(shown.run.steps(), int(stepsEnd(std::max(1.2 * shown.step, 20.0))));
    constexpr double floor = 1e-12; // below it a double has no digits left to show
    Line before;
    Line after;
    double highest = 0;
    double lowest = 1;
    const double first = shown.run.loss.front() - least;
    for (int n = 0; n <= last; ++n) {
        double loss = shown.run.loss[size_t(n)] - least;
        if (!drawable(loss) || loss > 1e4 * std::max(first, 1e-6))
            break;
        if (logarithmic)
            loss = std::max(loss, floor);
        highest = std::max(highest, loss);
        lowest = std::min(lowest, loss);
        Line& line = n <= shown.step ? before : after;
        if (n == shown.step + 1 && !before.x.empty()) {
            after.x.push_back(before.x.back());
            after.y.push_back(before.y.back());
        }
        line.x.push_back(n);
        line.y.push_back(loss);
    }
    Plot plot;
    plot.x = axisOf(tr("step"), 0, stepsEnd(std::max<double>(last, 20)));
    if (logarithmic)
        plot.y =
            axisOf(tr("loss above the least"), std::pow(10, std::floor(std::log10(std::max(lowest, floor)))),
                std::pow(10, std::ceil(std::log10(std::max(highest, 10 * floor)))), Axis::Scale::Log);
    else
        plot.y = axisOf(tr("loss"), std::min(0.0, 1.1 * lowest), highest > 0 ? 1.05 * highest : 1);
    after.role = Role::Muted;
    after.opacity = 0.6;
    plot.layers.emplace_back(after);
    plot.layers.emplace_back(before);
    return plotFigure(
        "loss", tr("Loss at each step"), tr("drag the step"), Figure::Place::Side, std::move(plot));
}

/// All learning rates on one line, coloured by what they do, with the critical one marked.
Figure rateStrip(const Shown& shown)
{
    Plot plot;
    plot.zoomable = false;
    plot.x = axisOf(tr("learning rate"), 1e-4, 10, Axis::Scale::Log);
    plot.y = axisOf({}, 0, 1);
    plot.y.hidden = true;
    const auto zone = [&](double from, double to, Role role, double opacity) {
        Bars bars;
        bars.from = {std::clamp(from, 1e-4, 10.0)};
        bars.to = {std::clamp(to, 1e-4, 10.0)};
        bars.value = {1};
        bars.roles = {role};
        bars.opacity = opacity;
        bars.gap = 0;
        if (bars.to[0] > bars.from[0])
            plot.layers.emplace_back(bars);
    };
    if (shown.criticalRate) {
        const double critical = *shown.criticalRate;
        if (shown.method == optimise::Method::Plain) {
            zone(1e-4, critical / 2, Role::Good, 0.18);
            zone(critical / 2, critical, Role::Warning, 0.22);
        } else {
            zone(1e-4, critical, Role::Good, 0.18);
        }
        zone(critical, 10, Role::Bad, 0.2);
        if (critical > 1e-4 && critical < 10) {
            Rule rule;
            rule.at = critical;
            rule.role = Role::Bad;
            rule.dashed = false;
            rule.width = 1.6;
            rule.label = tr("critical %1").arg(shownNumber(critical));
            plot.layers.emplace_back(rule);
        }
    }
    const QString hint = !shown.criticalRate ? tr("no fixed limit for this method")
        : shown.surface.quadratic()          ? tr("drag it over the limit")
                                             : tr("the limit near this minimum");
    Figure figure = plotFigure("rate", tr("Learning rate"), hint, Figure::Place::Strip, std::move(plot));
    figure.minimumHeight = 84;
    figure.weight = 1.4;
    return figure;
}

/// What one step multiplies the distance from the minimum by, along each axis.
std::optional<Figure> factorStrip(const Shown& shown)
{
    const optimise::Curvatures curvatures = shown.curvatures();
    Plot plot;
    plot.zoomable = false;
    plot.x = axisOf(tr("factor per step"), -1.5, 1.5);
    plot.y = axisOf({}, -0.5, 1.5, Axis::Scale::Category);
    plot.y.categories = {tr("flat"), tr("steep")};
    Bars bars;
    bars.horizontal = true;
    for (int i = 0; i < 2; ++i) {
        const auto factor =
            optimise::axisFactor(shown.method, shown.rate, shown.momentum, curvatures.values(i));
        if (!factor)
            return std::nullopt;
        // A ringing axis turns its error round as it shrinks: only the size of its factor is on the line.
        const double value = factor->rings() ? factor->radius() : factor->first.real();
        bars.from.push_back(i - 0.32);
        bars.to.push_back(i + 0.32);
        bars.value.push_back(std::clamp(value, -1.5, 1.5));
        bars.roles.push_back(std::abs(value) > 1 ? Role::Bad : value < 0 ? Role::Warning : Role::Good);
        bars.labels.push_back(
            factor->rings() ? tr("%1 ringing").arg(shownNumber(value, 2)) : shownNumber(value, 2));
    }
    plot.layers.emplace_back(bars);
    for (const double limit : {-1.0, 1.0}) {
        Rule rule;
        rule.at = limit;
        rule.role = Role::Bad;
        plot.layers.emplace_back(rule);
    }
    Figure figure = plotFigure("factors", tr("Factor per step along each axis"),
        shown.surface.quadratic() ? QString() : tr("near this minimum"), Figure::Place::Strip,
        std::move(plot));
    figure.minimumHeight = 84;
    return figure;
}

} // namespace

std::vector<Figure> figures(const Shown& shown, Stages& stages)
{
    std::vector<Figure> all{plane(shown, stages)};
    if (shown.lineFit)
        all.push_back(fittedLine(shown));
    all.push_back(cut(shown));
    all.push_back(lossCurve(shown));
    all.push_back(rateStrip(shown));
    if (auto factors = factorStrip(shown))
        all.push_back(std::move(*factors));
    return all;
}

std::vector<Handle> handles(const Shown& shown)
{
    Handle start;
    start.id = QStringLiteral("start");
    start.figure = QStringLiteral("plane");
    start.label = tr("Start");
    start.x.key = start.y.key = QStringLiteral("start");
    start.at = shown.state.pointAt("start");

    Handle rate;
    rate.id = QStringLiteral("rate");
    rate.figure = QStringLiteral("rate");
    rate.label = tr("Learning rate");
    rate.geometry = Handle::Geometry::XRule;
    rate.x.key = QStringLiteral("learning-rate");
    rate.at = QPointF(shown.rate, 0.5);

    Handle step;
    step.id = QStringLiteral("step");
    step.figure = QStringLiteral("loss");
    step.label = tr("Step");
    step.geometry = Handle::Geometry::XRule;
    step.x.key = QStringLiteral("step");
    step.at = QPointF(shown.step, 0);
    return {start, rate, step};
}

std::vector<DataTable> tables(const Shown& shown)
{
    DataTable path{QStringLiteral("path"),
        {QStringLiteral("step"), QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("loss"),
            QStringLiteral("gradient-norm")},
        {}};
    for (int n = 0; n <= shown.step; ++n) {
        const size_t i = size_t(n);
        path.rows.push_back(
            {double(n), shown.run.x[i], shown.run.y[i], shown.run.loss[i], shown.run.gradientNorm[i]});
    }
    return {path};
}

} // namespace tangent::descent
