// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/concepts/gradient_descent/surfaces.h"

#include "algorithms/optimise/quadratic.h"
#include "algorithms/optimise/test_functions.h"
#include "app/lab/numeric_matrix.h"

namespace tangent::descent {

const std::vector<Landscape>& landscapes()
{
    static const std::vector<Landscape> all{
        {QStringLiteral("bowl"), QStringLiteral("bowl"),
            QStringLiteral(R"tex(f(x,y)=\tfrac12\left(x^2+y^2\right))tex"), QRectF(-5, -2.5, 10, 5),
            QPointF(-4, 1), 0.18},
        {QStringLiteral("ravine"), QStringLiteral("ravine"),
            QStringLiteral(R"tex(f(x,y)=\tfrac12\left(x^2+c\,y^2\right))tex"), QRectF(-5, -2.5, 10, 5),
            QPointF(-4, 1), 0.18},
        {QStringLiteral("rosenbrock"), QStringLiteral("Rosenbrock"),
            QStringLiteral(R"tex(f(x,y)=(1-x)^2+100\,(y-x^2)^2)tex"), QRectF(-2, -1, 4, 3), QPointF(-1.2, 1),
            0.001},
        {QStringLiteral("himmelblau"), QStringLiteral("Himmelblau"),
            QStringLiteral(R"tex(f(x,y)=(x^2+y-11)^2+(x+y^2-7)^2)tex"), QRectF(-5, -5, 10, 10),
            QPointF(0, -1), 0.01},
        {QStringLiteral("saddle"), QStringLiteral("saddle"),
            QStringLiteral(R"tex(f(x,y)=\tfrac12x^2+\tfrac14y^4-\tfrac12y^2)tex"),
            QRectF(-2.5, -1.75, 5, 3.5), QPointF(2, 0), 0.18},
        {QStringLiteral("line-fit"), QStringLiteral("line fit"),
            QStringLiteral(R"tex(f(a,b)=\frac1n\sum_{i=1}^{n}\left(t_i-a-b\,e_i\right)^2)tex"),
            QRectF(-20, -15, 120, 60), QPointF(0, 0), 0.06},
    };
    return all;
}

const Landscape& landscape(const QString& token)
{
    for (const Landscape& one : landscapes()) {
        if (one.token == token)
            return one;
    }
    return landscapes().front();
}

bool isLineFit(const Settled& state)
{
    return state.choice("function") == QLatin1String("line-fit");
}

std::unique_ptr<optimise::LineFit> lineFitOf(const Settled& state)
{
    if (!isLineFit(state))
        return nullptr;
    const NumericMatrix pairs =
        numericMatrix(*state.table, {state.column("predictor"), state.column("response")});
    return optimise::LineFit::make(pairs.values.col(0), pairs.values.col(1), state.toggle("standardise"));
}

std::unique_ptr<optimise::Surface> surfaceOf(const Settled& state)
{
    const QString function = state.choice("function");
    if (function == QLatin1String("bowl"))
        return optimise::bowl();
    if (function == QLatin1String("rosenbrock"))
        return optimise::rosenbrock();
    if (function == QLatin1String("himmelblau"))
        return optimise::himmelblau();
    if (function == QLatin1String("saddle"))
        return optimise::saddle();
    if (isLineFit(state))
        return lineFitOf(state);
    return optimise::ravine(state.real("condition"));
}

} // namespace tangent::descent
