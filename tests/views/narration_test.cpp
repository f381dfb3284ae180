// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/view_hands.h"
#include "widgets/views/controls/narration.h"
#include "widgets/views/text.h"

#include <QSignalSpy>

using namespace tangent;
using namespace tangent::tests;

class NarrationTest : public QObject {
    Q_OBJECT

private slots:
    void starsAreStrongAndNotSpoken()
    {
        Narration narration;
        narration.setText("Inertia is **twice** the best known.");
        QCOMPARE(narration.plainText(), QStringLiteral("Inertia is twice the best known."));
        QCOMPARE(spoken(&narration)->text(QAccessible::Name), narration.plainText());
        narration.resize(400, narration.sizeHint().height());
        const QImage strong = narration.grab().toImage();
        narration.setText("Inertia is twice the best known.");
        QVERIFY(narration.grab().toImage() != strong);
    }

    void anUnclosedStarIsText()
    {
        Narration narration;
        narration.setText("2 ** 3 is 8");
        QCOMPARE(narration.plainText(), QStringLiteral("2 ** 3 is 8"));
    }

    void theHeightIsFixed()
    {
        Narration narration;
        const QSize before = narration.sizeHint();
        narration.setText(QString("word ").repeated(60));
        QCOMPARE(narration.sizeHint(), before);
    }

    void longSentencesShrinkAndTooLongOnesAreRecorded()
    {
        Narration narration;
        narration.resize(684, narration.sizeHint().height());
        TextFitRecord record;
        narration.setText(QString("The run has stopped. ").repeated(10));
        narration.grab();
        QCOMPARE(record.unfitting(), QStringList());
        narration.setText(QString("The run has stopped. ").repeated(30));
        narration.grab();
        QVERIFY(!record.unfitting().isEmpty());
    }

    void itIsAnnouncedOnceAfterTheLastChange()
    {
        Narration narration;
        QSignalSpy announced(&narration, &Narration::announced);
        for (int i = 0; i < 4; ++i) {
            narration.setText(QString("step **%1**").arg(i));
            QTest::qWait(40);
        }
        QVERIFY(announced.isEmpty());
        QVERIFY(announced.wait(2000));
        QCOMPARE(announced[0][0].toString(), QStringLiteral("step 3"));
        narration.setText("step **3**"); // nothing new to say
        QTest::qWait(600);
        QCOMPARE(announced.size(), 1);
    }
};

TANGENT_TEST(NarrationTest)
#include "narration_test.moc"
