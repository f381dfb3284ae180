// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/optimise/descent.h"
#include "algorithms/optimise/line_fit.h"
#include "algorithms/optimise/stability.h"
#include "algorithms/optimise/test_functions.h"
#include "tests/algorithms/cluster/data_set.h"
#include "tests/support/test_program.h"

#include <limits>
#include <stdexcept>

using namespace tangent::optimise;
using Eigen::Matrix2d;
using Eigen::Vector2d;

Q_DECLARE_METATYPE(Method)
Q_DECLARE_METATYPE(Status)

namespace {

/// A plane: its gradient is (1, -2) everywhere, so the adaptive rules have closed forms.
class Slope final : public Surface {
public:
    std::string_view name() const override { return "slope"; }
    double value(const Vector2d& at) const override { return at.x() - 2 * at.y(); }
    Vector2d gradient(const Vector2d&) const override { return {1, -2}; }
    Matrix2d hessian(const Vector2d&) const override { return Matrix2d::Zero(); }
    const std::vector<Minimum>& minima() const override { return minima_; }

private:
    std::vector<Minimum> minima_{Minimum{Vector2d::Zero(), 0}};
};

DescentOptions options(Method method, double rate, double momentum = 0.9)
{
    DescentOptions result;
    result.method = method;
    result.learningRate = rate;
    result.momentum = momentum;
    return result;
}

DescentOptions startingAt(Vector2d start, double rate)
{
    DescentOptions result = options(Method::Plain, rate);
    result.start = start;
    return result;
}

int stepsToConverge(const Surface& surface, const DescentOptions& options)
{
    return run(surface, options).convergedAt().value_or(-1);
}

} // namespace

class DescentTest : public QObject {
    Q_OBJECT

private slots:
    void iteratesOnAQuadratic_data();
    void iteratesOnAQuadratic();
    void adaptiveRulesOnASlope();
    void adamByHand();
    void pathIsConsistent_data();
    void pathIsConsistent();
    void ravineFigures_data();
    void ravineFigures();
    void momentumFigures();
    void lineFitFigures();
    void himmelblauFigures();
    void statusOf_data();
    void statusOf();
    void statusOfEarlierSteps();
    void saddleIsNoMinimum();
    void overflowEndsTheRun();
    void badOptionsAreRefused();
};

void DescentTest::iteratesOnAQuadratic_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("momentum");
    QTest::newRow("plain") << Method::Plain << 0.18 << 0.0;
    QTest::newRow("plain-diverging") << Method::Plain << 0.21 << 0.0;
    QTest::newRow("momentum-ringing") << Method::Momentum << 0.18 << 0.5;
    QTest::newRow("momentum-real") << Method::Momentum << 0.02 << 0.05;
    QTest::newRow("nesterov-ringing") << Method::Nesterov << 0.05 << 0.9;
    QTest::newRow("nesterov-real") << Method::Nesterov << 0.12 << 0.1;
}

/// Along each axis the iterates are A z1^n + B z2^n with z the roots of the method's recurrence and the
/// first two points as defined: x0, and (1 - rate curvature) x0 for every one of these methods.
void DescentTest::iteratesOnAQuadratic()
{
    QFETCH(Method, method);
    QFETCH(double, rate);
    QFETCH(double, momentum);
    DescentOptions how = options(method, rate, momentum);
    how.steps = 60;
    how.tolerance = 0;
    const auto surface = ravine(10);
    const Run path = run(*surface, how);
    QCOMPARE(path.steps(), 60);
    for (int axis = 0; axis < 2; ++axis) {
        const double curvature = axis == 0 ? 1 : 10;
        const auto factor = axisFactor(method, rate, momentum, curvature);
        QVERIFY(factor.has_value());
        const double first = how.start(axis);
        const double second = (1 - rate * curvature) * first;
        const std::complex<double> b = (second - factor->first * first) / (factor->second - factor->first);
        for (int n = 0; n <= path.steps(); ++n) {
            const std::complex<double> expected =
                (first - b) * std::pow(factor->first, n) + b * std::pow(factor->second, n);
            const double scale = std::abs(first) * std::max(1.0, std::pow(factor->radius(), n));
            QVERIFY2(std::abs(expected - path.point(n)(axis)) < 1e-11 * scale,
                qPrintable(QStringLiteral("axis %1, step %2").arg(axis).arg(n)));
        }
    }
}

/// With a constant gradient g, RMSProp's average is (1 - 0.9^n) g^2 and Adam's corrected averages are g and
/// g^2, so the steps are known.
void DescentTest::adaptiveRulesOnASlope()
{
    DescentOptions how = options(Method::RmsProp, 0.1);
    how.steps = 40;
    const Run rmsProp = run(Slope(), how);
    how.method = Method::Adam;
    const Run adam = run(Slope(), how);
    for (int n = 0; n < 40; ++n) {
        const double expected = 0.1 / std::sqrt(1 - std::pow(0.9, n + 1));
        QVERIFY(std::abs(rmsProp.updateX[n] + expected) < 1e-7);
        QVERIFY(std::abs(rmsProp.updateY[n] - expected) < 1e-7);
        QVERIFY(std::abs(adam.updateX[n] + 0.1) < 1e-8);
        QVERIFY(std::abs(adam.updateY[n] - 0.1) < 1e-8);
    }
}

/// The published algorithm written out for one axis of the bowl.
void DescentTest::adamByHand()
{
    DescentOptions how = options(Method::Adam, 0.3);
    how.steps = 30;
    const Run path = run(*bowl(), how);
    long double x = -4;
    long double m = 0;
    long double v = 0;
    for (int n = 1; n <= 30; ++n) {
        m = 0.9L * m + 0.1L * x;
        v = 0.999L * v + 0.001L * x * x;
        x -= 0.3L * (m / (1 - std::pow(0.9L, n))) / (std::sqrt(v / (1 - std::pow(0.999L, n))) + 1e-8L);
        QVERIFY(std::abs(path.x[n] - static_cast<double>(x)) < 1e-11);
    }
}

void DescentTest::pathIsConsistent_data()
{
    QTest::addColumn<Method>("method");
    for (const Method method :
        {Method::Plain, Method::Momentum, Method::Nesterov, Method::RmsProp, Method::Adam})
        QTest::newRow(name(method).data()) << method;
}

void DescentTest::pathIsConsistent()
{
    QFETCH(Method, method);
    const auto surface = rosenbrock();
    DescentOptions how = options(method, 0.0005);
    how.start = {-1.2, 1};
    how.steps = 500;
    const Run path = run(*surface, how);
    QCOMPARE(path.steps(), 500);
    QCOMPARE(path.updateX.size(), std::size_t{500});
    QCOMPARE(path.loss.size(), std::size_t{501});
    for (int n = 0; n <= 500; ++n) {
        QCOMPARE(path.loss[n], surface->value(path.point(n)));
        QCOMPARE(Vector2d(path.gradientX[n], path.gradientY[n]), surface->gradient(path.point(n)));
        QCOMPARE(path.gradientNorm[n], surface->gradient(path.point(n)).norm());
        if (n < 500)
            QCOMPARE(path.point(n) + Vector2d(path.updateX[n], path.updateY[n]), path.point(n + 1));
    }
    QVERIFY(path.loss.back() < path.loss.front());
}

void DescentTest::ravineFigures_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("steps");
    QTest::newRow("slow") << 0.01 << 1055;
    QTest::newRow("steep-axis-in-one-step") << 0.1 << 101;
    QTest::newRow("zigzag") << 0.18 << 55;
    QTest::newRow("slower-again") << 0.19 << 110;
    QTest::newRow("at-the-limit") << 0.2 << -1;
}

/// Expected steps: the first n with norm(((1 - r)^n 4, 10 (1 - 10 r)^n)) <= 1e-4.
void DescentTest::ravineFigures()
{
    QFETCH(double, rate);
    QFETCH(int, steps);
    QCOMPARE(stepsToConverge(*ravine(10), options(Method::Plain, rate)), steps);
    int byFormula = 0;
    while (byFormula <= maximumSteps
        && std::hypot(4 * std::pow(1 - rate, byFormula), 10 * std::pow(1 - 10 * rate, byFormula)) > 1e-4)
        ++byFormula;
    QCOMPARE(steps < 0 ? maximumSteps + 1 : steps, byFormula);
}

void DescentTest::momentumFigures()
{
    const auto surface = ravine(50);
    const auto steps = [&](double momentum) {
        return stepsToConverge(*surface, options(Method::Momentum, 0.06, momentum));
    };
    QCOMPARE(stepsToConverge(*surface, options(Method::Plain, 0.06)), -1);
    QCOMPARE(steps(0.57), 48);
    QVERIFY(std::abs(steps(0.9) - 200) < 10);
    for (const double momentum : {0.54, 0.6, 0.65, 0.7})
        QVERIFY(steps(momentum) > 0 && steps(momentum) <= 80);
    QVERIFY(steps(0.52) < 0 || steps(0.52) > 80);
    QVERIFY(steps(0.75) > 80);
}

void DescentTest::lineFitFigures()
{
    const Eigen::MatrixXd rows = tangent::tests::readDataSet("faithful", {"eruption", "waiting"}).values;
    QCOMPARE(rows.rows(), Eigen::Index{272});
    QCOMPARE(stepsToConverge(*LineFit::make(rows.col(0), rows.col(1), true), startingAt({0, 0}, 0.5)), 1);
    DescentOptions raw = startingAt({0, 0}, 0.06);
    raw.tolerance = 1e-3;
    QCOMPARE(stepsToConverge(*LineFit::make(rows.col(0), rows.col(1), false), raw), 789);
}

void DescentTest::himmelblauFigures()
{
    const auto surface = himmelblau();
    const auto end = [&](Vector2d start, double rate) {
        const Run path = run(*surface, startingAt(start, rate));
        return path.convergedAt() ? path.point(path.steps()) : Vector2d(0, 0);
    };
    QVERIFY((end({0, -0.5}, 0.01) - Vector2d(3, 2)).norm() < 1e-4);
    QVERIFY((end({0, -1}, 0.01) - Vector2d(3.5844283, -1.8481265)).norm() < 1e-4);
    QVERIFY((end({-1, 0}, 0.01) - Vector2d(-2.8051181, 3.1313125)).norm() < 1e-4);
    QVERIFY((end({-1, -1}, 0.01) - Vector2d(-3.7793103, -3.2831860)).norm() < 1e-4);
    QVERIFY((end({0, -0.5}, 0.02) - Vector2d(3, 2)).norm() < 1e-4);
    const Run bouncing = run(*surface, startingAt({0, -1}, 0.02));
    QVERIFY(!bouncing.convergedAt());
    QVERIFY((bouncing.point(bouncing.steps()) - Vector2d(3.58, -1.85)).norm() < 1);
}

void DescentTest::statusOf_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("step");
    QTest::addColumn<Status>("expected");
    QTest::newRow("before-its-stop") << 0.1 << 100 << Status::Converging;
    QTest::newRow("at-its-stop") << 0.1 << 101 << Status::Converged;
    QTest::newRow("beyond-its-stop") << 0.1 << 5000 << Status::Converged;
    QTest::newRow("first-zigzag-to-come") << 0.18 << 0 << Status::Converging;
    QTest::newRow("zigzag") << 0.18 << 20 << Status::Overshooting;
    QTest::newRow("zigzag-arrived") << 0.18 << 55 << Status::Converged;
    QTest::newRow("at-the-limit") << 0.2 << 20 << Status::Bouncing;
    QTest::newRow("just-above") << 0.20002 << 20 << Status::Diverging;
    QTest::newRow("above") << 0.21 << 20 << Status::Diverging;
    QTest::newRow("explodes") << 10.0 << 0 << Status::Diverging;
    QTest::newRow("too-slow-to-arrive") << 1e-4 << 5000 << Status::Converging;
}

void DescentTest::statusOf()
{
    QFETCH(double, rate);
    QFETCH(int, step);
    QFETCH(Status, expected);
    const auto surface = ravine(10);
    const Status found = status(*surface, run(*surface, options(Method::Plain, rate)), step);
    QCOMPARE(QString::fromLatin1(name(found).data()), QString::fromLatin1(name(expected).data()));
}

/// A gradient product counts from the step at which it is first negative.
void DescentTest::statusOfEarlierSteps()
{
    const auto surface = bowl();
    const Run path = run(*surface, options(Method::Momentum, 0.1, 0.9));
    int first = 1;
    while (
        path.gradientX[first] * path.gradientX[first - 1] + path.gradientY[first] * path.gradientY[first - 1]
        >= 0)
        ++first;
    QCOMPARE(path.firstOvershoot.value(), first);
    QVERIFY(first > 1);
    QVERIFY(status(*surface, path, first - 1) == Status::Converging);
    QVERIFY(status(*surface, path, first) == Status::Overshooting);
}

void DescentTest::saddleIsNoMinimum()
{
    const auto surface = saddle();
    const Run onRidge = run(*surface, startingAt({2, 0}, 0.18));
    QVERIFY(onRidge.convergedAt().has_value());
    QVERIFY(status(*surface, onRidge, 5000) == Status::StoppedAtSaddle);
    QVERIFY(status(*surface, onRidge, 3) == Status::Converging);
    const Run nudged = run(*surface, startingAt({2, 0.01}, 0.18));
    QVERIFY(status(*surface, nudged, 5000) == Status::Converged);
    QVERIFY((nudged.point(nudged.steps()) - Vector2d(0, 1)).norm() < 1e-3);
    const Run atRest = run(*surface, startingAt({0, 0}, 0.18));
    QCOMPARE(atRest.convergedAt().value_or(-1), 0);
}

void DescentTest::overflowEndsTheRun()
{
    const auto surface = himmelblau();
    const Run path = run(*surface, startingAt({0, -1}, 10));
    QVERIFY(path.stop == Stop::NotFinite);
    QVERIFY(!path.convergedAt());
    QCOMPARE(path.updateX.size(), path.x.size() - 1);
    for (int n = 0; n <= path.steps(); ++n)
        QVERIFY(
            path.point(n).allFinite() && std::isfinite(path.loss[n]) && std::isfinite(path.gradientNorm[n]));
    QVERIFY(status(*surface, path, 0) == Status::Diverging);
    const Run hopeless = run(*surface, startingAt({1e200, 0}, 0.01));
    QCOMPARE(hopeless.steps(), 0);
    QVERIFY(hopeless.stop == Stop::NotFinite);
}

void DescentTest::badOptionsAreRefused()
{
    const auto refused = [](auto change) {
        DescentOptions how;
        how.check();
        change(how);
        try {
            run(*bowl(), how);
        } catch (const std::invalid_argument&) {
            return true;
        }
        return false;
    };
    QVERIFY(refused([](DescentOptions& o) { o.learningRate = 0; }));
    QVERIFY(refused([](DescentOptions& o) { o.learningRate = std::numeric_limits<double>::quiet_NaN(); }));
    QVERIFY(refused([](DescentOptions& o) { o.momentum = 1; }));
    QVERIFY(refused([](DescentOptions& o) { o.momentum = -0.1; }));
    QVERIFY(refused([](DescentOptions& o) { o.start.x() = std::numeric_limits<double>::infinity(); }));
    QVERIFY(refused([](DescentOptions& o) { o.tolerance = -1; }));
    QVERIFY(refused([](DescentOptions& o) { o.steps = maximumSteps + 1; }));
    QVERIFY(refused([](DescentOptions& o) { o.steps = -1; }));
}

TANGENT_TEST(DescentTest)
#include "descent_test.moc"
