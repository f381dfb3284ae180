// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/deep-learning/neural_network/shown.h"
#include "app/topics/deep-learning/neural_network/words.h"
#include "widgets/scene/number_text.h"

#include <algorithm>
#include <cmath>

namespace tangent::network {

namespace {

constexpr double thinnest = 0.6;
constexpr double thickest = 6;
constexpr double usualWidth = 2.4; ///< of a weight of 1
constexpr int crowdedUnits = 6;
constexpr int crowdedLayers = 4;
constexpr int valueColumn = 4;

QString inputId(const QString& token)
{
    return QStringLiteral("input-") + token;
}

QString unitId(int layer, int unit)
{
    return QStringLiteral("unit-%1-%2").arg(layer).arg(unit);
}

/// Where a column of the network stands, the inputs being column 0.
double across(const Shown& shown, int column)
{
    return double(column) / shown.shape.layers();
}

double down(int index, int count)
{
    return (index + 0.5) / count;
}

/// What a hand on a weight writes: the edit of this epoch, which the first touch appends.
Target editTarget(const Shown& shown, int layer, int unit, int input)
{
    Target target;
    target.key = QStringLiteral("edits");
    target.column = valueColumn;
    for (const HandEdit& edit : shown.edits) {
        const neural::Edit& made = edit.edit;
        if (made.epoch == shown.epoch && made.layer == layer && made.unit == unit && made.input == input)
            target.row = edit.row;
    }
    if (target.row >= 0)
        return target;
    Rows rows = shown.state.rowsOf("edits");
    const Parameter* declared = findParameter(shown.state.parameters, target.key);
    if (int(rows.size()) >= declared->maximumRows)
        return {};
    const double limit = declared->columns[valueColumn].maximum;
    const double weight = std::clamp(shown.network.at(layer, unit, input), -limit, limit);
    target.row = int(rows.size());
    target.number = weight;
    rows.push_back({double(shown.epoch), double(layer), double(unit), double(input), weight});
    target.also[target.key] = rows;
    if (shown.epoch != shown.wanted) // training is still on its way, or ended here
        target.also[QStringLiteral("step")] = double(shown.epoch);
    return target;
}

/// Which unit it is and its bias, in one line: "bias 3: −0.79"; shorter where many units share the room.
QString biasText(const Shown& shown, int layer, int unit)
{
    const QString bias = shownNumber(shown.network.at(layer, unit, 0), 2);
    if (layer == shown.shape.layers())
        return tr("output bias: %1").arg(bias);
    const QString number =
        shown.shape.layers() == 2 ? QString::number(unit) : QStringLiteral("%1.%2").arg(layer).arg(unit);
    const bool crowded = shown.shape.units(layer) > crowdedUnits || shown.shape.layers() > crowdedLayers;
    return (crowded ? QStringLiteral("%1: %2") : tr("bias %1: %2")).arg(number, bias);
}

void addInputs(const Shown& shown, Diagram* diagram)
{
    const QStringList chosen = shown.sample->inputs;
    const auto& kinds = inputKinds();
    for (int i = 0; i < int(kinds.size()); ++i) {
        const InputKind& kind = kinds[size_t(i)];
        const bool isChosen = chosen.contains(kind.token);
        Diagram::Node node;
        node.id = inputId(kind.token);
        node.at = {across(shown, 0), down(i, int(kinds.size()))};
        node.lines = {kind.symbol};
        node.name = (isChosen ? tr("input %1, used") : tr("input %1, not used")).arg(kind.symbol);
        node.role = isChosen ? Role::Ink : Role::Muted;
        node.open = !isChosen;
        node.picture = shown.raster->inputs[size_t(i)];
        node.picture->opacity = isChosen ? 1 : 0.3;
        node.target.key = QStringLiteral("inputs");
        QStringList toggled;
        for (const InputKind& other : kinds) {
            if (chosen.contains(other.token) != (other.token == kind.token))
                toggled << other.token;
        }
        node.target.value = toggled;
        diagram->nodes.push_back(node);
    }
}

void addUnits(const Shown& shown, Diagram* diagram)
{
    for (int layer = 1; layer <= shown.shape.layers(); ++layer) {
        const int units = shown.shape.units(layer);
        const bool isOutput = layer == shown.shape.layers();
        for (int unit = 1; unit <= units; ++unit) {
            const Span span = spanOf(shown, layer, unit);
            Diagram::Node node;
            node.id = unitId(layer, unit);
            node.at = {across(shown, layer), down(unit - 1, units)};
            node.lines = {biasText(shown, layer, unit)};
            node.name = tr("bias of %1").arg(shown.unitName(layer, unit));
            node.current = isOutput;
            node.picture = smallPicture(
                shown.answers.col(shown.unitNumber(layer, unit)), shown.raster->side, span.low, span.high);
            node.target = editTarget(shown, layer, unit, 0);
            diagram->nodes.push_back(node);
        }
    }
}

void addWeights(const Shown& shown, Diagram* diagram)
{
    for (int layer = 1; layer <= shown.shape.layers(); ++layer) {
        for (int unit = 1; unit <= shown.shape.units(layer); ++unit) {
            for (int input = 1; input <= shown.shape.inputsOf(layer); ++input) {
                const double weight = shown.network.at(layer, unit, input);
                Diagram::Edge edge;
                edge.from = layer == 1 ? inputId(shown.sample->inputs[input - 1]) : unitId(layer - 1, input);
                edge.to = unitId(layer, unit);
                edge.name =
                    tr("weight from %1 to %2").arg(shown.feedName(layer, input), shown.unitName(layer, unit));
                edge.width = std::clamp(usualWidth * std::sqrt(std::abs(weight)), thinnest, thickest);
                edge.role = weight < 0 ? Role::Class0 : Role::Class1;
                edge.dashed = weight < 0; // the sign does not hang on colour alone
                edge.target = editTarget(shown, layer, unit, input);
                diagram->edges.push_back(edge);
            }
        }
    }
}

} // namespace

Figure diagramFigure(const Shown& shown)
{
    Diagram diagram;
    diagram.sideways = true;
    addInputs(shown, &diagram);
    addUnits(shown, &diagram);
    addWeights(shown, &diagram);
    Figure figure;
    figure.key = QStringLiteral("network");
    figure.title = tr("The network");
    figure.hint = tr("drag a link or a bias; click an input");
    figure.place = Figure::Place::Main;
    figure.weight = 1.5;
    figure.content = std::move(diagram);
    return figure;
}

} // namespace tangent::network
