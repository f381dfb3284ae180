// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data_words.h"
#include "app/lab/lab.h"
#include "app/topics/concepts/gradient_descent/descent_run.h"

namespace tangent {

namespace {

using namespace descent;

const std::vector<Choice>& methods()
{
    static const std::vector<Choice> all{
        {QStringLiteral("plain"), QStringLiteral("plain")},
        {QStringLiteral("momentum"), QStringLiteral("momentum")},
        {QStringLiteral("nesterov"), QStringLiteral("Nesterov")},
        {QStringLiteral("rmsprop"), QStringLiteral("RMSProp")},
        {QStringLiteral("adam"), QStringLiteral("Adam")},
    };
    return all;
}

optimise::Method methodOf(const QString& token)
{
    using optimise::Method;
    return token == QLatin1String("momentum") ? Method::Momentum
        : token == QLatin1String("nesterov")  ? Method::Nesterov
        : token == QLatin1String("rmsprop")   ? Method::RmsProp
        : token == QLatin1String("adam")      ? Method::Adam
                                              : Method::Plain;
}

class GradientDescent final : public Lab {
public:
    LabInfo info() const override
    {
        return {QStringLiteral("gradient-descent"), QStringLiteral("Gradient descent"),
            QStringLiteral("concepts"), {15, 16, 17}, Speed::Instant, {QStringLiteral("faithful")}};
    }

    QString defaultData(const Values& values) const override
    {
        const bool fitsALine = text(values.value(QStringLiteral("function"))) == QLatin1String("line-fit");
        return fitsALine ? QStringLiteral("faithful") : QString();
    }

    std::vector<RoleSpec> roles(const Values&) const override
    {
        RoleSpec predictor;
        predictor.name = QStringLiteral("predictor");
        predictor.label = tr("Predictor");
        predictor.atDefaultData = {QStringLiteral("eruption")};
        RoleSpec response = predictor;
        response.name = QStringLiteral("response");
        response.label = tr("Response");
        response.atDefaultData = {QStringLiteral("waiting")};
        return {predictor, response};
    }

    Parameters parameters(const DeclarationContext& context) const override
    {
        const QString function = context.choice("function", "ravine");
        const QString method = context.choice("method", "plain");
        const Landscape& land = landscape(function);
        const bool fitsALine = function == QLatin1String("line-fit");
        std::vector<Choice> functions;
        for (const Landscape& one : landscapes())
            functions.push_back({one.token, one.label});

        Parameter start = Parameter::pointOf(
            QStringLiteral("start"), tr("Start"), land.start, land.window.left(), land.window.right())
                              .withHelp(tr("Where the descent begins; drag the ring on the surface."))
                              .inGroup(tr("Run"));
        start.minimumY = land.window.top();
        start.maximumY = land.window.bottom();

        return {
            Parameter::choice(QStringLiteral("function"), tr("Surface"), QStringLiteral("ravine"), functions)
                .withHelp(tr("The loss that is to be made small."))
                .asPrimary(),
            Parameter::real(QStringLiteral("condition"), tr("Curvature ratio"), 10, 1, 1000)
                .onLogScale()
                .withStep(1)
                .withHelp(tr("How much steeper the ravine is across than along."))
                .asPrimary(function == QLatin1String("ravine"))
                .shownWhen(function == QLatin1String("ravine"))
                .witnessedBy(QStringLiteral("function=ravine")),
            Parameter::toggle(QStringLiteral("standardise"), tr("Standardise"), false)
                .withHelp(tr("Centre the eruption times and divide them by their standard deviation."))
                .asPrimary(fitsALine)
                .shownWhen(fitsALine)
                .witnessedBy(QStringLiteral("function=line-fit")),
            Parameter::real(QStringLiteral("learning-rate"), tr("Learning rate"), land.learningRate, 1e-4, 10)
                .onLogScale()
                .withStep(0.001)
                .withHelp(tr("What the gradient is multiplied by to make a step."))
                .asPrimary(),
            Parameter::choice(QStringLiteral("method"), tr("Method"), QStringLiteral("plain"), methods())
                .withHelp(tr("How the gradients become steps."))
                .asPrimary(),
            Parameter::real(QStringLiteral("momentum"), tr("Momentum"), 0.9, 0, 0.999)
                .withStep(0.01)
                .withHelp(tr("The share of the last step's velocity that is kept."))
                .asPrimary()
                .shownWhen(method == QLatin1String("momentum") || method == QLatin1String("nesterov"))
                .witnessedBy(QStringLiteral("method=momentum")),
            start,
            Parameter::real(QStringLiteral("tolerance"), tr("Stop at gradient"), 1e-4, 0, 1)
                .withStep(1e-4)
                .withHelp(tr("The run stops at the first gradient no longer than this."))
                .inGroup(tr("Run"))
                .witnessedBy(QStringLiteral("step=end")),
            Parameter::choice(QStringLiteral("loss-scale"), tr("Loss axis"), QStringLiteral("log"),
                {{QStringLiteral("log"), tr("log")}, {QStringLiteral("linear"), tr("linear")}})
                .withHelp(tr("A logarithmic axis shows how far the loss still is from its least value."))
                .inGroup(tr("Picture")),
            Parameter::timeline(20, optimise::maximumSteps, false),
        };
    }

    std::vector<Preset> presets() const override
    {
        return {
            {QStringLiteral("ravine"), tr("Ravine"), QString()},
            {QStringLiteral("momentum"), tr("Momentum"),
                QStringLiteral("condition=50&learning-rate=0.06&method=momentum&momentum=0.57&step=48")},
            {QStringLiteral("line"), tr("Line fit"), QStringLiteral("function=line-fit&step=100")},
            {QStringLiteral("minima"), tr("Four minima"), QStringLiteral("function=himmelblau&step=100")},
            {QStringLiteral("ridge"), tr("Saddle"), QStringLiteral("function=saddle")},
        };
    }

    Scene compute(const Settled& state, Stages& stages, const Progress&) const override
    {
        const auto surface = surfaceOf(state);
        optimise::DescentOptions options;
        options.method = methodOf(state.choice("method"));
        options.learningRate = state.real("learning-rate");
        options.momentum = state.real("momentum");
        const QPointF start = state.pointAt("start");
        options.start = {start.x(), start.y()};
        options.tolerance = state.real("tolerance");

        Shown shown{state, landscape(state.choice("function")), *surface,
            dynamic_cast<const optimise::LineFit*>(surface.get()), options.method,
            optimise::run(*surface, options), 0, options.learningRate, options.momentum, {},
            optimise::Status::Converging};
        const double wanted = state.real("step");
        shown.step = wanted == endStep ? shown.run.steps() : std::min(int(wanted), shown.run.steps());
        shown.criticalRate = optimise::criticalRate(*surface, options.method, options.momentum, shown.at());
        shown.status = optimise::status(*surface, shown.run, shown.step);

        Scene scene;
        scene.figures = figures(shown, stages);
        scene.handles = handles(shown);
        scene.readouts = readouts(shown);
        scene.narration = narration(shown);
        scene.tables = tables(shown);
        scene.timeline = Timeline{double(shown.step), double(shown.run.steps()), false, false, {}, {}};
        scene.resolved[QStringLiteral("step")] = double(shown.step);
        if (state.table)
            scene.dataLine = dataWords(*state.table, state.table->rowCount());
        return scene;
    }

private:
    static QString tr(const char* text) { return QCoreApplication::translate("GradientDescent", text); }
};

} // namespace

namespace topics {

std::unique_ptr<const Lab> gradient_descent()
{
    return std::make_unique<GradientDescent>();
}

} // namespace topics

} // namespace tangent
