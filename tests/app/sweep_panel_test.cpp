// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/sweep_panel.h"

#include "tests/support/test_program.h"

using namespace tangent;

namespace {

class Window {
public:
    Window()
        : window(DataCatalogue::shared())
    {
        window.setStill();
        window.resize(1400, 900);
        window.show();
        open(QStringLiteral("k-means"));
    }

    void open(const QString& topic)
    {
        Request request;
        request.topic = topic;
        window.experiment().open(*findLab(topic), request);
        QTRY_VERIFY_WITH_TIMEOUT(!window.lab().isBusy(), 20000);
    }

    const Sweep& finished()
    {
        [this] {
            QTRY_VERIFY_WITH_TIMEOUT(!window.sweep().isBusy() && window.sweep().sweep().isComplete(), 20000);
        }();
        return window.sweep().sweep();
    }

    double readout(const QString& key) { return *window.lab().scene().readout(key)->number(); }

    MainWindow window;
};

} // namespace

class SweepPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { Settings().clear(); }

    void theFirstPrimaryNumberAgainstTheFirstReadout()
    {
        Window hand;
        hand.window.showSweep(true);
        const Sweep& sweep = hand.finished();
        QCOMPARE(sweep.parameter.key, QString("k"));
        QCOMPARE(*sweep.curve("inertia")->values[3], hand.readout("inertia"));
        QVERIFY(!std::get<Plot>(hand.window.sweep().view()->figure().content).layers.empty());
    }

    void theRuleIsTheParameter()
    {
        Window hand;
        hand.window.showSweep(true);
        hand.finished();
        FigureView* view = hand.window.sweep().view();
        QCOMPARE(view->handles().size(), size_t(1));
        emit view->intent(moveHandle(
            view->handles()[0], QPointF(7, 0), view->values(), view->parameters(), Intent::Phase::Whole));
        QCOMPARE(hand.window.experiment().current().integer("k"), 7);
        QTRY_VERIFY_WITH_TIMEOUT(!hand.window.lab().isBusy(), 20000);
        QCOMPARE(*hand.window.sweep().sweep().curve("inertia")->values[6], hand.readout("inertia"));
        QVERIFY(!hand.window.sweep().isBusy()); // its own parameter does not start it anew
        QCOMPARE(hand.window.sweep().view()->handles()[0].at.x(), 7.0);
    }

    void anythingElseStartsItAnew()
    {
        Window hand;
        hand.window.showSweep(true);
        const double before = *hand.finished().curve("inertia")->values[1];
        Intent intent;
        intent.values[QStringLiteral("data")] = QStringLiteral("faithful");
        hand.window.experiment().apply(intent);
        QTRY_VERIFY_WITH_TIMEOUT(hand.finished().curve("inertia")->values[1] != before, 20000);
        QVERIFY(std::abs(*hand.finished().curve("inertia")->values[1] - 8901.7687) < 1e-3);
    }

    void anotherTopicOffersItsOwnNumbers()
    {
        Window hand;
        hand.window.showSweep(true);
        hand.finished();
        hand.open(QStringLiteral("roc-auc"));
        hand.window.sweep().choose(QStringLiteral("separation"), QStringLiteral("auc"));
        QTRY_COMPARE_WITH_TIMEOUT(hand.window.sweep().sweep().parameter.key, QString("separation"), 20000);
        QCOMPARE(hand.finished().places.back(), 5.0);
        QVERIFY(hand.window.sweep().view()->figure().title.contains("AUC"));
    }

    void closingStopsIt()
    {
        Window hand;
        hand.window.showSweep(true);
        hand.window.showSweep(false);
        QTRY_VERIFY(!hand.window.sweep().isBusy());
        QVERIFY(hand.window.sweep().isHidden());
    }
};

TANGENT_TEST(SweepPanelTest)
#include "sweep_panel_test.moc"
