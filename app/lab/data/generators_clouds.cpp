// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/random/random.h"
#include "app/lab/data/data_text.h"
#include "app/lab/data/generators.h"
#include "app/lab/data/point_set.h"

#include <cmath>
#include <numbers>

namespace tangent {

namespace {

Parameter rowsParameter(int value)
{
    return Parameter::integer(QStringLiteral("rows"), DataText::tr("Rows"), value, 10, 100'000)
        .cheapUpTo(1000)
        .onLogScale()
        .withHelp(DataText::tr("How many rows are made."));
}

Parameter seedParameter(int value)
{
    return Parameter::seedOf(DataText::tr("Data seed"), value)
        .withHelp(DataText::tr("Another seed draws other points by the same recipe."));
}

/// Centre `index` of `count`: four stand in a rectangle at (±6, ±1), one at the origin, any other number
/// evenly on a circle of radius 6, from (6, 0) anticlockwise.
QPointF blobCentre(int index, int count)
{
    if (count == 1)
        return {0, 0};
    if (count == 4)
        return {index % 2 == 0 ? -6.0 : 6.0, index / 2 == 0 ? -1.0 : 1.0};
    const double turn = 2 * std::numbers::pi * index / count;
    return {6 * std::cos(turn), 6 * std::sin(turn)};
}

/// Round normal blobs, one after the other, sizes as equal as can be; labels A, B, …
Table blobs(const GeneratorSettings& settings)
{
    const int rows = settings.integer("rows");
    const int centres = settings.integer("centres");
    const double spread = settings.real("spread");
    QStringList words;
    for (int i = 0; i < centres; ++i)
        words << QString(QChar(u'A' + i));
    return pointTable(words, rows, [=, seed = settings.seed()](PointSet& points) {
        Random random(seed);
        for (int blob = 0; blob < centres; ++blob) {
            const QPointF centre = blobCentre(blob, centres);
            const int size = rows / centres + (blob < rows % centres ? 1 : 0);
            for (int i = 0; i < size; ++i) {
                const double x = centre.x() + spread * random.normal();
                points.add(x, centre.y() + spread * random.normal(), blob);
            }
        }
    });
}

/// Two normal clouds of standard deviation `noise` round (−1.5, −1.5), class 0, and (1.5, 1.5), class 1, in
/// turn.
Table gaussians(const GeneratorSettings& settings)
{
    const double noise = settings.real("noise");
    const int rows = settings.integer("rows");
    const QStringList words{QStringLiteral("0"), QStringLiteral("1")};
    return pointTable(words, rows, [=, seed = settings.seed()](PointSet& points) {
        Random random(seed);
        for (int i = 0; i < rows; ++i) {
            const double centre = i % 2 == 0 ? -1.5 : 1.5;
            const double x = centre + noise * random.normal();
            points.add(x, centre + noise * random.normal(), i % 2);
        }
    });
}

/// One round cloud without any shape: a normal sample, moved and squeezed until its mean is 0 and its
/// covariance is spread² times the identity, so that no direction catches more than another.
void addCloud(PointSet& points, int rows, double spread, std::uint64_t seed)
{
    Random random(seed);
    std::vector<double> x;
    std::vector<double> y;
    for (int i = 0; i < rows; ++i) {
        x.push_back(random.normal());
        y.push_back(random.normal());
    }
    const auto centre = [rows](std::vector<double>& values) {
        double sum = 0;
        for (const double value : values)
            sum += value;
        for (double& value : values)
            value -= sum / rows;
    };
    const auto product = [](const std::vector<double>& a, const std::vector<double>& b) {
        double sum = 0;
        for (size_t i = 0; i < a.size(); ++i)
            sum += a[i] * b[i];
        return sum;
    };
    centre(x);
    centre(y);
    const double slope = product(x, y) / product(x, x); // y loses what x tells of it (Gram and Schmidt)
    for (size_t i = 0; i < y.size(); ++i)
        y[i] -= slope * x[i];
    const double scaleX = spread * std::sqrt((rows - 1) / product(x, x));
    const double scaleY = spread * std::sqrt((rows - 1) / product(y, y));
    for (size_t i = 0; i < x.size(); ++i)
        points.add(scaleX * x[i], scaleY * y[i]);
}

Table cloud(const GeneratorSettings& settings)
{
    const int rows = settings.integer("rows");
    return pointTable(
        {}, rows, [=, spread = settings.real("spread"), seed = settings.seed()](PointSet& points) {
            addCloud(points, rows, spread, seed);
        });
}

/// A flat normal cloud with standard deviations 3 along x and 1 along y; the last two rows stand apart, at
/// (9, 9) and (−9, −9).
Table corners(const GeneratorSettings& settings)
{
    const int rows = settings.integer("rows");
    return pointTable({}, rows, [=, seed = settings.seed()](PointSet& points) {
        Random random(seed);
        for (int i = 0; i < rows - 2; ++i) {
            const double x = 3 * random.normal();
            points.add(x, random.normal());
        }
        points.add(9, 9);
        points.add(-9, -9);
    });
}

/// Two long parallel bands, classes A and B in turn: along them the standard deviation is 3, across them they
/// lie 1 on either side of the middle with a standard deviation of `spread`. All turned by 20°. The first
/// principal component runs along the bands and tells nothing of the class; the second one splits them.
Table twoBands(const GeneratorSettings& settings)
{
    const double spread = settings.real("spread");
    const int rows = settings.integer("rows");
    const QStringList words{QStringLiteral("A"), QStringLiteral("B")};
    return pointTable(words, rows, [=, seed = settings.seed()](PointSet& points) {
        const double cosine = std::cos(20 * std::numbers::pi / 180);
        const double sine = std::sin(20 * std::numbers::pi / 180);
        Random random(seed);
        for (int i = 0; i < rows; ++i) {
            const double along = 3 * random.normal();
            const double across = (i % 2 == 0 ? -1 : 1) + spread * random.normal();
            points.add(cosine * along - sine * across, sine * along + cosine * across, i % 2);
        }
    });
}

} // namespace

std::vector<Generator> cloudGenerators()
{
    const Parameter spread =
        Parameter::real(QStringLiteral("spread"), DataText::tr("Spread"), 0.45, 0, 3)
            .withStep(0.01)
            .withHelp(DataText::tr("The standard deviation of a blob in each direction."));
    const Parameter centres =
        Parameter::integer(QStringLiteral("centres"), DataText::tr("Blobs"), 4, 1, 10)
            .withHelp(
                DataText::tr("How many blobs there are: four stand in a rectangle, others on a circle."));
    const Parameter noise = Parameter::real(QStringLiteral("noise"), DataText::tr("Noise"), 0.8, 0, 3)
                                .withStep(0.01)
                                .withHelp(DataText::tr("The standard deviation of each cloud."));
    const Parameter size =
        Parameter::real(QStringLiteral("spread"), DataText::tr("Spread"), 1, 0.1, 3)
            .withStep(0.01)
            .withHelp(DataText::tr("The standard deviation of the cloud in every direction."));
    const Parameter width = Parameter::real(QStringLiteral("spread"), DataText::tr("Spread"), 0.3, 0, 3)
                                .withStep(0.01)
                                .withHelp(DataText::tr("The standard deviation across each band."));
    return {
        {QStringLiteral("blobs"), DataText::tr("Round blobs"),
            {rowsParameter(200), centres, spread, seedParameter(285)}, &blobs},
        {QStringLiteral("gaussians"), DataText::tr("Two clouds"),
            {rowsParameter(300), noise, seedParameter(1)}, &gaussians},
        {QStringLiteral("cloud"), DataText::tr("One round cloud"),
            {rowsParameter(200), size, seedParameter(1)}, &cloud},
        {QStringLiteral("corners"), DataText::tr("Flat cloud and two corners"),
            {rowsParameter(250), seedParameter(27)}, &corners},
        {QStringLiteral("two-bands"), DataText::tr("Two long bands"),
            {rowsParameter(200), width, seedParameter(1)}, &twoBands},
    };
}

} // namespace tangent
