// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/deep-learning/neural_network/shown.h"
#include "app/topics/deep-learning/neural_network/words.h"
#include "widgets/scene/number_text.h"

namespace tangent::network {

namespace {

Readout readout(const char* key, const QString& label, const QString& formula, const QString& line)
{
    Readout made;
    made.key = QLatin1String(key);
    made.label = label;
    made.formula = formula;
    made.line = line;
    return made;
}

QString lossFormula(const Shown& shown)
{
    return shown.isClassification()
        ? QStringLiteral(R"tex(-\frac1n\sum_{i=1}^{n}\bigl(y_i\ln p_i+(1-y_i)\ln(1-p_i)\bigr))tex")
        : QStringLiteral(R"tex(\frac1n\sum_{i=1}^{n}(p_i-y_i)^2)tex");
}

Readout lossReadout(const Shown& shown, bool onTraining)
{
    const double loss = onTraining ? shown.trainingLoss() : shown.validationLoss();
    const int rows = onTraining ? shown.sample->data.training.count() : shown.sample->data.validation.count();
    Readout made = readout(onTraining ? "loss-training" : "loss-validation",
        onTraining ? tr("Training loss") : tr("Validation loss"), lossFormula(shown),
        tr("mean over %1: %2; guessing alone costs %3")
            .arg(counted(rows, tr("1 row"), tr("%1 rows")), shownNumber(loss),
                shownNumber(lossOfTheMean(shown))));
    made.better = Readout::Better::Down;
    made.prominent = true;
    if (rows > 0)
        made.value = loss;
    else
        made.note = onTraining ? tr("no rows to learn from") : tr("no validation rows");
    return made;
}

Readout accuracyReadout(const Shown& shown)
{
    const int rows = shown.sample->data.validation.count();
    Readout made = readout("accuracy-validation", tr("Validation accuracy"),
        QStringLiteral(R"tex(\frac{\text{right validation rows}}{\text{validation rows}})tex"),
        tr("on the right side of ½: %1 of %2")
            .arg(shownCount(shown.validationRight), counted(rows, tr("1 row"), tr("%1 rows"))));
    made.better = Readout::Better::Up;
    made.prominent = true;
    made.decimals = 3;
    if (!shown.isClassification()) {
        made.note = tr("numbers have no accuracy");
        made.line = tr("the output is a number, not a class");
    } else if (rows == 0) {
        made.note = tr("no validation rows");
    } else {
        made.value = shown.accuracy();
    }
    return made;
}

QString parametersLine(const Shown& shown)
{
    QStringList terms;
    for (int layer = 1; layer <= shown.shape.layers(); ++layer)
        terms
            << QStringLiteral("%1 · (%2 + 1)").arg(shown.shape.units(layer)).arg(shown.shape.inputsOf(layer));
    return terms.join(QStringLiteral(" + "))
        + QStringLiteral(" = %1").arg(shownCount(shown.shape.parameters()));
}

} // namespace

std::vector<Readout> readouts(const Shown& shown)
{
    Readout epoch = readout("epoch", tr("Epoch"),
        QStringLiteral(
            R"tex(\text{updates per epoch}=\left\lceil\frac{n}{\text{batch size}}\right\rceil)tex"),
        tr("training rows: %1, each used %2")
            .arg(shownCount(shown.sample->data.training.count()),
                counted(shown.epoch, tr("once"), tr("%1 times"))));
    epoch.value = double(shown.epoch);
    Readout parameters = readout("parameters", tr("Parameters"),
        QStringLiteral(R"tex(\sum_{l}\text{units}_l\,(\text{inputs}_l+1))tex"), parametersLine(shown));
    parameters.value = double(shown.shape.parameters());
    parameters.prominent = true;
    return {lossReadout(shown, true), lossReadout(shown, false), accuracyReadout(shown), parameters, epoch};
}

} // namespace tangent::network
