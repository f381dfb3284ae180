// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/random/random.h"
#include "app/lab/data/data_text.h"
#include "app/lab/data/generators.h"
#include "app/lab/data/point_set.h"

#include <cmath>
#include <numbers>

namespace tangent {

namespace {

constexpr double pi = std::numbers::pi;

/// All shapes fill about [−3, 3] in each direction, hold the classes 0 and 1 in turn, and have `noise` added
/// to every coordinate last: normal, of that standard deviation.
class Shape {
public:
    explicit Shape(const GeneratorSettings& settings)
        : random(settings.seed())
        , rows(settings.integer("rows"))
        , noise_(settings.real("noise"))
    {
    }

    void add(double x, double y, int label)
    {
        const double moved = x + noise_ * random.normal();
        points_.add(moved, y + noise_ * random.normal(), label);
    }

    /// How far row `i` is along its own class, evenly from 0 to 1.
    double progress(int i) const
    {
        const int members = i % 2 == 0 ? (rows + 1) / 2 : rows / 2;
        return members < 2 ? 0 : double(i / 2) / (members - 1);
    }

    Table table() { return std::move(points_).table(); }

    Random random;
    const int rows;

private:
    double noise_;
    PointSet points_{{QStringLiteral("0"), QStringLiteral("1")}};
};

/// Two interleaved half circles of radius 2, evenly filled: the upper one, class 0, round (−1, −0.5), the
/// lower one, class 1, round (1, 0.5). The form of scikit-learn's make_moons, twice as large and centred.
Table moons(const GeneratorSettings& settings)
{
    Shape shape(settings);
    for (int i = 0; i < shape.rows; ++i) {
        const double turn = pi * shape.progress(i);
        if (i % 2 == 0)
            shape.add(2 * std::cos(turn) - 1, 2 * std::sin(turn) - 0.5, 0);
        else
            shape.add(1 - 2 * std::cos(turn), 0.5 - 2 * std::sin(turn), 1);
    }
    return shape.table();
}

/// Two rings round the origin: class 0 with radius 2.5, class 1 inside it with radius 1.25; angles drawn
/// evenly.
Table circles(const GeneratorSettings& settings)
{
    Shape shape(settings);
    for (int i = 0; i < shape.rows; ++i) {
        const double radius = i % 2 == 0 ? 2.5 : 1.25;
        const double turn = 2 * pi * shape.random.uniform();
        shape.add(radius * std::cos(turn), radius * std::sin(turn), i % 2);
    }
    return shape.table();
}

/// Points drawn evenly from the square between 0.15 and 3 off both axes, the quadrants in turn; class 1
/// where x and y have the same sign.
Table exclusiveOr(const GeneratorSettings& settings)
{
    Shape shape(settings);
    const auto away = [&shape] { return 0.15 + 2.85 * shape.random.uniform(); };
    for (int i = 0; i < shape.rows; ++i) {
        const int label = i % 2;
        const double sideX = i / 2 % 2 == 0 ? -1 : 1;
        const double sideY = label == 1 ? sideX : -sideX;
        const double x = sideX * away();
        shape.add(x, sideY * away(), label);
    }
    return shape.table();
}

/// Two arms of an Archimedean spiral, radius 0 to 3 in 1¾ turns, class 1 half a turn behind class 0.
Table spiral(const GeneratorSettings& settings)
{
    Shape shape(settings);
    for (int i = 0; i < shape.rows; ++i) {
        const double along = shape.progress(i);
        const double turn = 1.75 * 2 * pi * along + (i % 2 == 0 ? 0 : pi);
        shape.add(3 * along * std::sin(turn), 3 * along * std::cos(turn), i % 2);
    }
    return shape.table();
}

Parameters shapeParameters(double noise)
{
    return {Parameter::integer(QStringLiteral("rows"), DataText::tr("Rows"), 300, 10, 100'000)
                .cheapUpTo(1000)
                .onLogScale()
                .withHelp(DataText::tr("How many rows are made.")),
        Parameter::real(QStringLiteral("noise"), DataText::tr("Noise"), noise, 0, 1)
            .withStep(0.01)
            .withHelp(DataText::tr("The standard deviation of what is added to each coordinate.")),
        Parameter::seedOf(DataText::tr("Data seed"), 1)
            .withHelp(DataText::tr("Another seed draws other points by the same recipe."))};
}

} // namespace

std::vector<Generator> shapeGenerators()
{
    return {{QStringLiteral("moons"), DataText::tr("Two moons"), shapeParameters(0.2), &moons},
        {QStringLiteral("circles"), DataText::tr("Two circles"), shapeParameters(0.15), &circles},
        {QStringLiteral("xor"), DataText::tr("Exclusive or"), shapeParameters(0), &exclusiveOr},
        {QStringLiteral("spiral"), DataText::tr("Two spirals"), shapeParameters(0.1), &spiral}};
}

} // namespace tangent
