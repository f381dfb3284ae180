// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "tests/contract/random_state.h"
#include "tests/support/test_program.h"
#include "widgets/views/figure_layout.h"
#include "widgets/views/text.h"

#include <QAccessible>
#include <QImage>
#include <QSignalSpy>

using namespace tangent;
using namespace tangent::tests;

namespace {

void waitForScene(MainWindow& window)
{
    QTRY_VERIFY_WITH_TIMEOUT(!window.lab().isBusy() && !window.lab().scene().figures.empty(), 60000);
}

void openLab(MainWindow& window, const QString& topic)
{
    Request request;
    request.topic = topic;
    window.experiment().open(*findLab(topic), request);
    waitForScene(window);
}

/// Every accessible object below one, depth first.
void collect(QAccessibleInterface* from, std::vector<QAccessibleInterface*>* all)
{
    if (!from)
        return;
    all->push_back(from);
    for (int i = 0; i < from->childCount(); ++i)
        collect(from->child(i), all);
}

} // namespace

/// What every lab promises inside the real window.
class WindowContractTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        Settings().clear();
        Settings().setHintsSeen();
    }

    void topics()
    {
        QTest::addColumn<QString>("topic");
        for (const auto& lab : allLabs())
            QTest::addRow("%s", qPrintable(lab->info().id)) << lab->info().id;
    }

    void textFits_data() { topics(); }

    /// At the sizes of the design, in both themes, no words are cut.
    void textFits()
    {
        QFETCH(QString, topic);
        MainWindow window(DataCatalogue::shared());
        window.setStill();
        openLab(window, topic);
        for (const QSize size : {QSize(960, 600), QSize(1280, 800), QSize(1920, 1080)}) {
            for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
                window.setTheme(*theme);
                window.resize(size);
                window.show();
                QCoreApplication::sendPostedEvents();
                TextFitRecord record;
                QImage image(size, QImage::Format_RGB32);
                window.render(&image);
                QVERIFY2(record.unfitting().isEmpty(),
                    qPrintable(QStringLiteral("%1 × %2: %3")
                                   .arg(size.width())
                                   .arg(size.height())
                                   .arg(record.unfitting().join(QStringLiteral(" | ")))));
            }
        }
    }

    void undoLeadsBack_data() { topics(); }

    /// Undo back to the start gives the first scene.
    void undoLeadsBack()
    {
        QFETCH(QString, topic);
        MainWindow window(DataCatalogue::shared());
        window.setStill();
        openLab(window, topic);
        const Scene first = window.lab().scene();
        const State start = window.experiment().state();
        Random random(7);
        for (int i = 0; i < 12; ++i) {
            const Parameters& declared = window.experiment().current().parameters;
            const Parameter& parameter = declared[random.below(declared.size())];
            Intent intent;
            intent.values[parameter.key] = randomValue(parameter, random);
            for (const Intent::Phase phase :
                {Intent::Phase::Begin, Intent::Phase::Move, Intent::Phase::End}) {
                intent.phase = phase;
                window.experiment().apply(intent);
            }
        }
        waitForScene(window);
        int steps = 0;
        while (window.experiment().canUndo()) {
            window.experiment().undo();
            ++steps;
        }
        QVERIFY(steps > 0 && steps <= 12);
        QCOMPARE(window.experiment().state(), start);
        waitForScene(window);
        QVERIFY(window.lab().scene() == first);
    }

    void handlesMoveThroughAccessibility_data() { topics(); }

    /// Every handle has an accessible object of its name; moving it there moves the state.
    void handlesMoveThroughAccessibility()
    {
        QFETCH(QString, topic);
        MainWindow window(DataCatalogue::shared());
        window.setStill();
        window.resize(1920, 1080);
        window.show();
        openLab(window, topic);
        const std::vector<Handle> handles = window.lab().scene().handles; // the scene is replaced below
        for (const Handle& handle : handles) {
            std::vector<QAccessibleInterface*> all;
            collect(QAccessible::queryAccessibleInterface(&window), &all);
            QAccessibleInterface* found = nullptr;
            for (QAccessibleInterface* one : all) {
                if (one->valueInterface() && one->role() != QAccessible::ScrollBar
                    && one->text(QAccessible::Name).startsWith(handle.label) && one->object() == nullptr)
                    found = one;
            }
            QVERIFY2(found, qPrintable(handle.label));
            QAccessibleValueInterface* value = found->valueInterface();
            const double low = value->minimumValue().toDouble();
            const double high = value->maximumValue().toDouble();
            QVERIFY2(high > low, qPrintable(handle.label));
            const double now = value->currentValue().toDouble();
            const State before = window.experiment().state();
            value->setCurrentValue(
                now > (low + high) / 2 ? low + 0.4 * (high - low) : low + 0.6 * (high - low));
            QVERIFY2(!(window.experiment().state() == before), qPrintable(handle.label));
            window.experiment().undo();
            waitForScene(window);
        }
    }
};

TANGENT_TEST(WindowContractTest)
#include "window_contract_test.moc"
