// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/topics/performance/confusion_matrix_probe.h"

using namespace tangent;
using namespace tangent::tests;

/// Every state that the note walks through shows what the note says of it.
class ConfusionMatrixTest : public QObject {
    Q_OBJECT

private slots:
    void states_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<double>("accuracy");
        QTest::addColumn<double>("recall");
        QTest::addColumn<double>("precision");
        QTest::newRow("first picture") << QString() << 276.0 / 342 << 28.0 / 68 << 28.0 / 38;
        QTest::newRow("standardised") << "standardise=true" << 337.0 / 342 << 64.0 / 68 << 64.0 / 65;
        QTest::newRow("eight found") << "source=counts&counts=940,50;2,8&positive=2" << 0.948 << 0.8
                                     << 8.0 / 58;
        QTest::newRow("Adelie positive") << "positive=Adelie" << 276.0 / 342 << 133.0 / 151 << 133.0 / 178;
        QTest::newRow("Gentoo positive") << "positive=Gentoo" << 276.0 / 342 << 115.0 / 123 << 115.0 / 126;
        QTest::newRow("small classes half wrong")
            << "source=counts&counts=900,0,0;25,25,0;25,0,25&positive=3" << 0.95 << 0.5 << 1.0;
        QTest::newRow("digits") << "source=classifier&data=digits&label=digit&positive=8&cell=8,1"
                                << 1775.0 / 1797 << 169.0 / 174 << 169.0 / 172;
    }

    void states()
    {
        QFETCH(QString, query);
        QFETCH(double, accuracy);
        QFETCH(double, recall);
        QFETCH(double, precision);
        const Probe found = confusion(query);
        QVERIFY(found.state.complaints.empty());
        COMPARE_NEAR(found["accuracy"], accuracy, 1e-12);
        COMPARE_NEAR(found["recall"], recall, 1e-12);
        COMPARE_NEAR(found["precision"], precision, 1e-12);
    }

    /// 38 Chinstraps called Adelie: the cell glows, the words name it, and its birds are marked.
    void firstPicture()
    {
        const Probe found = confusion({});
        QCOMPARE(textsOf(found.scene), QStringList({"133", "9", "9", "38", "28", "2", "7", "1", "115"}));
        for (int cell = 0; cell < 9; ++cell)
            QCOMPARE(item(found.scene, cell / 3, cell % 3).glowing, cell == 3);
        QCOMPARE(item(found.scene, 1, 0).rowIds.size(), size_t(38));
        QVERIFY(found.scene.narration.contains(QStringLiteral("38 of 68 Chinstrap are called Adelie")));
        QVERIFY(found.scene.readout(QStringLiteral("recall"))->label.contains(QStringLiteral("Chinstrap")));
        QCOMPARE(found["smallest-class"], 68.0);
        QVERIFY(found.scene.dataLine.contains(QStringLiteral("2 left out")));
        QVERIFY(found.scene.figure(QStringLiteral("rows")));
    }

    void standardisingDrainsTheCell()
    {
        QCOMPARE(item(confusion(QStringLiteral("standardise=true")).scene, 1, 0).text, QStringLiteral("4"));
    }

    /// Pointing at a cell writes it, clicking pins it; both by the names of the classes.
    void cellsAreHandles()
    {
        const Probe found = confusion({});
        const Matrix::Item& glowing = item(found.scene, 1, 0);
        for (const Target& target : {glowing.hover, glowing.target}) {
            QCOMPARE(target.key, QStringLiteral("cell"));
            QCOMPARE(text(target.value), QStringLiteral("Chinstrap,Adelie"));
        }
        const Probe pinned = confusion(QStringLiteral("cell=Chinstrap,Adelie"));
        QVERIFY(pinned.state.complaints.empty());
        QCOMPARE(writeLink(pinned.state), QStringLiteral("tangent:confusion-matrix?cell=Chinstrap,Adelie"));
        QVERIFY(item(pinned.scene, 1, 0).pinned);
        QVERIFY(!item(pinned.scene, 0, 1).pinned);
        QVERIFY(pinned.scene.narration.contains(QStringLiteral("Chinstrap called Adelie")));
        const Figure* rows = pinned.scene.figure(QStringLiteral("rows"));
        QVERIFY(rows && rows->title.startsWith(QStringLiteral("38 rows")));
        QVERIFY(item(confusion(QStringLiteral("cell=Gentoo,Gentoo")).scene, 2, 2).pinned);
        QVERIFY(!confusion(QStringLiteral("cell=Chinstrap,Emperor")).state.complaints.empty());
    }

    void challenge()
    {
        const auto isReached = [](const Probe& found) {
            return found["accuracy"] >= 0.95 && found["macro-recall"] <= 0.35
                && found["smallest-class"] >= 10;
        };
        QVERIFY(!isReached(confusion({})));
        QVERIFY(
            !isReached(confusion(QStringLiteral("source=counts&counts=900,0,0;25,25,0;25,0,25&positive=3"))));
        const Probe solved =
            confusion(QStringLiteral("source=counts&counts=980,0,0;10,0,0;10,0,0&positive=3"));
        QVERIFY(isReached(solved));
        COMPARE_NEAR(solved["macro-recall"], 1.0 / 3, 1e-12);
    }
};

TANGENT_TEST(ConfusionMatrixTest)
#include "confusion_matrix_test.moc"
