// SPDX-License-Identifier: GPL-3.0-or-later
// Work items that dlib has: methods_dlib [PART OF A NAME]. scripts/benchmark compiles it where dlib is there.
#include "tests/benchmarks/recipes.h"
#include "tests/benchmarks/report.h"

#include <dlib/clustering.h>
#include <dlib/matrix.h>

#include <functional>

using namespace tangent::benchmarks;

namespace {

std::string wanted;

std::string text(double value)
{
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%.13g", value);
    return buffer;
}

void item(const std::string& name, const std::function<std::string()>& work)
{
    std::string answer = work();
    Runs times;
    for (int i = 0; i < 7; ++i) {
        const Stopwatch watch(times);
        answer = work();
    }
    report(name, times, answer, "dlib");
}

bool isWanted(const std::string& name)
{
    return name.find(wanted) != std::string::npos;
}

template <long columns>
void kMeans(std::uint64_t seed)
{
    const std::string name = "k-means k=8 100k x " + std::to_string(columns);
    if (!isWanted(name))
        return;
    using Point = dlib::matrix<double, columns, 1>;
    const Labelled data = blobs(100000, columns, 8, seed);
    std::vector<Point> points(100000);
    for (size_t i = 0; i < points.size(); ++i) {
        for (long f = 0; f < columns; ++f)
            points[i](f) = data.x(Eigen::Index(i), f);
    }
    item(name, [&] {
        std::vector<Point> centres(points.begin(), points.begin() + 8);
        dlib::find_clusters_using_kmeans(points, centres, 20);
        double inertia = 0;
        for (const Point& point : points)
            inertia += dlib::length_squared(point - centres[dlib::nearest_center(centres, point)]);
        return text(inertia);
    });
}

void leastSquares()
{
    const std::string name = "least squares 100k x 16";
    if (!isWanted(name))
        return;
    constexpr long rows = 100000;
    const Eigen::MatrixXd predictors = normals(rows, 16, 81);
    const Eigen::VectorXd score = linearScore(predictors);
    dlib::matrix<double> x(rows, 17);
    dlib::matrix<double, 0, 1> y(rows);
    for (long i = 0; i < rows; ++i) {
        for (long f = 0; f < 16; ++f)
            x(i, f) = predictors(i, f);
        x(i, 16) = 1;
        y(i) = score(i) + 1.5 + 0.5 * normal(82, std::uint64_t(i));
    }
    item(name, [&] {
        const dlib::qr_decomposition<dlib::matrix<double>> decomposed(x);
        const dlib::matrix<double, 0, 1> weights = decomposed.solve(y);
        const double rest = dlib::length_squared(y - x * weights);
        return text(1 - rest / (dlib::length_squared(y) - rows * dlib::mean(y) * dlib::mean(y)));
    });
}

} // namespace

int main(int argc, char** argv)
{
    wanted = argc > 1 ? argv[1] : "";
    kMeans<2>(15);
    kMeans<16>(16);
    leastSquares();
    return 0;
}
