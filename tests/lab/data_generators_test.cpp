// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/generators.h"
#include "tests/support/test_program.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

using namespace tangent;

/// Made tables against their recipes: geometry without noise, spreads with it.
class DataGeneratorsTest : public QObject {
    Q_OBJECT

private slots:
    void sameSeedSameTable_data();
    void sameSeedSameTable();
    void parametersAreDeclared_data() { sameSeedSameTable_data(); }
    void parametersAreDeclared();
    void blobsStandWhereTheyShould();
    void blobsHaveTheirSpread();
    void blobsHoldTheTrap();
    void blobsOfOtherCounts();
    void cloudHasNoDirection();
    void cornersStandLast();
    void cornersSwingTheBox();
    void bandsAreSplitBySecondComponent();
    void moonsAreHalfCircles();
    void circlesAreRings();
    void exclusiveOrIsOne();
    void spiralWindsOut();
    void gaussiansOverlapAsTheyShould();
    void noiseIsItsStandardDeviation();
};

namespace {

Table make(const char* name, const Values& values = {})
{
    for (const Generator& generator : generators()) {
        if (generator.name == QLatin1String(name))
            return generator.make(GeneratorSettings(generator.parameters, values));
    }
    qFatal("no generator called %s", name);
}

const std::vector<double>& numbers(const Table& table, const char* column)
{
    return table.find(QLatin1String(column))->numbers;
}

/// Means and covariances (n − 1) of x and y over the rows of one class; -1: of all rows.
struct Moments {
    double count = 0;
    double meanX = 0;
    double meanY = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;

    explicit Moments(const Table& table, int label = -1)
    {
        const auto& x = numbers(table, "x");
        const auto& y = numbers(table, "y");
        const Column* labels = table.find(QStringLiteral("label"));
        const auto each = [&](auto visit) {
            for (size_t i = 0; i < x.size(); ++i) {
                if (label < 0 || labels->codes[i] == label)
                    visit(x[i], y[i]);
            }
        };
        each([&](double a, double b) {
            ++count;
            meanX += a;
            meanY += b;
        });
        meanX /= count;
        meanY /= count;
        each([&](double a, double b) {
            xx += (a - meanX) * (a - meanX) / (count - 1);
            yy += (b - meanY) * (b - meanY) / (count - 1);
            xy += (a - meanX) * (b - meanY) / (count - 1);
        });
    }

    double angle() const { return 90 / std::numbers::pi * std::atan2(2 * xy, xx - yy); }
};

bool near(double value, double expected, double tolerance)
{
    if (std::abs(value - expected) <= tolerance)
        return true;
    qWarning("%.12g is not within %g of %.12g", value, tolerance, expected);
    return false;
}

/// Inertia at the end of Lloyd's iteration from given centres.
double lloyd(const Table& table, std::vector<std::array<double, 2>> centres)
{
    const auto& x = numbers(table, "x");
    const auto& y = numbers(table, "y");
    double inertia = std::numeric_limits<double>::infinity();
    for (;;) {
        std::vector<std::array<double, 3>> sums(centres.size(), {0, 0, 0});
        double total = 0;
        for (size_t i = 0; i < x.size(); ++i) {
            double least = std::numeric_limits<double>::infinity();
            size_t nearest = 0;
            for (size_t c = 0; c < centres.size(); ++c) {
                const double distance = std::pow(x[i] - centres[c][0], 2) + std::pow(y[i] - centres[c][1], 2);
                if (distance < least) {
                    least = distance;
                    nearest = c;
                }
            }
            total += least;
            sums[nearest][0] += x[i];
            sums[nearest][1] += y[i];
            ++sums[nearest][2];
        }
        if (total >= inertia)
            return inertia;
        inertia = total;
        for (size_t c = 0; c < centres.size(); ++c)
            centres[c] = {sums[c][0] / sums[c][2], sums[c][1] / sums[c][2]};
    }
}

} // namespace

void DataGeneratorsTest::sameSeedSameTable_data()
{
    QTest::addColumn<int>("index");
    for (size_t i = 0; i < generators().size(); ++i)
        QTest::newRow(qPrintable(generators()[i].name)) << int(i);
}

void DataGeneratorsTest::sameSeedSameTable()
{
    QFETCH(int, index);
    const Generator& generator = generators()[size_t(index)];
    const auto with = [&](double seed, double rows) {
        return generator.make(GeneratorSettings(generator.parameters, {{"seed", seed}, {"rows", rows}}));
    };
    const Table table = with(5, 101);
    QVERIFY(table == with(5, 101));
    if (generator.parameters.empty())
        return;
    QCOMPARE(table.rowCount(), 101);
    QVERIFY(!(table == with(6, 101)));
    for (const Column& column : table.columns) {
        QCOMPARE(int(column.isNumeric() ? column.numbers.size() : column.codes.size()), 101);
        for (int row = 0; row < 101; ++row)
            QVERIFY(!column.isMissing(row));
    }
}

void DataGeneratorsTest::parametersAreDeclared()
{
    QFETCH(int, index);
    for (const Parameter& parameter : generators()[size_t(index)].parameters) {
        QVERIFY(!parameter.label.isEmpty());
        QVERIFY2(parameter.help.endsWith('.'), qPrintable(parameter.key));
        QVERIFY(parameter.minimum < parameter.maximum);
        QVERIFY(number(parameter.defaultValue) >= parameter.minimum
            && number(parameter.defaultValue) <= parameter.maximum);
        QVERIFY(!parameter.logarithmic || parameter.minimum > 0);
    }
}

void DataGeneratorsTest::blobsStandWhereTheyShould()
{
    const Table table = make("blobs", {{"spread", 0.0}});
    QCOMPARE(table.rowCount(), 200);
    QSet<QPair<double, double>> places;
    for (int label = 0; label < 4; ++label) {
        const Moments blob(table, label);
        QCOMPARE(blob.count, 50.0);
        QCOMPARE(std::abs(blob.meanX), 6.0);
        QCOMPARE(std::abs(blob.meanY), 1.0);
        places.insert({blob.meanX, blob.meanY});
    }
    QCOMPARE(places.size(), 4);
    QCOMPARE(table.find("label")->levels, QStringList({"A", "B", "C", "D"}));
}

void DataGeneratorsTest::blobsHaveTheirSpread()
{
    const Table table = make("blobs", {{"rows", 40'000.0}});
    for (int label = 0; label < 4; ++label) {
        const Moments blob(table, label); // 4 standard errors of a variance: σ² · 4 · √(2/n)
        const double tolerance = 0.2025 * 4 * std::sqrt(2 / blob.count);
        QVERIFY(near(blob.xx, 0.2025, tolerance));
        QVERIFY(near(blob.yy, 0.2025, tolerance));
        QVERIFY(near(blob.xy, 0, tolerance));
    }
}

void DataGeneratorsTest::blobsHoldTheTrap()
{
    const Table table = make("blobs");
    const double best = lloyd(table, {{-6, -1}, {6, -1}, {-6, 1}, {6, 1}});
    QVERIFY(near(best, 77, 0.5));
    const double trapped = lloyd(table, {{-6, -1.4}, {-6, -0.6}, {-6, 1}, {6, 0}});
    QVERIFY(near(trapped, 170, 12));
}

void DataGeneratorsTest::blobsOfOtherCounts()
{
    for (const double count : {1.0, 2.0, 3.0, 7.0, 10.0}) {
        const Table table = make("blobs", {{"spread", 0.0}, {"centres", count}, {"rows", 101.0}});
        QCOMPARE(table.find("label")->levels.size(), qsizetype(count));
        for (int label = 0; label < int(count); ++label) {
            const Moments blob(table, label);
            QVERIFY(std::abs(blob.count - 101 / count) < 1);
            QVERIFY(near(std::hypot(blob.meanX, blob.meanY), count == 1 ? 0 : 6, 1e-12));
        }
    }
}

void DataGeneratorsTest::cloudHasNoDirection()
{
    const Moments cloud(make("cloud", {{"spread", 1.5}}));
    QVERIFY(near(cloud.meanX, 0, 1e-14) && near(cloud.meanY, 0, 1e-14));
    QVERIFY(near(cloud.xx, 2.25, 1e-12) && near(cloud.yy, 2.25, 1e-12) && near(cloud.xy, 0, 1e-12));
}

void DataGeneratorsTest::cornersStandLast()
{
    const Table table = make("corners", {{"rows", 20'002.0}});
    QCOMPARE(numbers(table, "x")[20'000], 9.0);
    QCOMPARE(numbers(table, "y")[20'000], 9.0);
    QCOMPARE(numbers(table, "x")[20'001], -9.0);
    QCOMPARE(numbers(table, "y")[20'001], -9.0);
    Table flat = table;
    for (Column& column : flat.columns)
        column.numbers = std::vector<double>(column.numbers.begin(), column.numbers.begin() + 20'000);
    const Moments moments(flat);
    QVERIFY(near(moments.xx, 9, 9 * 4 * std::sqrt(2 / 20'000.0)));
    QVERIFY(near(moments.yy, 1, 4 * std::sqrt(2 / 20'000.0)));
}

void DataGeneratorsTest::cornersSwingTheBox()
{
    const Table table = make("corners");
    QVERIFY(near(Moments(table).angle(), 5, 0.5));
    double least = std::numeric_limits<double>::infinity();
    double lean = 0;
    for (double degrees = 0; degrees < 90; degrees += 0.1) {
        const double cosine = std::cos(degrees * std::numbers::pi / 180);
        const double sine = std::sin(degrees * std::numbers::pi / 180);
        std::vector<double> along;
        std::vector<double> across;
        for (size_t i = 0; i < numbers(table, "x").size(); ++i) {
            along.push_back(cosine * numbers(table, "x")[i] + sine * numbers(table, "y")[i]);
            across.push_back(cosine * numbers(table, "y")[i] - sine * numbers(table, "x")[i]);
        }
        const auto width = [](const std::vector<double>& values) {
            const auto [low, high] = std::minmax_element(values.begin(), values.end());
            return *high - *low;
        };
        if (width(along) * width(across) < least) {
            least = width(along) * width(across);
            lean = width(along) > width(across) ? degrees : degrees - 90;
        }
    }
    QVERIFY(near(lean, 27, 1));
}

void DataGeneratorsTest::bandsAreSplitBySecondComponent()
{
    const Table table = make("two-bands", {{"rows", 10'000.0}});
    const Moments all(table);
    QVERIFY(near(all.angle(), 20, 1));
    const double turn = all.angle() * std::numbers::pi / 180;
    const Moments a(table, 0);
    const Moments b(table, 1);
    const double along = std::cos(turn) * (b.meanX - a.meanX) + std::sin(turn) * (b.meanY - a.meanY);
    const double across = std::cos(turn) * (b.meanY - a.meanY) - std::sin(turn) * (b.meanX - a.meanX);
    QVERIFY(near(along, 0, 0.25));
    QVERIFY(near(across, 2, 0.05));
}

void DataGeneratorsTest::moonsAreHalfCircles()
{
    const Table table = make("moons", {{"noise", 0.0}});
    for (size_t i = 0; i < 300; ++i) {
        const bool upper = table.find("label")->codes[i] == 0;
        const double x = numbers(table, "x")[i] - (upper ? -1 : 1);
        const double y = numbers(table, "y")[i] - (upper ? -0.5 : 0.5);
        QVERIFY(near(std::hypot(x, y), 2, 1e-12));
        QVERIFY(upper ? y > -1e-12 : y < 1e-12);
    }
}

void DataGeneratorsTest::circlesAreRings()
{
    const Table table = make("circles", {{"noise", 0.0}});
    for (size_t i = 0; i < 300; ++i) {
        const double radius = std::hypot(numbers(table, "x")[i], numbers(table, "y")[i]);
        QVERIFY(near(radius, table.find("label")->codes[i] == 1 ? 1.25 : 2.5, 1e-12));
    }
}

void DataGeneratorsTest::exclusiveOrIsOne()
{
    const Table table = make("xor", {{"rows", 400.0}});
    int quadrants[2][2] = {};
    for (size_t i = 0; i < 400; ++i) {
        const double x = numbers(table, "x")[i];
        const double y = numbers(table, "y")[i];
        QVERIFY(std::min(std::abs(x), std::abs(y)) >= 0.15 && std::max(std::abs(x), std::abs(y)) <= 3);
        QCOMPARE(table.find("label")->codes[i], x * y > 0 ? 1 : 0);
        ++quadrants[x > 0][y > 0];
    }
    for (const auto& row : quadrants)
        QVERIFY(row[0] == 100 && row[1] == 100);
}

void DataGeneratorsTest::spiralWindsOut()
{
    const Table table = make("spiral", {{"noise", 0.0}});
    for (size_t i = 0; i + 3 < 300; i += 2) {
        const auto radius = [&](size_t row) {
            return std::hypot(numbers(table, "x")[row], numbers(table, "y")[row]);
        };
        QVERIFY(radius(i + 2) > radius(i));
        QVERIFY(near(numbers(table, "x")[i], -numbers(table, "x")[i + 1], 1e-12)); // half a turn apart
        QVERIFY(near(numbers(table, "y")[i], -numbers(table, "y")[i + 1], 1e-12));
    }
    QVERIFY(near(std::hypot(numbers(table, "x")[299], numbers(table, "y")[299]), 3, 1e-12));
}

void DataGeneratorsTest::gaussiansOverlapAsTheyShould()
{
    const Table table = make("gaussians", {{"rows", 20'000.0}, {"noise", 1.2}});
    for (int label = 0; label < 2; ++label) {
        const Moments cloud(table, label);
        QCOMPARE(cloud.count, 10'000.0);
        QVERIFY(near(cloud.meanX, label == 0 ? -1.5 : 1.5, 4 * 1.2 / 100));
        QVERIFY(near(cloud.meanY, label == 0 ? -1.5 : 1.5, 4 * 1.2 / 100));
        QVERIFY(near(cloud.xx, 1.44, 1.44 * 4 * std::sqrt(2e-4)));
    }
}

void DataGeneratorsTest::noiseIsItsStandardDeviation()
{
    for (const char* name : {"moons", "spiral"}) {
        const Table still = make(name, {{"noise", 0.0}, {"rows", 20'000.0}});
        const Table noisy = make(name, {{"noise", 0.3}, {"rows", 20'000.0}});
        double squares = 0;
        for (size_t i = 0; i < 20'000; ++i)
            squares += std::pow(numbers(noisy, "x")[i] - numbers(still, "x")[i], 2);
        QVERIFY(near(squares / 20'000, 0.09, 0.09 * 4 * std::sqrt(1e-4)));
    }
}

TANGENT_TEST(DataGeneratorsTest)
#include "data_generators_test.moc"
