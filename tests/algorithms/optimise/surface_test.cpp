// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/optimise/line_fit.h"
#include "algorithms/optimise/test_functions.h"
#include "algorithms/random/random.h"
#include "tests/algorithms/cluster/data_set.h"
#include "tests/support/test_program.h"

#include <Eigen/QR>

#include <functional>
#include <limits>
#include <stdexcept>

using namespace tangent;
using namespace tangent::optimise;
using Eigen::Matrix2d;
using Eigen::Vector2d;
using Eigen::VectorXd;

namespace {

struct Columns {
    VectorXd predictor;
    VectorXd response;
};

Columns madeUpRows()
{
    Random random(7);
    Columns columns{VectorXd(50), VectorXd(50)};
    for (int i = 0; i < 50; ++i) {
        columns.predictor(i) = 3 + 2 * random.normal();
        columns.response(i) = 4 - 1.5 * columns.predictor(i) + random.normal();
    }
    return columns;
}

std::unique_ptr<Surface> line(bool standardise)
{
    const Columns columns = madeUpRows();
    return LineFit::make(columns.predictor, columns.response, standardise);
}

void surfaceRows()
{
    QTest::addColumn<std::function<std::unique_ptr<Surface>()>>("make");
    using Make = std::function<std::unique_ptr<Surface>()>;
    QTest::newRow("bowl") << Make(bowl);
    QTest::newRow("ravine") << Make([] { return ravine(50); });
    QTest::newRow("rosenbrock") << Make(rosenbrock);
    QTest::newRow("himmelblau") << Make(himmelblau);
    QTest::newRow("saddle") << Make(saddle);
    QTest::newRow("line-fit") << Make([] { return line(false); });
    QTest::newRow("line-fit-standardised") << Make([] { return line(true); });
}

} // namespace

class SurfaceTest : public QObject {
    Q_OBJECT

private slots:
    void valuesAsDefined();
    void gradientIsTheSlope_data() { surfaceRows(); }
    void gradientIsTheSlope();
    void hessianIsTheSlopeOfTheGradient_data() { surfaceRows(); }
    void hessianIsTheSlopeOfTheGradient();
    void minimaAreMinima_data() { surfaceRows(); }
    void minimaAreMinima();
    void nearestMinimumOfSeveral();
    void lineFitIsTheMeanSquaredError();
    void lineFitOfOldFaithful();
    void constantPredictorHasALevelLine();
    void badInputIsRefused();
};

void SurfaceTest::valuesAsDefined()
{
    QCOMPARE(bowl()->value({3, 4}), 12.5);
    QCOMPARE(ravine(10)->value({-4, 1}), 13.0);
    QCOMPARE(rosenbrock()->value({-1.2, 1}), 2.2 * 2.2 + 100 * 0.44 * 0.44);
    QCOMPARE(himmelblau()->value({0, 0}), 170.0);
    QCOMPARE(saddle()->value({2, 2}), 2.0 + 4.0 - 2.0);
    QCOMPARE(QString::fromLatin1(line(true)->name().data()), QStringLiteral("line-fit"));
    QVERIFY(ravine(10)->quadratic() && line(false)->quadratic() && !rosenbrock()->quadratic());
}

void SurfaceTest::gradientIsTheSlope()
{
    QFETCH(std::function<std::unique_ptr<Surface>()>, make);
    const auto surface = make();
    Random random(1);
    for (int i = 0; i < 20; ++i) {
        const Vector2d at(4 * random.uniform() - 2, 4 * random.uniform() - 2);
        const Vector2d gradient = surface->gradient(at);
        for (int axis = 0; axis < 2; ++axis) {
            const Vector2d step = 1e-5 * Vector2d::Unit(axis);
            const double slope = (surface->value(at + step) - surface->value(at - step)) / 2e-5;
            QVERIFY(std::abs(slope - gradient(axis)) < 1e-6 * (1 + gradient.norm()));
        }
    }
}

void SurfaceTest::hessianIsTheSlopeOfTheGradient()
{
    QFETCH(std::function<std::unique_ptr<Surface>()>, make);
    const auto surface = make();
    Random random(2);
    for (int i = 0; i < 20; ++i) {
        const Vector2d at(4 * random.uniform() - 2, 4 * random.uniform() - 2);
        const Matrix2d hessian = surface->hessian(at);
        for (int axis = 0; axis < 2; ++axis) {
            const Vector2d step = 1e-5 * Vector2d::Unit(axis);
            const Vector2d slope = (surface->gradient(at + step) - surface->gradient(at - step)) / 2e-5;
            QVERIFY((slope - hessian.col(axis)).norm() < 1e-6 * (1 + hessian.norm()));
        }
    }
}

void SurfaceTest::minimaAreMinima()
{
    QFETCH(std::function<std::unique_ptr<Surface>()>, make);
    const auto surface = make();
    QVERIFY(!surface->minima().empty());
    for (const Minimum& minimum : surface->minima()) {
        QVERIFY(surface->gradient(minimum.position).norm()
            < 1e-12 * (1 + surface->hessian(minimum.position).norm()));
        QVERIFY(std::abs(surface->value(minimum.position) - minimum.value) < 1e-13);
        const Curvatures c = curvatures(surface->hessian(minimum.position));
        QVERIFY(c.values(0) > 0 && c.values(0) <= c.values(1));
        QVERIFY((surface->hessian(minimum.position) * c.directions
                    - c.directions * Matrix2d(c.values.asDiagonal()))
                    .norm()
            < 1e-12 * c.values(1));
    }
}

void SurfaceTest::nearestMinimumOfSeveral()
{
    const auto surface = himmelblau();
    QCOMPARE(surface->minima().size(), std::size_t{4});
    QCOMPARE(nearestMinimum(*surface, {2, 2}).position, Vector2d(3, 2));
    QVERIFY((nearestMinimum(*surface, {3, -1}).position - Vector2d(3.58, -1.85)).norm() < 0.01);
    QVERIFY((nearestMinimum(*surface, {-2, 2}).position - Vector2d(-2.81, 3.13)).norm() < 0.01);
    QVERIFY((nearestMinimum(*surface, {-3, -3}).position - Vector2d(-3.78, -3.28)).norm() < 0.01);
}

/// Against the definition, row by row, and against least squares by QR.
void SurfaceTest::lineFitIsTheMeanSquaredError()
{
    const Columns columns = madeUpRows();
    for (const bool standardise : {false, true}) {
        const auto surface = LineFit::make(columns.predictor, columns.response, standardise);
        VectorXd predictor = columns.predictor;
        if (standardise)
            predictor = tests::standardised(predictor);
        for (const Vector2d& at : {Vector2d(0, 0), Vector2d(2, -1), Vector2d(-30, 40)}) {
            const double loss =
                (columns.response.array() - at.x() - at.y() * predictor.array()).square().mean();
            QVERIFY(std::abs(surface->value(at) - loss) < 1e-12 * loss);
        }
        Eigen::MatrixXd design(predictor.size(), 2);
        design << VectorXd::Ones(predictor.size()), predictor;
        const Vector2d best = design.householderQr().solve(columns.response);
        QVERIFY((surface->minima().front().position - best).norm() < 1e-12);
    }
}

void SurfaceTest::lineFitOfOldFaithful()
{
    const Eigen::MatrixXd rows = tests::readDataSet("faithful", {"eruption", "waiting"}).values;
    QCOMPARE(rows.rows(), Eigen::Index{272});
    const auto raw = LineFit::make(rows.col(0), rows.col(1), false);
    const auto scaled = LineFit::make(rows.col(0), rows.col(1), true);
    for (const LineFit* surface : {raw.get(), scaled.get()}) {
        const Line line = surface->inDataUnits(surface->minima().front().position);
        QVERIFY(std::abs(line.intercept - 33.47440) < 5e-6); // R: lm(waiting ~ eruptions, faithful)
        QVERIFY(std::abs(line.slope - 10.72964) < 5e-6);
    }
    const Vector2d curvature = curvatures(raw->hessian({0, 0})).values;
    QCOMPARE(std::round(curvature(1) / curvature(0)), 159.0);
    QVERIFY((scaled->hessian({0, 0}) - 2 * Matrix2d::Identity()).norm() < 1e-12);
}

void SurfaceTest::constantPredictorHasALevelLine()
{
    const VectorXd predictor = VectorXd::Constant(4, 2.5);
    const VectorXd response = (VectorXd(4) << 1, 2, 3, 6).finished();
    for (const bool standardise : {false, true}) {
        const auto surface = LineFit::make(predictor, response, standardise);
        QCOMPARE(surface->minima().front().position, Vector2d(3, 0));
        QCOMPARE(surface->minima().front().value, 3.5);
        QCOMPARE(surface->inDataUnits({3, 0}).intercept, 3.0);
    }
}

void SurfaceTest::badInputIsRefused()
{
    QVERIFY_EXCEPTION_THROWN(ravine(0.5), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(ravine(std::numeric_limits<double>::infinity()), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(LineFit::make(VectorXd(3), VectorXd(2), false), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(LineFit::make(VectorXd(), VectorXd(), false), std::invalid_argument);
    const VectorXd bad = VectorXd::Constant(2, std::numeric_limits<double>::quiet_NaN());
    QVERIFY_EXCEPTION_THROWN(LineFit::make(bad, VectorXd::Zero(2), false), std::invalid_argument);
}

TANGENT_TEST(SurfaceTest)
#include "surface_test.moc"
