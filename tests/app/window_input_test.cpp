// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/topics_panel.h"
#include "app/window/topics_rail.h"
#include "tests/app/window_room.h"
#include "widgets/views/controls/readout_cell.h"
#include "widgets/views/controls/slim_slider.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTemporaryDir>

using namespace tangent;
using namespace tangent::tests;

/// Keyboard, wheel, clipboard and files over the whole window.
class WindowInputTest : public QObject {
    Q_OBJECT

private slots:
    void init() { forgetSettings(); }

    void tabWalksTheWholeWindow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("narrow") << QSize(960, 600);
        QTest::newRow("wide") << QSize(1280, 800);
    }

    /// Bar, topics, figures, readouts, controls, note, and round again; nothing twice.
    void tabWalksTheWholeWindow()
    {
        QFETCH(QSize, size);
        Room room(size);
        const bool wide = size.width() >= 1200;
        auto* search = room.window.findChild<QLineEdit*>();
        search->setFocus(Qt::TabFocusReason);
        QList<QWidget*> walked{search};
        for (int i = 0; i < 200; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget* now = QApplication::focusWidget();
            QVERIFY(now && now->isVisible());
            if (now == search)
                break;
            if (now != walked.last()) {
                QVERIFY2(!walked.contains(now),
                    qPrintable(now->accessibleName() + now->metaObject()->className()));
                walked << now;
            }
        }
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(search));
        const auto first = [&](auto belongs) {
            for (int i = 0; i < walked.size(); ++i)
                if (belongs(walked[i]))
                    return i;
            return -1;
        };
        QWidget* topics = wide ? static_cast<QWidget*>(&room.window.topics()) : &room.window.rail();
        const int atTopics = first([&](QWidget* one) { return one == topics; });
        const int atPlot = first([&](QWidget* one) { return qobject_cast<FigureView*>(one); });
        const int atReadout = first([&](QWidget* one) { return qobject_cast<ReadoutCell*>(one); });
        const int atSlider = first([&](QWidget* one) { return qobject_cast<SlimSlider*>(one); });
        const int atNote = first([&](QWidget* one) { return one == room.note(); });
        QVERIFY2(0 < atTopics && atTopics < atPlot && atPlot < atReadout && atReadout < atSlider,
            qPrintable(QStringLiteral("%1 %2 %3 %4").arg(atTopics).arg(atPlot).arg(atReadout).arg(atSlider)));
        if (wide)
            QVERIFY2(atSlider < atNote, qPrintable(QString::number(atNote)));
        else
            QCOMPARE(atNote, -1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(room.window.lab().hasFocus());
    }

    void theWheelEditsNothing()
    {
        Room room;
        const QString link = room.window.experiment().link();
        for (SlimSlider* slider : room.window.findChildren<SlimSlider*>()) {
            if (!slider->isVisible() || slider->hasFocus())
                continue;
            const QPointF middle = QRectF(slider->rect()).center();
            QWheelEvent turn(middle, slider->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton,
                Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(slider, &turn);
        }
        QCOMPARE(room.window.experiment().link(), link);
    }

    void aDroppedTableIsOpened()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("mine.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a,b\n1,2\n2,3\n8,9\n9,9\n7,8\n");
        file.close();
        Room room(QSize(1280, 800), QStringLiteral("k-means"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        const QPoint middle = room.window.rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&room.window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(middle), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&room.window, &drop);
        QTRY_VERIFY(room.window.experiment().link().contains(QStringLiteral("data=file:mine.csv@")));
        room.settle();
        QCOMPARE(room.window.experiment().current().table->rowCount(), 5);
    }

    void linksGoThroughTheClipboard()
    {
        Room room(QSize(1280, 800), QStringLiteral("gradient-descent?learning-rate=0.05&step=7"));
        room.action(QStringLiteral("Copy link"))->trigger();
        const QString link = QApplication::clipboard()->text();
        QCOMPARE(link, QStringLiteral("tangent:gradient-descent?learning-rate=0.05&step=7"));
        room.window.openAnything(QStringLiteral("k-means"));
        QApplication::clipboard()->setText(link + QLatin1Char('\n'));
        room.action(QStringLiteral("Open the link or the table on the clipboard"))->trigger();
        QCOMPARE(room.window.experiment().link(), link);
    }
};

TANGENT_TEST(WindowInputTest)
#include "window_input_test.moc"
