// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/data_window.h"
#include "app/lab/drawing.h"
#include "app/window/data_button.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "widgets/views/class_chip.h"
#include "widgets/views/draw_button.h"
#include "widgets/views/plot_view.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QSettings>

using namespace tangent;
using namespace tangent::tests;

namespace {

class Studio {
public:
    explicit Studio(const QString& link)
        : window(DataCatalogue::shared())
    {
        window.setStill();
        window.resize(1280, 800);
        window.openAnything(link);
        window.show();
        window.activateWindow();
        settle();
    }

    void settle()
    {
        [this] { QTRY_VERIFY_WITH_TIMEOUT(!window.lab().isBusy(), 20000); }();
    }
    PlotView& plot(const char* key) { return *qobject_cast<PlotView*>(window.lab().figureView(key)); }
    const Settled& now() { return window.experiment().current(); }
    int rows() { return now().whole->rowCount(); }
    void draw()
    {
        auto* button = window.findChild<DrawButton*>("draw");
        for (DrawButton* one : window.findChildren<DrawButton*>("draw")) {
            if (one->isVisible())
                button = one;
        }
        QTest::mouseClick(button, Qt::LeftButton);
        settle();
    }
    /// A stroke between two places, as shares of the plot from its bottom left.
    void stroke(const char* key, QPointF from, QPointF to, int steps = 12)
    {
        press(key, from);
        for (int i = 1; i <= steps; ++i)
            sendMouse(
                plot(key), QEvent::MouseMove, pixel(key, from + (to - from) * i / steps), Qt::LeftButton, 0);
        sendMouse(plot(key), QEvent::MouseButtonRelease, pixel(key, to), Qt::NoButton, 0);
        settle();
    }
    void press(const char* key, QPointF at)
    {
        sendMouse(plot(key), QEvent::MouseButtonPress, pixel(key, at), Qt::LeftButton, 0);
    }
    QPointF pixel(const char* key, QPointF share)
    {
        const QRectF room = plot(key).mapping().plot;
        return {room.left() + share.x() * room.width(), room.bottom() - share.y() * room.height()};
    }
    QStringList words(const char* column)
    {
        QStringList all;
        for (int row = 0; row < rows(); ++row)
            all << now().whole->find(column)->text(row);
        return all;
    }

    MainWindow window;
};

} // namespace

/// Rows drawn by hand into the plots of the real window.
class DrawTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QSettings(QStringLiteral("Tangent"), QStringLiteral("Tangent")).clear(); }

    void aStrokeOfEachClass()
    {
        Studio studio("neural-network?data=drawn");
        studio.draw();
        QVERIFY(studio.plot("field").isDrawing());
        studio.stroke("field", {0.2, 0.2}, {0.4, 0.6});
        const int first = studio.rows();
        QVERIFY(first > 5);
        QCOMPARE(studio.words("label").count("A"), first);
        QTest::keyClick(&studio.plot("field"), Qt::Key_2);
        studio.stroke("field", {0.8, 0.8}, {0.6, 0.4});
        QVERIFY(studio.rows() > first + 5);
        QCOMPARE(studio.words("label").count("B"), studio.rows() - first);
    }
};

TANGENT_TEST(DrawTest)
#include "draw_test.moc"
