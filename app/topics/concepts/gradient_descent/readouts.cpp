// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/concepts/gradient_descent/descent_run.h"
#include "widgets/scene/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace tangent::descent {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("GradientDescent", text);
}

Readout readout(
    const char* key, const QString& label, double value, const QString& formula, const QString& line)
{
    Readout made;
    made.key = QLatin1String(key);
    made.label = label;
    if (std::isfinite(value))
        made.value = value;
    else
        made.note = tr("too large for a number");
    made.formula = formula;
    made.line = line;
    return made;
}

Readout undefined(Readout made, const QString& note)
{
    made.value = {};
    made.note = note;
    return made;
}

QString lossLine(const Shown& shown)
{
    const Eigen::Vector2d at = shown.at();
    const QString x = shownNumber(at.x());
    const QString y = shownNumber(at.y());
    return tr("f(%1, %2) = %3").arg(x, y, shownNumber(shown.loss()));
}

Readout criticalRateReadout(const Shown& shown)
{
    const QString near = shown.surface.quadratic() ? QString() : tr("near this minimum");
    const double curvature = shown.curvatures().values(1);
    Readout made = readout("critical-rate", tr("Critical rate"), shown.criticalRate.value_or(0),
        QStringLiteral(
            R"tex(\eta_\text{crit}=\frac{2}{\lambda},\quad\frac{2(1+\beta)}{\lambda},\quad\frac{2(1+\beta)}{(1+2\beta)\,\lambda})tex"),
        tr("λ = %1, so the limit is %2")
            .arg(shownNumber(curvature), shownNumber(shown.criticalRate.value_or(0))));
    made.note = near;
    made.prominent = true;
    if (!shown.criticalRate) {
        made.line = tr("this method rescales its steps as it goes: there is no fixed limit");
        return undefined(made, tr("no fixed limit for this method"));
    }
    return made;
}

Readout convergedReadout(const Shown& shown)
{
    const auto at = shown.run.convergedAt();
    const QString tolerance = shownNumber(shown.state.real("tolerance"));
    Readout made = readout("converged-at", tr("Converged at"), at.value_or(0),
        QStringLiteral(R"tex(\min\left\{t:\lVert\nabla f(x_t)\rVert\le\varepsilon\right\})tex"),
        at ? tr("the gradient is at most %1 from step %2 on").arg(tolerance).arg(*at)
           : tr("the gradient is longer than %1 through step %2").arg(tolerance).arg(shown.run.steps()));
    made.better = Readout::Better::Down;
    made.prominent = true;
    made.unit = tr("steps");
    made.unitOfOne = tr("step");
    return at ? made : undefined(made, tr("not within 5,000 steps"));
}

Readout lineReadout(const Shown& shown, bool wantsSlope)
{
    const optimise::Line line = shown.lineFit ? shown.lineFit->inDataUnits(shown.at()) : optimise::Line();
    Readout made = wantsSlope
        ? readout("slope", tr("Slope"), line.slope, QStringLiteral(R"tex(\hat t=a+b\,e)tex"),
            tr("each minute of eruption adds %1 minutes of waiting").arg(shownNumber(line.slope)))
        : readout("intercept", tr("Intercept"), line.intercept, QStringLiteral(R"tex(\hat t=a+b\,e)tex"),
            tr("waiting = %1 + %2 · eruption").arg(shownNumber(line.intercept), shownNumber(line.slope)));
    return shown.lineFit ? made : undefined(made, tr("only where a line is fitted"));
}

/// "is 0.80 in size and negative: it lands on the other side"
QString factorClause(double factor)
{
    const double size = std::abs(factor);
    if (size < 0.005)
        return tr("lands on the floor in one step");
    if (size > 1 + 1e-9)
        return tr("throws it %1 times as far out on the other side").arg(shownNumber(size, 2));
    if (size > 1 - 1e-9)
        return tr("throws it just as far out on the other side, for ever");
    return factor < 0 ? tr("crosses to the other side and keeps %1 of the distance").arg(shownPercent(size))
                      : tr("keeps %1 of the distance").arg(shownPercent(size));
}

QString axesSentence(const Shown& shown)
{
    if (shown.method != optimise::Method::Plain || !shown.surface.quadratic())
        return {};
    const Eigen::Vector2d curvatures = shown.curvatures().values;
    const double flat = 1 - shown.rate * curvatures(0);
    const double steep = 1 - shown.rate * curvatures(1);
    if (std::abs(flat - steep) < 1e-9)
        return tr(" Both axes are equally steep: a step %1.").arg(factorClause(steep));
    return tr(" Across the steep axis a step %1; along the flat one it %2.")
        .arg(factorClause(steep), factorClause(flat));
}

} // namespace

Eigen::Vector2d Shown::nextUpdate() const
{
    if (step >= run.steps())
        return Eigen::Vector2d::Zero();
    return {run.updateX[size_t(step)], run.updateY[size_t(step)]};
}

optimise::Curvatures Shown::curvatures() const
{
    return optimise::curvatures(surface.hessian(optimise::nearestMinimum(surface, at()).position));
}

std::vector<Readout> readouts(const Shown& shown)
{
    const size_t n = size_t(shown.step);
    const QString updateRule = QStringLiteral(R"tex(x_{t+1}=x_t-\eta\,\nabla f(x_t))tex");
    // The loss is named wherever a rate is quoted: half of it would double the rates.
    Readout loss = readout("loss", shown.lineFit ? tr("Mean squared error") : tr("Loss"), shown.loss(),
        shown.land.formula, lossLine(shown));
    loss.better = Readout::Better::Down;
    loss.prominent = true;
    Readout gradient = readout("gradient-norm", tr("Gradient length"), shown.run.gradientNorm[n],
        QStringLiteral(
            R"tex(\lVert\nabla f\rVert=\sqrt{(\partial f/\partial x)^2+(\partial f/\partial y)^2})tex"),
        tr("√(%1² + %2²) = %3")
            .arg(shownNumber(shown.run.gradientX[n]), shownNumber(shown.run.gradientY[n]),
                shownNumber(shown.run.gradientNorm[n])));
    gradient.better = Readout::Better::Down;
    const QString where = tr("the point at step %1 is (%2, %3)")
                              .arg(shown.step)
                              .arg(shownNumber(shown.at().x()), shownNumber(shown.at().y()));
    Readout status;
    status.key = QStringLiteral("status");
    status.label = tr("Status");
    status.value = QString::fromLatin1(
        optimise::name(shown.status).data(), qsizetype(optimise::name(shown.status).size()));
    status.formula = updateRule;
    status.line = tr("gradient %1 at step %2, rate %3")
                      .arg(shownNumber(shown.run.gradientNorm[n]))
                      .arg(shown.step)
                      .arg(shownNumber(shown.rate));
    status.prominent = true;
    return {loss, convergedReadout(shown), criticalRateReadout(shown), status, gradient,
        readout("x", shown.lineFit ? tr("a") : QStringLiteral("x"), shown.at().x(), updateRule, where),
        readout("y", shown.lineFit ? tr("b") : QStringLiteral("y"), shown.at().y(), updateRule, where),
        readout("step", tr("Step"), shown.step, updateRule, where), lineReadout(shown, false),
        lineReadout(shown, true)};
}

QString narration(const Shown& shown)
{
    const auto convergedAt = shown.run.convergedAt();
    switch (shown.status) {
    case optimise::Status::Converged:
        return tr("**Arrived** after %1: the gradient is no longer than %2.")
                   .arg(counted(shown.step, tr("1 step"), tr("%1 steps")),
                       withoutTrailingZeros(shownNumber(shown.state.real("tolerance"))))
            + axesSentence(shown);
    case optimise::Status::StoppedAtSaddle:
        return tr("**Stopped, and not at a minimum**: the gradient is zero on this ridge, but one direction "
                  "still leads down. "
                  "Nudge the start by one key press.");
    case optimise::Status::Diverging:
        return tr("**Diverging**: the longer it runs, the higher it ends.") + axesSentence(shown);
    case optimise::Status::Bouncing:
        return tr("**Bouncing**: the rate is too large for the minimum it circles, so the steps neither "
                  "shrink nor grow.")
            + axesSentence(shown);
    case optimise::Status::Overshooting:
        return (convergedAt ? tr("**Overshooting, and still converging**: it will arrive at step %1.")
                                  .arg(*convergedAt)
                            : tr("**Overshooting**: it has crossed the floor at least once."))
            + axesSentence(shown);
    case optimise::Status::Converging:
        break;
    }
    return (convergedAt ? tr("**Converging** without crossing the floor: it will arrive at step %1.")
                              .arg(*convergedAt)
                        : tr("**Converging**, but not within 5,000 steps."))
        + axesSentence(shown);
}

} // namespace tangent::descent
