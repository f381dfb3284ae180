// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/data_view.h"
#include "app/data/data_window.h"
#include "app/lab/state_json.h"
#include "app/window/data_button.h"
#include "app/window/drawn_shapes.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "widgets/views/draw_button.h"
#include "widgets/views/name_edit.h"
#include "widgets/views/plot_view.h"

#include <QMenu>
#include <QSettings>

#include <algorithm>

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

/// A word in the narration, in a readout or among the words of a figure.
bool toldIn(const Scene& scene, const QString& word)
{
    if (scene.narration.contains(word))
        return true;
    for (const Figure& figure : scene.figures) {
        const Plot* plot = std::get_if<Plot>(&figure.content);
        for (const Layer& layer : plot ? plot->layers : std::vector<Layer>()) {
            const Words* words = std::get_if<Words>(&layer);
            if (words && words->text.contains(word))
                return true;
        }
    }
    return false;
}

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
        QVERIFY(studio.window.lab().scene().readout("loss-training")->number().has_value());
    }

    void aStrokeIsOneStepBack()
    {
        Studio studio("k-means");
        const int before = studio.rows();
        const Scene untouched = studio.window.lab().scene();
        studio.draw();
        studio.stroke("plane", {0.4, 0.2}, {0.5, 0.8});
        studio.stroke("plane", {0.5, 0.8}, {0.6, 0.2});
        const int both = studio.rows();
        studio.window.experiment().undo();
        QVERIFY(studio.rows() > before && studio.rows() < both);
        studio.window.experiment().undo();
        studio.settle();
        QCOMPARE(studio.rows(), before);
        QVERIFY(studio.window.lab().scene() == untouched);
        studio.window.experiment().redo();
        studio.window.experiment().redo();
        QCOMPARE(studio.rows(), both);
    }

    void escapeInAStrokeLeavesNoStep()
    {
        Studio studio("k-means");
        studio.draw();
        studio.press("plane", {0.4, 0.4});
        QVERIFY(studio.rows() > 200);
        QTest::keyClick(&studio.plot("plane"), Qt::Key_Escape);
        QCOMPARE(studio.rows(), 200);
        QVERIFY(!studio.window.experiment().canUndo());
    }

    void erasedRowsAreGone()
    {
        Studio studio("k-means");
        studio.draw();
        QTest::keyClick(&studio.plot("plane"), Qt::Key_E);
        studio.stroke("plane", {0.02, 0.5}, {0.35, 0.5}, 30);
        const int left = studio.rows();
        QVERIFY(left < 200);
        for (int i = 0; i < 4; ++i) // again and again: all that can be reached on the left
            for (const double y : {0.25, 0.4, 0.55, 0.7, 0.85})
                studio.stroke("plane", {0.0, y}, {0.4, y}, 30);
        const std::vector<int>& ids = studio.now().whole->rowIds;
        QCOMPARE(studio.rows(), 100); // the two blobs on the right
        QVERIFY(std::is_sorted(ids.begin(), ids.end()));
    }

    void theDrawingTravelsInItsLink()
    {
        Studio studio("pca?data=drawn");
        studio.draw();
        studio.stroke("plane", {0.2, 0.2}, {0.8, 0.7});
        const QString link = studio.window.experiment().link();
        QVERIFY(link.contains("data=drawn") && link.contains("patch="));
        Studio other(link);
        QCOMPARE(*other.now().whole, *studio.now().whole);
        QCOMPARE(other.window.experiment().link(), link);
        QVERIFY(other.window.lab().scene() == studio.window.lab().scene());
    }

    void theDrawingTravelsInAStateFile()
    {
        Studio studio("k-means?data=drawn");
        studio.draw();
        studio.stroke("plane", {0.2, 0.2}, {0.8, 0.7});
        QString complaint;
        const auto read = readStateFile(writeStateFile(studio.now()), DataCatalogue::shared(), &complaint);
        QVERIFY2(read, qPrintable(complaint));
        const Settled again = settle(studio.window.experiment().lab(), *read, DataCatalogue::shared());
        QCOMPARE(*again.whole, *studio.now().whole);
    }

    void theTableShowsWhatIsDrawn()
    {
        Studio studio("k-means?data=drawn");
        studio.draw();
        studio.stroke("plane", {0.2, 0.2}, {0.8, 0.7});
        studio.window.showData();
        QCOMPARE(studio.window.dataWindow()->view()->model()->rowCount(), studio.rows());
    }

    void aSheetIsChosenInTheDataMenu()
    {
        Studio studio("neural-network");
        auto* data = studio.window.lab().findChild<DataButton*>();
        emit data->menu()->aboutToShow();
        QAction* draws = nullptr;
        for (QAction* action : data->menu()->actions()) {
            if (action->text() == "Draw your own")
                draws = action;
        }
        QVERIFY(draws);
        draws->trigger();
        studio.settle();
        QCOMPARE(studio.rows(), 0);
        QTRY_VERIFY(studio.plot("field").isDrawing());
        QVERIFY(studio.window.lab().scene().narration.contains("empty sheet"));
        QVERIFY(studio.window.lab().scene().diagnostics.empty());
        studio.window.experiment().undo();
        studio.settle();
        QCOMPARE(studio.now().whole->name, QString("xor"));
    }

    void labsBeginWithOnePoint_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QByteArray>("plot");
        QTest::newRow("k-means") << "k-means?data=drawn" << QByteArray("plane");
        QTest::newRow("pca") << "pca?data=drawn" << QByteArray("plane");
        QTest::newRow("network") << "neural-network?data=drawn" << QByteArray("field");
        QTest::newRow("gini") << "gini-split?data=drawn" << QByteArray("plane");
        QTest::newRow("confusion") << "confusion-matrix?source=classifier&data=drawn" << QByteArray("rows");
    }
    void labsBeginWithOnePoint()
    {
        QFETCH(QString, link);
        QFETCH(QByteArray, plot);
        Studio studio(link);
        QVERIFY(studio.window.lab().scene().diagnostics.empty());
        QTest::keyClick(&studio.window.lab(), Qt::Key_D);
        QVERIFY(studio.plot(plot.constData()).isDrawing());
        QTest::keyClick(&studio.plot(plot.constData()), Qt::Key_P);
        for (int row = 1; row <= 6; ++row) {
            QTest::keyClick(&studio.plot(plot.constData()), row % 2 ? Qt::Key_1 : Qt::Key_2);
            const QPointF at(0.1 + 0.13 * row, row % 3 ? 0.3 : 0.7);
            studio.stroke(plot.constData(), at, at, 0);
            QCOMPARE(studio.rows(), row);
            const Scene& scene = studio.window.lab().scene();
            for (const Diagnostic& diagnostic : scene.diagnostics)
                QVERIFY2(
                    !diagnostic.sentence.startsWith("This state could not"), qPrintable(diagnostic.sentence));
            QVERIFY(scene.figure(QString::fromLatin1(plot)));
        }
        QVERIFY(studio.window.lab().scene().readouts.size() > 0);
    }

    void shapesOfEveryGeneratorAreOffered()
    {
        const std::vector<ShapeOffer> offers = shapeOffers();
        QVERIFY(offers.size() >= 8);
        Studio studio("k-means?data=drawn");
        studio.draw();
        int before = 0;
        for (const ShapeOffer& offer : offers) {
            const DrawnShape shape = offer.make();
            QVERIFY2(shape.places.size() >= 20, qPrintable(offer.title));
            for (const QPointF& place : shape.places)
                QVERIFY(place.x() > -0.001 && place.x() < 1.001 && place.y() > -0.001 && place.y() < 1.001);
            QVERIFY(studio.plot("plane").addShape(shape));
            studio.settle();
            QCOMPARE(studio.rows(), before + int(shape.places.size()));
            before = studio.rows();
        }
        studio.window.experiment().undo();
        QVERIFY(studio.rows() < before);
    }

    void aClassIsNamedInOneStep()
    {
        Studio studio("gini-split?data=drawn");
        studio.draw();
        studio.stroke("plane", {0.2, 0.2}, {0.4, 0.6});
        QTest::keyClick(&studio.plot("plane"), Qt::Key_2);
        studio.stroke("plane", {0.8, 0.8}, {0.6, 0.4});
        const QStringList before = studio.words("label");
        const QString link = studio.window.experiment().link();
        QTest::keyClick(&studio.plot("plane"), Qt::Key_F2);
        NameEdit* edit = nullptr;
        for (NameEdit* one : studio.window.findChildren<NameEdit*>())
            edit = one->isVisible() ? one : edit;
        QVERIFY(edit);
        QTest::keyClicks(edit, "sun & moon");
        QTest::keyClick(edit, Qt::Key_Return);
        studio.settle();
        QStringList wanted = before;
        for (QString& word : wanted)
            word = word == "B" ? QString("sun & moon") : word;
        QCOMPARE(studio.words("label"), wanted);
        QCOMPARE(studio.plot("plane").penClasses(), QStringList({"A", "sun & moon"}));
        QCOMPARE(studio.plot("plane").pen().word, QString("sun & moon"));
        QVERIFY(studio.window.experiment().link().contains("sun%20%26%20moon"));
        QVERIFY(toldIn(studio.window.lab().scene(), "sun & moon"));
        studio.window.showData();
        QCOMPARE(studio.window.dataWindow()->view()->model()->rowCount(), studio.rows());
        studio.window.experiment().undo();
        studio.settle();
        QCOMPARE(studio.words("label"), before);
        QCOMPARE(studio.window.experiment().link(), link);
        QCOMPARE(studio.plot("plane").penClasses(), QStringList({"A", "B"}));
    }

    /// The strip goes while a name is being typed in it: the name is taken, and the plots stand in order.
    void aNameIsTakenWhenTheDrawingEnds()
    {
        Studio studio("gini-split?data=drawn");
        studio.draw();
        studio.stroke("plane", {0.2, 0.2}, {0.4, 0.6});
        QTest::keyClick(&studio.plot("plane"), Qt::Key_F2);
        NameEdit* edit = nullptr;
        for (NameEdit* one : studio.window.findChildren<NameEdit*>())
            edit = one->isVisible() ? one : edit;
        QVERIFY(edit);
        QTest::keyClicks(edit, "sun");
        studio.window.lab().toggleDrawing();
        studio.settle();
        QVERIFY(!studio.plot("plane").isDrawing());
        QVERIFY(studio.words("label").contains("sun"));
        QVERIFY(studio.plot("plane").isVisible());
    }

    void drawingGoesOnBeyondTheLabsLimit()
    {
        QStringList rows;
        for (int i = 0; i < 9998; ++i)
            rows << QStringLiteral("+%1,%2,%3").arg(i % 15 - 7).arg(i % 9 - 4).arg(i % 2 ? "A" : "B");
        Studio studio("k-means?data=drawn");
        Intent many;
        many.values["patch"] = rows.join(';');
        many.values["hidden"] = QString();
        studio.window.openAnything("neural-network?data=drawn&hidden=2&step=1");
        studio.window.experiment().apply(many);
        studio.settle();
        QVERIFY(studio.now().table->rowCount() == 9998 && !studio.now().isSampled());
        studio.draw();
        QVERIFY(studio.plot("field").isDrawing());
        QVERIFY(studio.plot("field").drawing()->remark.isEmpty());
        studio.stroke("field", {0.2, 0.2}, {0.8, 0.7}, 20);
        QVERIFY(studio.rows() > 10'010);
        QCOMPARE(studio.now().table->rowCount(), 10'000);
        QVERIFY(studio.plot("field").isDrawing());
        QVERIFY(studio.plot("field").drawing()->remark.contains("sample"));
        const int more = studio.rows();
        studio.stroke("field", {0.2, 0.7}, {0.8, 0.2}, 20);
        QVERIFY(studio.rows() > more);
        QTest::keyClick(&studio.plot("field"), Qt::Key_E);
        const int left = studio.rows();
        studio.stroke("field", {0.5, 0.2}, {0.5, 0.7}, 20);
        QVERIFY(studio.rows() < left);
    }

    void aFullTableSaysSo()
    {
        Studio studio("k-means?data=drawn&patch=~99998;%2B1,1,A");
        studio.draw();
        QCOMPARE(studio.plot("plane").drawing()->room, 1);
        studio.stroke("plane", {0.2, 0.2}, {0.8, 0.7});
        QCOMPARE(studio.rows(), 2);
        QCOMPARE(studio.plot("plane").drawing()->room, 0);
        QVERIFY(studio.plot("plane").drawing()->remark.contains("full"));
        studio.stroke("plane", {0.2, 0.2}, {0.8, 0.7});
        QCOMPARE(studio.rows(), 2);
        QTest::keyClick(&studio.plot("plane"), Qt::Key_E);
        studio.stroke("plane", {0, 0.05}, {1, 0.95}, 30);
    }

    void anErasedRowsIdIsNoOthers()
    {
        Studio studio("k-means?data=drawn");
        studio.draw();
        studio.stroke("plane", {0.2, 0.2}, {0.2, 0.2}, 0);
        const int last = studio.now().whole->lastId();
        QTest::keyClick(&studio.plot("plane"), Qt::Key_E);
        studio.stroke("plane", {0.1, 0.2}, {0.3, 0.2}, 9);
        QCOMPARE(studio.rows(), 0);
        QCOMPARE(studio.plot("plane").drawing()->lastId, last);
        QTest::keyClick(&studio.plot("plane"), Qt::Key_P);
        studio.stroke("plane", {0.6, 0.6}, {0.6, 0.6}, 0);
        QCOMPARE(studio.now().whole->rowIds.front(), last + 1);
        // The link knows it, too.
        Studio other(studio.window.experiment().link());
        QCOMPARE(other.now().whole->rowIds.front(), last + 1);
        QCOMPARE(other.window.experiment().link(), studio.window.experiment().link());
    }

    void otherDataEndsTheFrozenAxes()
    {
        Studio studio("k-means");
        studio.draw();
        const double before = studio.plot("plane").mapping().xAxis.maximum;
        Intent intent;
        intent.values["data"] = QString("faithful");
        studio.window.experiment().apply(intent);
        studio.settle();
        QVERIFY(studio.plot("plane").mapping().yAxis.maximum > 50); // minutes of waiting
        QVERIFY(studio.plot("plane").mapping().xAxis.maximum != before);
    }
};

TANGENT_TEST(DrawTest)
#include "draw_test.moc"
