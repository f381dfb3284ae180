// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/decompose/bounding_box.h"

#include "algorithms/decompose/plane_spread.h"
#include "tests/algorithms/decompose/recipe_data.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

using namespace tangent;
using namespace tangent::decompose;

namespace {

Eigen::RowVector2d direction(double degrees)
{
    const double radians = degrees * std::numbers::pi / 180;
    return {std::cos(radians), std::sin(radians)};
}

double extent(const Eigen::MatrixX2d& points, double degrees)
{
    const Eigen::VectorXd along = points * direction(degrees).transpose();
    return along.maxCoeff() - along.minCoeff();
}

/// Every point lies in the box, up to rounding.
bool contains(const BoundingBox& box, const Eigen::MatrixX2d& points)
{
    for (Eigen::Index side = 0; side < 4; ++side) {
        const Eigen::RowVector2d from = box.corners.row(side);
        const Eigen::RowVector2d step = box.corners.row((side + 1) % 4) - from;
        const Eigen::RowVector2d inward(-step.y(), step.x());
        if (((points.rowwise() - from) * inward.transpose()).minCoeff() < -1e-9)
            return false;
    }
    return true;
}

Eigen::MatrixX2d turned(const Eigen::MatrixX2d& points, double degrees)
{
    Eigen::Matrix2d rotation;
    rotation << direction(degrees), direction(degrees + 90);
    return points * rotation;
}

Eigen::MatrixX2d rectangle(double length, double width)
{
    Eigen::MatrixX2d points(5, 2);
    points << 0, 0, length, 0, length, width, 0, width, length / 3, width / 4;
    return points;
}

} // namespace

class BoundingBoxTest : public QObject {
    Q_OBJECT
private slots:
    void findsATurnedRectangle_data();
    void findsATurnedRectangle();
    void noDirectionHasASmallerBox_data();
    void noDirectionHasASmallerBox();
    void hullHoldsEveryPoint();
    void hullOfAGrid();
    void pointsOnALine();
    void cornersDecideTheBoxButNotTheComponent();
    void refusesBadInput();
};

void BoundingBoxTest::findsATurnedRectangle_data()
{
    QTest::addColumn<double>("degrees");
    QTest::addColumn<double>("angle");
    QTest::newRow("lying") << 0.0 << 0.0;
    QTest::newRow("leaning") << 27.0 << 27.0;
    QTest::newRow("upright") << 90.0 << 90.0;
    QTest::newRow("falling") << 150.0 << 150.0;
    QTest::newRow("over-head") << 200.0 << 20.0;
}

void BoundingBoxTest::findsATurnedRectangle()
{
    QFETCH(double, degrees);
    QFETCH(double, angle);
    const BoundingBox box = smallestBox(turned(rectangle(5, 2), degrees));
    QVERIFY(std::abs(box.length - 5) <= 1e-12);
    QVERIFY(std::abs(box.width - 2) <= 1e-12);
    const double difference = halfTurn(box.angle - angle);
    QVERIFY(std::min(difference, 180 - difference) <= 1e-9);
    const Eigen::RowVector2d first = box.corners.row(1) - box.corners.row(0);
    QVERIFY(std::abs(first.norm() - 5) <= 1e-12);
}

void BoundingBoxTest::noDirectionHasASmallerBox_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("seed");
    QTest::newRow("triangle") << 3 << 1;
    QTest::newRow("few") << 7 << 2;
    QTest::newRow("some") << 40 << 3;
    QTest::newRow("many") << 1000 << 4;
}

void BoundingBoxTest::noDirectionHasASmallerBox()
{
    QFETCH(int, points);
    QFETCH(int, seed);
    for (int variant = 0; variant < 20; ++variant) {
        const auto chosen = static_cast<std::uint64_t>(seed + 100 * variant);
        Eigen::MatrixX2d cloud = tests::recipeNormals(points, 2, chosen);
        cloud.col(0) *= 2;
        const BoundingBox box = smallestBox(cloud);
        QVERIFY(contains(box, cloud));
        QVERIFY(box.length >= box.width);
        QVERIFY(std::abs(extent(cloud, box.angle) - box.length) <= 1e-9);
        QVERIFY(std::abs(extent(cloud, box.angle + 90) - box.width) <= 1e-9);
        const Eigen::RowVector2d side = box.corners.row(1) - box.corners.row(0);
        QVERIFY(std::abs(std::abs(side.dot(direction(box.angle))) - box.length) <= 1e-9);

        // The least over the edges of the hull is the least of all.
        double leastByEdges = std::numeric_limits<double>::infinity();
        const Eigen::MatrixX2d hull = convexHull(cloud);
        for (Eigen::Index i = 0; i < hull.rows(); ++i) {
            const Eigen::RowVector2d edge = hull.row((i + 1) % hull.rows()) - hull.row(i);
            const double degrees = std::atan2(edge.y(), edge.x()) * 180 / std::numbers::pi;
            leastByEdges = std::min(leastByEdges, extent(cloud, degrees) * extent(cloud, degrees + 90));
        }
        QVERIFY(std::abs(box.area() - leastByEdges) <= 1e-9);
        for (int degrees = 0; degrees < 90; ++degrees)
            QVERIFY(extent(cloud, degrees) * extent(cloud, degrees + 90) >= box.area() - 1e-9);
    }
}

void BoundingBoxTest::hullHoldsEveryPoint()
{
    const Eigen::MatrixX2d cloud = tests::recipeNormals(300, 2, 12);
    const Eigen::MatrixX2d hull = convexHull(cloud);
    for (Eigen::Index i = 0; i < hull.rows(); ++i) {
        const Eigen::RowVector2d from = hull.row(i);
        const Eigen::RowVector2d step = hull.row((i + 1) % hull.rows()) - from;
        const Eigen::RowVector2d after = hull.row((i + 2) % hull.rows()) - from;
        QVERIFY(step.x() * after.y() - step.y() * after.x() > 0);
        const Eigen::RowVector2d inward(-step.y(), step.x());
        QVERIFY(((cloud.rowwise() - from) * inward.transpose()).minCoeff() >= -1e-12);
    }
}

void BoundingBoxTest::hullOfAGrid()
{
    Eigen::MatrixX2d grid(25, 2);
    for (int i = 0; i < 25; ++i)
        grid.row(i) << i % 5, i / 5;
    Eigen::MatrixX2d corners(4, 2);
    corners << 0, 0, 4, 0, 4, 4, 0, 4;
    QVERIFY(convexHull(grid) == corners);
    QCOMPARE(smallestBox(grid).area(), 16.0);
}

void BoundingBoxTest::pointsOnALine()
{
    Eigen::MatrixX2d line(4, 2);
    line << 0, 0, 3, 3, 1, 1, 3, 3;
    const BoundingBox box = smallestBox(line);
    QVERIFY(std::abs(box.angle - 45) <= 1e-9);
    QVERIFY(std::abs(box.length - std::sqrt(18)) <= 1e-12);
    QVERIFY(std::abs(box.width) <= 1e-12);
    const BoundingBox point = smallestBox(line.topRows(1));
    QCOMPARE(point.area(), 0.0);
    QVERIFY((point.corners.array() == 0).all());
}

void BoundingBoxTest::cornersDecideTheBoxButNotTheComponent()
{
    // A flat cloud, spreads 3 and 1, with two points at opposite corners.
    Eigen::MatrixX2d cloud(242, 2);
    cloud.topRows(240) = tests::recipeNormals(240, 2, 5);
    cloud.col(0) *= 3;
    cloud.row(240) << 9, 9;
    cloud.row(241) << -9, -9;
    QVERIFY(std::abs(smallestBox(cloud).angle - 27) <= 3);
    QVERIFY(std::abs(planeSpread(cloud, 0, 1, false).bestAngle() - 5) <= 1);
}

void BoundingBoxTest::refusesBadInput()
{
    QVERIFY_EXCEPTION_THROWN(smallestBox(Eigen::MatrixX2d(0, 2)), std::invalid_argument);
    Eigen::MatrixX2d holed = rectangle(1, 1);
    holed(0, 0) = std::numeric_limits<double>::quiet_NaN();
    QVERIFY_EXCEPTION_THROWN(convexHull(holed), std::invalid_argument);
}

TANGENT_TEST(BoundingBoxTest)
#include "bounding_box_test.moc"
