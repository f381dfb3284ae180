// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/geometry/voronoi.h"
#include "algorithms/random/random.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

using namespace tangent::geometry;
using Eigen::Vector2d;

namespace {

const Rectangle rectangle{{-1, 0}, {3, 2}};

double cross(const Vector2d& a, const Vector2d& b)
{
    return a.x() * b.y() - a.y() * b.x();
}

double area(const Polygon& polygon)
{
    double twice = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i)
        twice += cross(polygon[i], polygon[(i + 1) % polygon.size()]);
    return twice / 2;
}

/// True when the point is inside by at least `margin` (outside by no more than -margin when negative).
bool contains(const Polygon& polygon, const Vector2d& p, double margin)
{
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Vector2d side = polygon[(i + 1) % polygon.size()] - polygon[i];
        if (side.norm() > 1e-9 && cross(side, p - polygon[i]) / side.norm() < margin)
            return false;
    }
    return !polygon.empty();
}

std::vector<Vector2d> randomSites(int count, std::uint64_t seed)
{
    tangent::Random random(seed);
    std::vector<Vector2d> sites(count);
    for (Vector2d& site : sites) // some outside the rectangle
        site = {-2 + 6 * random.uniform(), -1 + 4 * random.uniform()};
    return sites;
}

} // namespace

class VoronoiTest : public QObject {
    Q_OBJECT

private slots:
    void oneSiteHasAll();
    void twoSitesShareAtTheBisector();
    void cellsTileTheRectangle_data();
    void cellsTileTheRectangle();
    void pointsBelongToTheNearestSite_data() { cellsTileTheRectangle_data(); }
    void pointsBelongToTheNearestSite();
    void firstOfCoincidentSitesHasTheCell();
    void clipKeepsTheLowerSide();
    void badInputIsRefused();
};

void VoronoiTest::oneSiteHasAll()
{
    QCOMPARE(area(voronoi({{10, 10}}, rectangle)[0]), 8.0);
    QVERIFY(voronoi({}, rectangle).empty());
}

void VoronoiTest::twoSitesShareAtTheBisector()
{
    const auto cells = voronoi({{0, 1}, {1, 1}}, rectangle);
    QCOMPARE(cells[0], (Polygon{{-1, 0}, {0.5, 0}, {0.5, 2}, {-1, 2}}));
    QCOMPARE(area(cells[1]), 5.0);
    const auto outside = voronoi({{0, 1}, {-20, 1}}, rectangle);
    QCOMPARE(area(outside[0]), 8.0);
    QVERIFY(outside[1].empty());
}

void VoronoiTest::cellsTileTheRectangle_data()
{
    QTest::addColumn<int>("sites");
    for (const int sites : {2, 3, 8, 40})
        QTest::addRow("%d-sites", sites) << sites;
}

void VoronoiTest::cellsTileTheRectangle()
{
    QFETCH(int, sites);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        double total = 0;
        for (const Polygon& cell : voronoi(randomSites(sites, seed), rectangle)) {
            QVERIFY(cell.empty() || area(cell) >= 0);
            for (std::size_t i = 0; i < cell.size(); ++i) { // convex, counter-clockwise
                const Vector2d side = cell[(i + 1) % cell.size()] - cell[i];
                const Vector2d next = cell[(i + 2) % cell.size()] - cell[(i + 1) % cell.size()];
                QVERIFY(cross(side, next) > -1e-12);
            }
            total += area(cell);
        }
        QVERIFY(std::abs(total - 8) < 1e-11);
    }
}

void VoronoiTest::pointsBelongToTheNearestSite()
{
    QFETCH(int, sites);
    tangent::Random random(99);
    const std::vector<Vector2d> at = randomSites(sites, 5);
    const auto cells = voronoi(at, rectangle);
    for (int i = 0; i < 500; ++i) {
        const Vector2d p(-1 + 4 * random.uniform(), 2 * random.uniform());
        const auto nearest =
            std::min_element(at.begin(), at.end(), [&](const Vector2d& a, const Vector2d& b) {
                return (a - p).squaredNorm() < (b - p).squaredNorm();
            });
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const bool mine = std::ptrdiff_t(c) == nearest - at.begin();
            QVERIFY(mine ? contains(cells[c], p, -1e-9) : !contains(cells[c], p, 1e-9));
        }
    }
}

void VoronoiTest::firstOfCoincidentSitesHasTheCell()
{
    const auto cells = voronoi({{0, 1}, {1, 1}, {0, 1}, {1, 1}, {0, 1}}, rectangle);
    QCOMPARE(area(cells[0]), 3.0);
    QCOMPARE(area(cells[1]), 5.0);
    QVERIFY(cells[2].empty() && cells[3].empty() && cells[4].empty());
}

void VoronoiTest::clipKeepsTheLowerSide()
{
    const Polygon square{{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    QCOMPARE(clipByHalfPlane(square, {1, 0}, 0.25), (Polygon{{0, 0}, {0.25, 0}, {0.25, 1}, {0, 1}}));
    QCOMPARE(clipByHalfPlane(square, {1, 1}, 1), (Polygon{{0, 0}, {1, 0}, {0, 1}})); // through two corners
    QCOMPARE(clipByHalfPlane(square, {1, 0}, 1), square);                            // along a side
    QVERIFY(clipByHalfPlane(square, {1, 0}, -0.5).empty());
    QVERIFY(clipByHalfPlane(square, {1, 0}, 0).empty()); // a side alone is no polygon
    QVERIFY(clipByHalfPlane(square, {1, 1}, 0).empty()); // nor is a corner
    QVERIFY(clipByHalfPlane({}, {1, 0}, 0).empty());
}

void VoronoiTest::badInputIsRefused()
{
    QVERIFY_EXCEPTION_THROWN(voronoi({{0, 0}}, {{0, 0}, {0, 1}}), std::invalid_argument);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY_EXCEPTION_THROWN(voronoi({{0, nan}}, rectangle), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(voronoi({{0, 0}}, {{0, 0}, {nan, 1}}), std::invalid_argument);
}

TANGENT_TEST(VoronoiTest)
#include "voronoi_test.moc"
