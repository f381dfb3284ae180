// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/generators.h"
#include "tests/support/test_program.h"

#include <bit>
#include <cmath>

using namespace tangent;

/// Made tables that follow a published recipe or a law.
class DataRecipesTest : public QObject {
    Q_OBJECT

private slots:
    void ringHasItsPublishedChecksum();
    void bellsFollowTheirLaws();
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

bool near(double value, double expected, double tolerance)
{
    if (std::abs(value - expected) <= tolerance)
        return true;
    qWarning("%.12g is not within %g of %.12g", value, tolerance, expected);
    return false;
}

} // namespace

void DataRecipesTest::ringHasItsPublishedChecksum()
{
    // FNV-1a over 64-bit words: the coordinates row by row as doubles, then the labels, two to a word.
    const Table table = make("ring-500");
    QCOMPARE(table.rowCount(), 500);
    std::uint64_t sum = 0xCBF29CE484222325ULL;
    const auto add = [&sum](std::uint64_t word) { sum = (sum ^ word) * 0x100000001B3ULL; };
    for (size_t i = 0; i < 500; ++i) {
        add(std::bit_cast<std::uint64_t>(numbers(table, "x")[i]));
        add(std::bit_cast<std::uint64_t>(numbers(table, "y")[i]));
    }
    const auto& labels = table.find("label")->codes;
    for (size_t i = 0; i < 500; i += 2)
        add(std::uint64_t(labels[i]) | std::uint64_t(labels[i + 1]) << 32);
    QCOMPARE(QString::number(sum, 16), "a94db5ace4106d69");
    QCOMPARE(table.find("label")->levels, QStringList({"0", "1"}));
}

void DataRecipesTest::bellsFollowTheirLaws()
{
    const Table table = make(
        "bells", {{"rows", 40'000.0}, {"separation", 2.0}, {"spread-ratio", 3.0}, {"positive-share", 0.25}});
    QCOMPARE(table.label, "label");
    QCOMPARE(table.find("label")->levels, QStringList({"negative", "positive"}));
    double count[2] = {};
    double sum[2] = {};
    double squares[2] = {};
    for (size_t i = 0; i < 40'000; ++i) {
        const int label = table.find("label")->codes[i];
        const double score = numbers(table, "score")[i];
        ++count[label];
        sum[label] += score;
        squares[label] += score * score;
    }
    QCOMPARE(count[1], 10'000.0);
    for (int label = 0; label < 2; ++label) {
        const double deviation = label == 1 ? 3 : 1;
        const double mean = sum[label] / count[label];
        QVERIFY(near(mean, 2.0 * label, 4 * deviation / std::sqrt(count[label])));
        QVERIFY(near(squares[label] / count[label] - mean * mean, deviation * deviation,
            deviation * deviation * 4 * std::sqrt(2 / count[label])));
    }
}

TANGENT_TEST(DataRecipesTest)
#include "data_recipes_test.moc"
