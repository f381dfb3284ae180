// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/deep-learning/neural_network/declarations.h"
#include "app/topics/deep-learning/neural_network/shown.h"
#include "app/topics/deep-learning/neural_network/words.h"
#include "widgets/scene/figure_parts.h"

#include <algorithm>
#include <cmath>

namespace tangent::network {

namespace {

/// A loss below it is drawn as it.
constexpr double leastLoss = 1e-6;
/// Losses beyond so many times the loss of the mean leave the picture.
constexpr double tallest = 4;
constexpr size_t mostTableRows = 1000;

Line curve(
    const std::vector<double>& epochs, const std::vector<double>& losses, Role role, const QString& label)
{
    Line line;
    line.x = epochs;
    line.y = losses;
    for (double& loss : line.y)
        loss = std::clamp(loss, leastLoss, 1e12);
    line.role = role;
    line.width = 1.8;
    line.label = label;
    return line;
}

Axis epochAxis(const Shown& shown)
{
    Axis axis;
    axis.label = tr("epoch");
    axis.maximum = roundedUp(std::max(1.3 * shown.epoch, 20.0));
    return axis;
}

Axis lossAxis(const Shown& shown, double most, double least)
{
    Axis axis;
    axis.label = shown.isClassification() ? tr("cross-entropy") : tr("squared error");
    const double mean = std::max(lossOfTheMean(shown), 1e-3);
    most = std::min(std::max(most, 1.1 * mean), tallest * mean);
    if (shown.state.choice("loss-scale") == QLatin1String("log")) {
        axis.scale = Axis::Scale::Log;
        axis.minimum = std::pow(10, std::floor(std::log10(std::clamp(least, leastLoss, mean))));
        axis.maximum = roundedUp(most);
    } else {
        axis.maximum = roundedUp(most);
    }
    return axis;
}

} // namespace

Figure lossFigure(const Shown& shown)
{
    const Losses& losses = shown.losses;
    const Line training = curve(losses.epoch, losses.training, Role::Ink, tr("training"));
    const Line validation = curve(losses.epoch, losses.validation, Role::Accent, tr("validation"));
    double most = *std::max_element(training.y.begin(), training.y.end());
    double least = *std::min_element(training.y.begin(), training.y.end());
    Plot plot;
    plot.zoomable = false;
    const auto turn = std::min_element(validation.y.begin(), validation.y.end());
    if (shown.hasValidation()) {
        most = std::max(most, *std::max_element(validation.y.begin(), validation.y.end()));
        least = std::min(least, *turn);
    }
    plot.x = epochAxis(shown);
    plot.y = lossAxis(shown, most, least);
    Rule mean;
    mean.orientation = Qt::Horizontal;
    mean.at = std::max(lossOfTheMean(shown), plot.y.minimum);
    mean.label = tr("guessing");
    plot.layers.emplace_back(mean);
    for (const int epoch : losses.edited) {
        Rule rule;
        rule.at = epoch;
        rule.role = Role::Class1;
        rule.label = epoch == losses.edited.back() ? tr("by hand") : QString();
        plot.layers.emplace_back(rule);
    }
    if (shown.hasValidation()) {
        plot.layers.emplace_back(validation);
        Points best;
        best.x = {validation.x[size_t(turn - validation.y.begin())]};
        best.y = {*turn};
        best.role = Role::Accent;
        best.size = 7;
        plot.layers.emplace_back(best);
    }
    plot.layers.emplace_back(training);
    return figureOf(
        "loss", tr("Loss after each epoch"), tr("drag the epoch"), Figure::Place::Side, std::move(plot), 108);
}

std::vector<Handle> handles(const Shown& shown)
{
    Handle epoch;
    epoch.id = QStringLiteral("epoch");
    epoch.figure = QStringLiteral("loss");
    epoch.label = tr("Epoch");
    epoch.geometry = Handle::Geometry::XRule;
    epoch.x.key = QStringLiteral("step");
    epoch.at = QPointF(shown.epoch, 0);
    epoch.minimum = 0;
    epoch.maximum = lastEpoch;
    return {epoch};
}

std::vector<DataTable> tables(const Shown& shown)
{
    const Losses& losses = shown.losses;
    DataTable curves{QStringLiteral("losses"),
        {QStringLiteral("epoch"), QStringLiteral("training"), QStringLiteral("validation")}, {}};
    const size_t stride = losses.epoch.size() / mostTableRows + 1;
    for (size_t i = 0; i < losses.epoch.size(); i += stride) {
        const Cell validation = shown.hasValidation() ? Cell(losses.validation[i]) : Cell(QString());
        curves.rows.push_back({losses.epoch[i], losses.training[i], validation});
    }
    DataTable weights{QStringLiteral("weights"),
        {QStringLiteral("layer"), QStringLiteral("unit"), QStringLiteral("input"), QStringLiteral("value")},
        {}};
    for (int layer = 1; layer <= shown.shape.layers(); ++layer) {
        for (int unit = 1; unit <= shown.shape.units(layer); ++unit) {
            for (int input = 0; input <= shown.shape.inputsOf(layer); ++input)
                weights.rows.push_back(
                    {double(layer), double(unit), double(input), shown.network.at(layer, unit, input)});
        }
    }
    return {curves, weights};
}

} // namespace tangent::network
