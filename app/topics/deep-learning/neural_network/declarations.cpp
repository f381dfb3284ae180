// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/deep-learning/neural_network/declarations.h"

#include "app/topics/deep-learning/neural_network/sample.h"
#include "app/topics/deep-learning/neural_network/words.h"

namespace tangent::network {

namespace {

/// A start whose network ends by solving the task, and the epoch at which its field is half folded.
constexpr int shippedSeed = 57;
constexpr int shippedEpoch = 10;
constexpr int mostEdits = 200;
constexpr double largestWeight = 100;
constexpr double weightStep = 0.1; ///< a hand finds its way through zero

template <class Kind>
QString tokenOf(Kind kind)
{
    const std::string_view token = neural::name(kind);
    return QString::fromLatin1(token.data(), qsizetype(token.size()));
}

std::vector<Choice> activationChoices()
{
    using neural::Activation;
    std::vector<Choice> choices;
    for (const auto& [activation, label] :
        std::initializer_list<std::pair<Activation, QString>>{{Activation::Linear, tr("linear")},
            {Activation::Step, tr("step")}, {Activation::Sigmoid, tr("sigmoid")},
            {Activation::Tanh, tr("tanh")}, {Activation::Relu, tr("ReLU")},
            {Activation::LeakyRelu, tr("leaky ReLU")}, {Activation::Swish, tr("swish")}})
        choices.push_back({tokenOf(activation), label});
    return choices;
}

/// Up to `mostLayers` numbers from 1 to `mostUnits`, parted by commas.
QString layersPattern()
{
    QStringList numbers;
    for (int units = 1; units <= mostUnits; ++units)
        numbers << QString::number(units);
    return QStringLiteral("\\s*((%1)\\s*(,\\s*(%1)\\s*){0,%2},?\\s*)?")
        .arg(numbers.join(QLatin1Char('|')))
        .arg(mostLayers - 1);
}

Parameters networkParameters()
{
    Parameter hidden =
        Parameter::textOf(QStringLiteral("hidden"), tr("Hidden units"), QStringLiteral("4"))
            .withHelp(tr("Units of each hidden layer, parted by commas: 4, or 8,8; empty for none."))
            .matching(layersPattern())
            .asPrimary();
    hidden.maximumRows = 40;
    hidden.structural = true;
    return {
        Parameter::choice(QStringLiteral("problem"), tr("Problem"), QStringLiteral("classification"),
            {{QStringLiteral("classification"), tr("classes")},
                {QStringLiteral("regression"), tr("numbers")}})
            .withHelp(tr("Classes: the output is a chance. Numbers: the output is the prediction itself."))
            .inGroup(tr("Network")),
        hidden,
        Parameter::choice(
            QStringLiteral("activation"), tr("Activation"), QStringLiteral("tanh"), activationChoices())
            .withHelp(tr("What a hidden unit does with its weighted sum."))
            .asPrimary(),
    };
}

Parameters trainingParameters()
{
    return {
        Parameter::choice(QStringLiteral("optimiser"), tr("Optimiser"), QStringLiteral("plain"),
            {{QStringLiteral("plain"), tr("plain")}, {QStringLiteral("momentum"), tr("momentum")},
                {QStringLiteral("adam"), tr("Adam")}})
            .withHelp(tr("How gradients become steps: plain descent, momentum 0.9, or Adam."))
            .inGroup(tr("Training")),
        Parameter::real(QStringLiteral("learning-rate"), tr("Learning rate"), 0.1, 1e-4, 10)
            .onLogScale()
            .withStep(0.001)
            .withHelp(tr("What the gradient is multiplied by to make a step."))
            .asPrimary(),
        Parameter::integer(QStringLiteral("batch-size"), tr("Batch size"), 10, 0, 1000)
            .usually(0, 100)
            .withHelp(tr("Rows for one update of the weights; 0 takes all training rows at once."))
            .inGroup(tr("Training")),
        Parameter::real(QStringLiteral("l1"), tr("L1 penalty"), 0, 0, 1)
            .usually(0, 0.05)
            .withStep(0.0005)
            .withHelp(tr("Pulls every weight towards zero by a fixed amount; small ones stay there."))
            .inGroup(tr("Training")),
        Parameter::real(QStringLiteral("l2"), tr("L2 penalty"), 0, 0, 1)
            .usually(0, 0.05)
            .withStep(0.0005)
            .withHelp(tr("Pulls every weight towards zero by a share of itself; biases are left alone."))
            .asPrimary(),
        Parameter::real(QStringLiteral("dropout"), tr("Dropout"), 0, 0, 0.9)
            .withStep(0.05)
            .withHelp(tr("The chance that a hidden unit is left out while training; never when predicting."))
            .asPrimary(),
    };
}

Parameter inputsParameter()
{
    std::vector<Choice> choices;
    for (const InputKind& kind : inputKinds())
        choices.push_back({kind.token, kind.symbol});
    Parameter made = Parameter::setOf(
        QStringLiteral("inputs"), tr("Inputs"), {QStringLiteral("x"), QStringLiteral("y")}, choices)
                         .withHelp(tr("What the network is fed with; click an input in the picture."))
                         .inGroup(tr("Network"));
    made.structural = true;
    return made;
}

Parameter editsParameter()
{
    Parameter edits =
        Parameter::rowsOf(QStringLiteral("edits"), tr("Edits"), Rows(),
            {{QStringLiteral("epoch"), tr("epoch"), false, 0, double(lastEpoch), true},
                {QStringLiteral("layer"), tr("layer"), false, 1, double(mostLayers + 1), true},
                {QStringLiteral("unit"), tr("unit"), false, 1, double(mostUnits), true},
                {QStringLiteral("input"), tr("input"), false, 0, double(mostUnits), true},
                {QStringLiteral("value"), tr("value"), false, -largestWeight, largestWeight, false,
                    weightStep}})
            .withHelp(
                tr("Weights that a hand has set: after which epoch, layer, unit, input (0 is the bias), "
                   "value."))
            .inGroup(tr("Network"))
            .witnessedBy(QStringLiteral("edits=10,2,1,1,3"));
    edits.maximumRows = mostEdits;
    return edits;
}

} // namespace

std::vector<int> hiddenLayers(const QString& text, QString* unusable)
{
    std::vector<int> layers;
    for (const QString& piece : text.split(QLatin1Char(','))) {
        const QString word = piece.trimmed();
        if (word.isEmpty())
            continue;
        bool isNumber = false;
        const int units = word.toInt(&isNumber);
        const bool fits = isNumber && units >= 1 && units <= mostUnits && int(layers.size()) < mostLayers;
        if (fits)
            layers.push_back(units);
        else if (unusable && unusable->isEmpty())
            *unusable = word;
    }
    return layers;
}

neural::Activation activationOf(const QString& token)
{
    using neural::Activation;
    for (const Activation activation : {Activation::Linear, Activation::Step, Activation::Sigmoid,
             Activation::Relu, Activation::LeakyRelu, Activation::Swish}) {
        if (token == tokenOf(activation))
            return activation;
    }
    return Activation::Tanh;
}

neural::Optimiser optimiserOf(const QString& token)
{
    using neural::Optimiser;
    return token == tokenOf(Optimiser::Adam)    ? Optimiser::Adam
        : token == tokenOf(Optimiser::Momentum) ? Optimiser::Momentum
                                                : Optimiser::Plain;
}

Parameters parameters(const DeclarationContext& context)
{
    Parameters all = networkParameters();
    for (const Parameter& parameter : trainingParameters())
        all.push_back(parameter);
    all.push_back(inputsParameter());
    all.push_back(Parameter::real(QStringLiteral("validation-share"), tr("Validation share"), 0.3, 0, 0.9)
                      .withStep(0.05)
                      .withHelp(tr("The share of rows that are only predicted, never learnt from."))
                      .inGroup(tr("Data")));
    all.push_back(
        Parameter::choice(QStringLiteral("initial"), tr("First weights"), QStringLiteral("random"),
            {{QStringLiteral("random"), tr("random")}, {QStringLiteral("reference"), tr("reference")}})
            .withHelp(tr("Drawn by the seed, or the fixed ones that other programs are compared on."))
            .inGroup(tr("Network")));
    all.push_back(
        Parameter::seedOf(tr("Seed"), shippedSeed)
            .withHelp(tr("Decides the first weights, the batches, dropout and the validation rows."))
            .inGroup(tr("Training")));
    all.push_back(editsParameter());
    Parameter standardise =
        Parameter::toggle(QStringLiteral("standardise"), tr("Standardise"),
            context.table && !isMadeForThis(context.table->name))
            .withHelp(tr("Centre both columns and divide them by their standard deviation."))
            .inGroup(tr("Data"));
    all.push_back(standardise);
    all.push_back(Parameter::choice(QStringLiteral("loss-scale"), tr("Loss axis"), QStringLiteral("linear"),
        {{QStringLiteral("linear"), tr("linear")}, {QStringLiteral("log"), tr("log")}})
                      .withHelp(tr("A logarithmic axis shows how a small loss goes on falling."))
                      .inGroup(tr("Picture")));
    Parameter step = Parameter::timeline(shippedEpoch, lastEpoch, false);
    step.endless = true;
    all.push_back(step);
    return all;
}

std::vector<Preset> presets()
{
    return {
        {QStringLiteral("xor"), tr("XOR"), QString()},
        {QStringLiteral("no-hidden"), tr("No hidden"), QStringLiteral("hidden=&step=200")},
        {QStringLiteral("product"), tr("Only x·y"), QStringLiteral("hidden=&inputs=xy&step=100")},
        {QStringLiteral("circles"), tr("Circles"), QStringLiteral("data=circles&activation=relu&step=60")},
        {QStringLiteral("overfit"), tr("Overfitting"),
            QStringLiteral("data=spiral&data.noise=0.3&hidden=8,8,8&optimiser=adam&learning-rate=0.01"
                           "&validation-share=0.5&seed=1&step=500")},
    };
}

} // namespace tangent::network
