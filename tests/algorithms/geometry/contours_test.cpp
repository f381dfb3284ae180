// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/geometry/contours.h"
#include "algorithms/random/random.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>

using namespace tangent::geometry;
using Eigen::MatrixXd;
using Eigen::Vector2d;
using Eigen::VectorXd;

namespace {

VectorXd axis(int points, double from, double to)
{
    return VectorXd::LinSpaced(points, from, to);
}

MatrixXd sampled(const VectorXd& x, const VectorXd& y, const std::function<double(double, double)>& f)
{
    MatrixXd values(y.size(), x.size());
    for (Eigen::Index i = 0; i < x.size(); ++i)
        for (Eigen::Index j = 0; j < y.size(); ++j)
            values(j, i) = f(x(i), y(j));
    return values;
}

VectorXd level(double value)
{
    return VectorXd::Constant(1, value);
}

/// Area to the left of a closed line: positive when it runs counter-clockwise.
double signedArea(const ContourLine& line)
{
    double twice = 0;
    for (std::size_t i = 0; i < line.points.size(); ++i) {
        const Vector2d& a = line.points[i];
        const Vector2d& b = line.points[(i + 1) % line.points.size()];
        twice += a.x() * b.y() - a.y() * b.x();
    }
    return twice / 2;
}

} // namespace

class ContoursTest : public QObject {
    Q_OBJECT

private slots:
    void planeGivesOneStraightLine();
    void circleIsClosedAndRound();
    void higherSideIsOnTheLeft();
    void noiseIsCutWhereItCrosses();
    void saddleCellByItsMean_data();
    void saddleCellByItsMean();
    void cornersAtTheLevel();
    void levelOutsideGivesNothing();
    void holesAreLeftOut();
    void levelsComeInOrder();
    void badSizesAreRefused();
};

/// Linear interpolation is exact on a plane.
void ContoursTest::planeGivesOneStraightLine()
{
    const VectorXd x = axis(7, 0, 3);
    const VectorXd y = axis(5, -1, 1);
    const auto lines =
        contours(sampled(x, y, [](double x, double y) { return 2 * x - y; }), x, y, level(2.2));
    QCOMPARE(lines.size(), std::size_t{1});
    QVERIFY(!lines[0].closed);
    for (const Vector2d& p : lines[0].points)
        QVERIFY(std::abs(2 * p.x() - p.y() - 2.2) < 1e-12);
    const double length = (lines[0].points.front() - lines[0].points.back()).norm();
    QVERIFY(std::abs(length - std::hypot(2, 1)) < 1e-12); // from one long side to the other
}

/// The error of a chord and of the interpolation both fall with the square of the spacing.
void ContoursTest::circleIsClosedAndRound()
{
    double lastError = 0;
    for (const int points : {21, 41, 81}) {
        const VectorXd x = axis(points, -2, 2);
        const auto lines =
            contours(sampled(x, x, [](double x, double y) { return x * x + y * y; }), x, x, level(1.7));
        QCOMPARE(lines.size(), std::size_t{1});
        QVERIFY(lines[0].closed);
        QVERIFY(lines[0].points.front() != lines[0].points.back());
        const double error = std::abs(std::abs(signedArea(lines[0])) - 1.7 * std::acos(-1.0));
        QVERIFY(lastError == 0 || error < lastError / 3);
        lastError = error;
    }
}

void ContoursTest::higherSideIsOnTheLeft()
{
    const VectorXd x = axis(21, -2, 2);
    const auto bowl = [](double x, double y) { return x * x + y * y; };
    QVERIFY(signedArea(contours(sampled(x, x, bowl), x, x, level(1))[0]) < 0);
    const auto hill = [&](double x, double y) { return -bowl(x, y); };
    QVERIFY(signedArea(contours(sampled(x, x, hill), x, x, level(-1))[0]) > 0);
}

/// On any field: every point is the interpolated crossing of a grid edge, every crossed edge has its point in
/// one line, and only ends of open lines lie on the border.
void ContoursTest::noiseIsCutWhereItCrosses()
{
    tangent::Random random(3);
    const VectorXd x = axis(13, 0, 12);
    const VectorXd y = axis(9, 0, 8);
    const MatrixXd values = sampled(x, y, [&](double, double) { return random.normal(); });
    const auto lines = contours(values, x, y, level(0.1));

    int crossings = 0;
    for (int i = 0; i < 13; ++i)
        for (int j = 0; j < 9; ++j) {
            crossings += i + 1 < 13 && (values(j, i) >= 0.1) != (values(j, i + 1) >= 0.1);
            crossings += j + 1 < 9 && (values(j, i) >= 0.1) != (values(j + 1, i) >= 0.1);
        }
    int points = 0;
    for (const ContourLine& line : lines) {
        points += static_cast<int>(line.points.size());
        for (std::size_t n = 0; n < line.points.size(); ++n) {
            const Vector2d p = line.points[n];
            const int i = static_cast<int>(p.x());
            const int j = static_cast<int>(p.y());
            const bool upright = p.x() == i;
            QVERIFY(upright != (p.y() == j));
            const double t = upright ? p.y() - j : p.x() - i;
            const double far = upright ? values(j + 1, i) : values(j, i + 1);
            QVERIFY(std::abs((1 - t) * values(j, i) + t * far - 0.1) < 1e-12);
            const bool onBorder = (upright && (i == 0 || i == 12)) || (!upright && (j == 0 || j == 8));
            const bool end = !line.closed && (n == 0 || n + 1 == line.points.size());
            QCOMPARE(onBorder, end);
        }
    }
    QCOMPARE(points, crossings);
}

void ContoursTest::saddleCellByItsMean_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<bool>("highCornersMeet");
    QTest::addColumn<bool>("otherDiagonal");
    QTest::newRow("mean-above") << -0.5 << true << false;
    QTest::newRow("mean-below") << -2.0 << false << false;
    QTest::newRow("mean-above-other-diagonal") << -0.5 << true << true;
    QTest::newRow("mean-below-other-diagonal") << -2.0 << false << true;
}

/// One cell with 1 on a diagonal: the two lines either part the low corners or the high ones.
void ContoursTest::saddleCellByItsMean()
{
    QFETCH(double, low);
    QFETCH(bool, highCornersMeet);
    QFETCH(bool, otherDiagonal);
    const VectorXd x = axis(2, 0, 1);
    MatrixXd values(2, 2);
    values << 1, low, low, 1;
    if (otherDiagonal)
        values << low, 1, 1, low;
    const auto lines = contours(values, x, x, level(0));
    QCOMPARE(lines.size(), std::size_t{2});
    const Vector2d middle(0.5, 0.5);
    for (const ContourLine& line : lines) {
        const Vector2d along = line.points[1] - line.points[0];
        const Vector2d left(-along.y(), along.x());
        QCOMPARE(left.dot(middle - line.points[0]) > 0, highCornersMeet);
    }
}

/// Whole numbers on the grid and a level among them: chains stay joined and no point is repeated.
void ContoursTest::cornersAtTheLevel()
{
    const VectorXd x = axis(9, -4, 4);
    const MatrixXd values = sampled(x, x, [](double x, double y) { return std::abs(x) + std::abs(y); });
    const auto lines = contours(values, x, x, level(2));
    QCOMPARE(lines.size(), std::size_t{1});
    QVERIFY(lines[0].closed);
    QCOMPARE(std::abs(signedArea(lines[0])), 8.0);
    for (std::size_t n = 0; n < lines[0].points.size(); ++n)
        QVERIFY(lines[0].points[n] != lines[0].points[(n + 1) % lines[0].points.size()]);
}

void ContoursTest::levelOutsideGivesNothing()
{
    const VectorXd x = axis(5, 0, 1);
    const MatrixXd values = sampled(x, x, [](double x, double y) { return x + y; });
    QVERIFY(contours(values, x, x, level(-1)).empty());
    QVERIFY(contours(values, x, x, level(3)).empty());
    QVERIFY(contours(MatrixXd::Zero(5, 5), x, x, level(0)).empty());
    QVERIFY(contours(values, x, x, VectorXd()).empty());
}

void ContoursTest::holesAreLeftOut()
{
    const VectorXd x = axis(9, 0, 8);
    MatrixXd values = sampled(x, x, [](double, double y) { return y; });
    values(4, 4) = std::numeric_limits<double>::quiet_NaN();
    values(2, 1) = std::numeric_limits<double>::infinity();
    const auto lines = contours(values, x, x, level(3.5));
    QCOMPARE(lines.size(), std::size_t{2});
    double length = 0;
    for (const ContourLine& line : lines)
        length += (line.points.front() - line.points.back()).norm();
    QCOMPARE(length, 6.0); // eight cells wide, two of them beside the hole
}

void ContoursTest::levelsComeInOrder()
{
    const VectorXd x = axis(21, -2, 2);
    const MatrixXd values = sampled(x, x, [](double x, double y) { return x * x + y * y; });
    const VectorXd levels = (VectorXd(4) << 0.5, 3, 1, 100).finished();
    int last = 0;
    std::vector<int> count(4);
    for (const ContourLine& line : contours(values, x, x, levels)) {
        QVERIFY(line.level >= last);
        last = line.level;
        ++count[line.level];
    }
    QCOMPARE(count, (std::vector<int>{1, 1, 1, 0}));
    // A strided part of a larger table is read as it lies.
    const MatrixXd wide = values.replicate(2, 1);
    QCOMPARE(contours(wide.topRows(21), x, x, levels)[0].points, contours(values, x, x, levels)[0].points);
}

void ContoursTest::badSizesAreRefused()
{
    const VectorXd x = axis(3, 0, 1);
    const VectorXd y = axis(4, 0, 1);
    QVERIFY_EXCEPTION_THROWN(contours(MatrixXd::Zero(3, 4), x, y, level(0)), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(
        contours(MatrixXd::Zero(4, 1), axis(1, 0, 0), y, level(0)), std::invalid_argument);
}

TANGENT_TEST(ContoursTest)
#include "contours_test.moc"
