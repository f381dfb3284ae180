// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/drawing.h"
#include "app/topics/deep-learning/neural_network/shown.h"
#include "app/topics/deep-learning/neural_network/words.h"
#include "widgets/scene/figure_parts.h"
#include "widgets/scene/number_text.h"

#include <algorithm>

namespace tangent::network {

namespace {

constexpr double solvedAccuracy = 0.95;
/// Validation loss this much above its least value has turned up.
constexpr double turnedUp = 1.2;

bool isStraight(const Shown& shown)
{
    const bool bends = !shown.shape.hidden.empty() && shown.shape.activation != neural::Activation::Linear;
    const QStringList plain{QStringLiteral("x"), QStringLiteral("y")};
    return !bends
        && std::all_of(shown.sample->inputs.begin(), shown.sample->inputs.end(),
            [&](const QString& token) { return plain.contains(token); });
}

/// "0.98 of the validation rows are right", or the losses where there is no accuracy.
QString standing(const Shown& shown)
{
    if (shown.isClassification() && shown.hasValidation())
        return tr("%1 of the validation rows are right").arg(shownPercent(shown.accuracy()));
    return tr("the training loss is %1, guessing costs %2")
        .arg(shownNumber(shown.trainingLoss()), shownNumber(lossOfTheMean(shown)));
}

QString handSentence(const Shown& shown)
{
    const neural::Edit* last = nullptr;
    for (const HandEdit& edit : shown.edits) {
        if (edit.edit.epoch == shown.epoch)
            last = &edit.edit;
    }
    const QString value = shownNumber(last->value, 2);
    const QString unit = shown.unitName(last->layer, last->unit);
    const QString what = last->input == 0
        ? tr("the bias of %1 is now %2").arg(unit, value)
        : tr("the weight from %1 to %2 is now %3").arg(shown.feedName(last->layer, last->input), unit, value);
    return tr("**By hand**: %1, and %2. Play, and training goes on from here.").arg(what, standing(shown));
}

QString overfittingSentence(const Shown& shown)
{
    const std::vector<double>& losses = shown.losses.validation;
    const auto least = std::min_element(losses.begin(), losses.end());
    return tr("**Overfitting**: validation loss was least (%1) after epoch %2 and is %3 now, while training "
              "loss went on falling to %4.")
        .arg(shownNumber(*least, 2))
        .arg(int(shown.losses.epoch[size_t(least - losses.begin())]))
        .arg(shownNumber(losses.back(), 2), shownNumber(shown.trainingLoss(), 2));
}

bool isOverfitting(const Shown& shown)
{
    if (!shown.hasValidation() || shown.trainingLoss() >= shown.losses.training.front())
        return false;
    const std::vector<double>& losses = shown.losses.validation;
    const double least = *std::min_element(losses.begin(), losses.end());
    return losses.back() > turnedUp * least && losses.back() > 1.5 * shown.trainingLoss()
        && losses.back() > 0.3 * lossOfTheMean(shown);
}

} // namespace

QString narration(const Shown& shown)
{
    using neural::Activation;
    if (shown.divergedAt)
        return tr("**Diverged** in epoch %1: a weight grew beyond 10⁸. This is the epoch before. Lower the "
                  "learning rate.")
            .arg(*shown.divergedAt);
    if (shown.sample->hasClasses && shown.sample->classCount < 2)
        return tr("**One class only**: all rows are %1, so there is nothing to tell apart.")
            .arg(shown.sample->positive);
    if (shown.epoch < shown.wanted)
        return tr("**Training**: epoch %1 of %2 so far.").arg(shown.epoch).arg(shown.wanted);
    if (shown.sample->inputs.isEmpty())
        return tr("**No inputs**: the network sees nothing of a row, so its answer is the same everywhere.");
    if (!shown.losses.edited.empty() && shown.losses.edited.back() == shown.epoch)
        return handSentence(shown);
    if (shown.epoch == 0)
        return tr("**Before training**: the weights are as they were drawn, and %1. Press play.")
            .arg(standing(shown));
    if (shown.shape.activation == Activation::Step && !shown.shape.hidden.empty())
        return tr(
            "**No way back**: a step's derivative is 0, so the gradient of all %1 hidden weights is 0. Only "
            "the output learns; %2.")
            .arg(shown.shape.index(shown.shape.layers(), 1, 0))
            .arg(standing(shown));
    const QString epochs = counted(shown.epoch, tr("1 epoch"), tr("%1 epochs"));
    if (isStraight(shown))
        return (shown.shape.hidden.empty()
                       ? tr("**One straight edge** is all it can draw: there is no hidden layer")
                       : tr("**One straight edge** is all it can draw: layers of linear "
                            "units are one linear unit"))
            + tr("; after %1 %2.").arg(epochs, standing(shown));
    if (isOverfitting(shown))
        return overfittingSentence(shown);
    if (shown.isClassification() && shown.hasValidation() && shown.accuracy() >= solvedAccuracy)
        return (shown.shape.hidden.empty()
                       ? tr("**Solved without a hidden layer**: the inputs do the bending")
                       : tr("**Solved**: the hidden units' edges add up to the right border"))
            + tr("; after %1 %2.").arg(epochs, standing(shown));
    return tr("**Learning**: after %1 the training loss is %2 (guessing costs %3)")
               .arg(epochs, shownNumber(shown.trainingLoss(), 2), shownNumber(lossOfTheMean(shown), 2))
        + (shown.isClassification() && shown.hasValidation() ? tr("; %1.").arg(standing(shown))
                                                             : QStringLiteral("."));
}

std::vector<Diagnostic> diagnostics(const Shown& shown)
{
    std::vector<Diagnostic> all;
    const auto add = [&](Diagnostic::Severity severity, const char* key, const QString& sentence,
                         const QString& cure) {
        all.push_back(diagnosticOf(severity, QLatin1String(key), sentence, cure));
    };
    using Severity = Diagnostic::Severity;
    if (!shown.unusableHidden.isEmpty())
        add(Severity::Warning, "hidden", tr("“%1” is no layer.").arg(shown.unusableHidden),
            tr("Give up to 6 layers of 1 to 16 units, parted by commas: 8,8."));
    if (shown.ignoredEdits > 0)
        add(Severity::Note, "edits",
            tr("Edits of weights that this network does not have: %1.").arg(shown.ignoredEdits),
            tr("They count again when the layers come back."));
    if (shown.sample->inputs.isEmpty())
        add(Severity::Warning, "inputs", tr("No input is chosen."), tr("Click one in the picture."));
    const bool isSheet = shown.state.table->name == drawnTable; // its narration says so
    if (shown.sample->hasClasses && shown.sample->classCount < 2 && !isSheet)
        add(Severity::Warning, "label", tr("All rows are of one class."), tr("Choose another label."));
    if (shown.sample->hasClasses && shown.sample->classCount > 2)
        add(Severity::Note, "label",
            tr("The label has %1 classes: the output tells %2 from the rest.")
                .arg(shown.sample->classCount)
                .arg(shown.sample->positive),
            tr("Its last class counts as the positive one."));
    return all;
}

} // namespace tangent::network
