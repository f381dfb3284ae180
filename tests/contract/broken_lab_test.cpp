// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/lab_checks.h"
#include "tests/support/test_program.h"

#include <atomic>
#include <limits>

using namespace tangent;
using namespace tangent::tests;

namespace {

/// What is wrong with the lab below; every promise has a defect that breaks it.
enum class Defect {
    None,
    NotANumber,
    NoFigures,
    Throws,
    Remembers,
    DriftingDefault,
    LosesReadout,
    NoDefinition,
    TwoKeys,
    IdleParameter,
    NamelessHandle,
    WrongTarget,
    BackwardsDiffers,
    Warns,
};

/// A small honest lab, a line with a slope, or the same with one defect.
class BrokenLab final : public Lab {
public:
    explicit BrokenLab(Defect defect)
        : defect_(defect)
    {
    }

    LabInfo info() const override
    {
        return {QStringLiteral("broken"), QStringLiteral("Broken"), QStringLiteral("concepts"), {1},
            Speed::Instant, {}};
    }

    Parameters parameters(const DeclarationContext& context) const override
    {
        Parameters declared{Parameter::real(QStringLiteral("slope"), QStringLiteral("Slope"), 1, -2, 2)
                                .withHelp(QStringLiteral("How steep the line is.")),
            Parameter::timeline(2, 10, false)};
        if (defect_ == Defect::TwoKeys)
            declared.push_back(declared.front());
        if (defect_ == Defect::IdleParameter)
            declared.push_back(Parameter::toggle(QStringLiteral("idle"), QStringLiteral("Idle"), false)
                                   .withHelp(QStringLiteral("Does nothing.")));
        if (defect_ == Defect::DriftingDefault)
            declared.push_back(Parameter::real(
                QStringLiteral("drift"), QStringLiteral("Drift"), driftingDefault(context), -9, 9)
                                   .withHelp(QStringLiteral("Wanders.")));
        return declared;
    }

    std::vector<Preset> presets() const override { return {}; }

    Scene compute(const Settled& state, Stages&, const Progress&) const override
    {
        const int call = calls_++;
        const double step = number(state.values.value(QStringLiteral("step")));
        if (defect_ == Defect::Throws && state.real("slope") < 0)
            throw std::runtime_error("deliberate");
        Plot plot;
        Line line;
        line.x = {0, 1};
        line.y = {0, state.real("slope") + 0.1 * (step == endStep ? 10 : step)};
        if (defect_ == Defect::NotANumber && state.real("slope") < 0)
            line.y[1] = std::numeric_limits<double>::quiet_NaN();
        if (defect_ == Defect::Remembers)
            line.y[0] = call;
        if (defect_ == Defect::BackwardsDiffers)
            line.y[0] = call < 11 ? 0 : 1;
        if (defect_ == Defect::DriftingDefault)
            line.width = 1 + state.real("drift");
        plot.layers.emplace_back(line);
        Figure figure;
        figure.key = QStringLiteral("line");
        figure.title = QStringLiteral("Line");
        figure.content = plot;
        Handle handle;
        handle.id = QStringLiteral("slope");
        handle.figure =
            defect_ == Defect::NamelessHandle ? QStringLiteral("nowhere") : QStringLiteral("line");
        handle.label = QStringLiteral("Slope");
        handle.geometry = Handle::Geometry::YRule;
        handle.y.key = defect_ == Defect::WrongTarget ? QStringLiteral("steepness") : QStringLiteral("slope");
        Readout readout;
        readout.key = QStringLiteral("rise");
        readout.label = QStringLiteral("Rise");
        readout.value = line.y[1];
        readout.formula = defect_ == Defect::NoDefinition ? QString() : QStringLiteral("m");
        readout.line = QStringLiteral("m = 1");
        Scene scene;
        if (defect_ != Defect::NoFigures)
            scene.figures = {figure};
        scene.handles = {handle};
        if (defect_ != Defect::LosesReadout || state.real("slope") == 1)
            scene.readouts = {readout};
        else
            scene.readouts = {};
        scene.timeline = Timeline{step == endStep ? 10 : step, 10, false, false, {}, {}};
        if (defect_ == Defect::Warns)
            qWarning("deliberate");
        return scene;
    }

private:
    /// A default that follows the value itself is dropped as a default, and then it is another one.
    double driftingDefault(const DeclarationContext& context) const { return context.real("drift", 1); }

    Defect defect_;
    mutable std::atomic<int> calls_ = 0;
};

} // namespace

/// The promises can be broken: each check speaks up at the lab that breaks it, and not at the honest one.
class BrokenLabTest : public QObject {
    Q_OBJECT

private slots:
    void checksSpeakUp_data()
    {
        QTest::addColumn<Defect>("defect");
        QTest::addColumn<QString>("check");
        QTest::newRow("not a number") << Defect::NotANumber << "random states are sound";
        QTest::newRow("no figures") << Defect::NoFigures << "random states are sound";
        QTest::newRow("throws") << Defect::Throws << "random states are sound";
        QTest::newRow("remembers") << Defect::Remembers << "same state, same scene";
        QTest::newRow("drifting default, links") << Defect::DriftingDefault << "links and files lead back";
        QTest::newRow("drifting default") << Defect::DriftingDefault << "settling is idempotent";
        QTest::newRow("loses a readout") << Defect::LosesReadout << "readout keys stay";
        QTest::newRow("no definition") << Defect::NoDefinition << "readouts are defined";
        QTest::newRow("two keys") << Defect::TwoKeys << "parameters are well declared";
        QTest::newRow("idle parameter") << Defect::IdleParameter << "every parameter matters";
        QTest::newRow("handle in no figure") << Defect::NamelessHandle << "names exist";
        QTest::newRow("handle writes nothing") << Defect::WrongTarget << "names exist";
        QTest::newRow("backwards differs") << Defect::BackwardsDiffers << "steps go back";
        QTest::newRow("warns") << Defect::Warns << "paints quietly";
    }

    void checksSpeakUp()
    {
        QFETCH(Defect, defect);
        QFETCH(QString, check);
        for (const LabCheck& one : labChecks()) {
            if (QLatin1String(one.name) != check)
                continue;
            QVERIFY(!one.problems(BrokenLab(defect)).isEmpty());
        }
    }

    void anHonestLabPasses()
    {
        for (const LabCheck& one : labChecks()) {
            const QStringList problems = one.problems(BrokenLab(Defect::None));
            QVERIFY2(problems.isEmpty(),
                qPrintable(
                    QLatin1String(one.name) + QStringLiteral(": ") + problems.join(QLatin1Char('\n'))));
        }
    }
};

TANGENT_TEST(BrokenLabTest)
#include "broken_lab_test.moc"
