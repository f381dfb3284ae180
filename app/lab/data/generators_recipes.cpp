// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/random/random.h"
#include "app/lab/data/columns.h"
#include "app/lab/data/data_text.h"
#include "app/lab/data/generators.h"
#include "app/lab/data/point_set.h"

#include <cmath>

namespace tangent {

namespace {

/// Scores of two normal laws: negatives N(0, 1), positives N(separation, spread-ratio), with the two classes
/// mixed evenly and positive-share of the rows positive.
Table bells(const GeneratorSettings& settings)
{
    const double separation = settings.real("separation");
    const double ratio = settings.real("spread-ratio");
    const double share = settings.real("positive-share");
    Random random(settings.seed());
    Table table;
    table.label = QStringLiteral("label");
    table.rowIds = rowIdsUpTo(settings.integer("rows"));
    std::vector<double> scores;
    std::vector<int> codes;
    for (int i = 0; i < table.rowCount(); ++i) {
        const bool positive = std::floor((i + 1) * share + 0.5) > std::floor(i * share + 0.5);
        const double drawn = random.normal();
        scores.push_back(positive ? separation + ratio * drawn : drawn);
        codes.push_back(positive ? 1 : 0);
    }
    table.columns = {numberColumn(QStringLiteral("score"), std::move(scores)),
        codedColumn(table.label, std::move(codes), {QStringLiteral("negative"), QStringLiteral("positive")},
            Column::Type::Category)};
    return table;
}

/// A multiple of 2^-26 in [0, 1), from the upper bits.
double coarseUniform(Random& random)
{
    return double(random.next() >> 38) * 0x1p-26;
}

/// The 500 points of the project's comparisons with other programs: even in [−1, 1)², class 1 inside the
/// circle x² + y² < ½, and each class flipped with a chance of 1/16. All values are exact in double, so any
/// program that follows the recipe has the same bits.
Table ring500(const GeneratorSettings&)
{
    Random places(113);
    Random flips(114);
    PointSet points({QStringLiteral("0"), QStringLiteral("1")});
    for (int i = 0; i < 500; ++i) {
        const double x = 2 * coarseUniform(places) - 1;
        const double y = 2 * coarseUniform(places) - 1;
        const bool inside = x * x + y * y < 0.5;
        const bool flipped = coarseUniform(flips) < 0.0625;
        points.add(x, y, inside != flipped ? 1 : 0);
    }
    return std::move(points).table();
}

/// The sheet that a person draws on: two numbers and a class, and no row.
Table drawn(const GeneratorSettings&)
{
    return PointSet(QStringList{QString()}).table();
}

} // namespace

std::vector<Generator> recipeGenerators()
{
    const Parameters bellParameters{
        Parameter::integer(QStringLiteral("rows"), DataText::tr("Rows"), 1000, 20, 100'000)
            .cheapUpTo(1000)
            .onLogScale()
            .withHelp(DataText::tr("How many rows are made.")),
        Parameter::real(QStringLiteral("separation"), DataText::tr("Separation"), 1.5, 0, 5)
            .withStep(0.01)
            .withHelp(
                DataText::tr("How far the mean score of the positives lies above that of the negatives.")),
        Parameter::real(QStringLiteral("spread-ratio"), DataText::tr("Spread ratio"), 1, 0.2, 5)
            .withStep(0.01)
            .onLogScale()
            .withHelp(DataText::tr("The standard deviation of the positives over that of the negatives.")),
        Parameter::real(QStringLiteral("positive-share"), DataText::tr("Positive share"), 0.5, 0.001, 0.999)
            .withStep(0.001)
            .withHelp(DataText::tr("The share of positive rows.")),
        Parameter::seedOf(DataText::tr("Data seed"), 1)
            .withHelp(DataText::tr("Another seed draws other scores by the same recipe.")),
    };
    return {{QStringLiteral("bells"), DataText::tr("Two bells of scores"), bellParameters, &bells},
        {QStringLiteral("ring-500"), DataText::tr("Ring of 500 points"), {}, &ring500},
        {QStringLiteral("drawn"), DataText::tr("Your own drawing"), {}, &drawn}};
}

} // namespace tangent
