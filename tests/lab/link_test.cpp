// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/link.h"
#include "app/lab/link_text.h"
#include "tests/support/test_program.h"

using namespace tangent;

/// Links as contracts between programs: their grammar, what is refused, and with which words.
class LinkTest : public QObject {
    Q_OBJECT

private slots:
    void readsPairs()
    {
        QString complaint;
        const auto request =
            readLink(QStringLiteral("tangent:k-means?k=3&data.spread=0.5&centres=1,2;3,4"), &complaint);
        QVERIFY(request);
        QCOMPARE(request->topic, QStringLiteral("k-means"));
        QCOMPARE(request->encoded.value(QStringLiteral("data.spread")), QStringLiteral("0.5"));
        QVERIFY(request->complaints.empty());
    }

    void theLastOfARepeatedKeyCounts()
    {
        QString complaint;
        const auto request = readLink(QStringLiteral("pca?angle=1&angle=2"), &complaint);
        QCOMPARE(request->encoded.value(QStringLiteral("angle")), QStringLiteral("2"));
        QCOMPARE(request->complaints.size(), size_t(1));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("link");
        QTest::newRow("empty") << "";
        QTest::newRow("a path") << "/etc/passwd";
        QTest::newRow("another scheme") << "https://example.org";
        QTest::newRow("capital letters") << "K-Means";
        QTest::newRow("too long") << "pca?angle=" + QString(70000, '1');
    }

    void refuses()
    {
        QFETCH(QString, link);
        QString complaint;
        QVERIFY(!readLink(link, &complaint));
        QVERIFY(!complaint.isEmpty());
    }

    void values_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<QString>("encoded");
        QTest::newRow("number") << Value(0.1) << "0.1";
        QTest::newRow("small") << Value(1e-7) << "1e-07";
        QTest::newRow("toggle") << Value(true) << "true";
        QTest::newRow("point") << Value(QPointF(-4, 1)) << "-4,1";
        QTest::newRow("set") << Value(QStringList({"a,b", "c"})) << "a%2Cb,c";
        QTest::newRow("rows") << Value(Rows({{1.0, QString("x;y")}, {2.5, QString("z")}})) << "1,x%3By;2.5,z";
        QTest::newRow("text") << Value(QString("cat + dog é")) << "cat%20%2B%20dog%20%C3%A9";
        QTest::newRow("text keeps , ; : @") << Value(QString("a,b;c:d@e")) << "a,b;c:d@e";
        QTest::newRow("grid") << Value(Grid{2, 2, 2, {1, 0, 1, 1}}) << "2x2x2:sA";
    }

    void values()
    {
        QFETCH(Value, value);
        QFETCH(QString, encoded);
        QCOMPARE(encodeValue(value), encoded);
    }

    void valuesRoundTrip()
    {
        QString complaint;
        Parameter grid;
        grid.key = QStringLiteral("g");
        grid.kind = Parameter::Kind::Grid;
        QVERIFY(decodeValue(grid, QStringLiteral("3x2x5:U4o"), &complaint) || !complaint.isEmpty());
        const Value level(Grid{3, 2, 5, {4, 3, 2, 1, 0, 4}});
        const auto back = decodeValue(grid, encodeValue(level), &complaint);
        QVERIFY2(back, qPrintable(complaint));
        QVERIFY(*back == level);
        const Parameter words = Parameter::textOf(QStringLiteral("query"), {}, {});
        const QString text = QStringLiteral("100 % & = ? # + ä\n");
        QVERIFY(*decodeValue(words, encodeText(text), &complaint) == Value(text));
        const Parameter layers = Parameter::textOf("hidden", {}, "4").matching("\\d+(,\\d+)*");
        QVERIFY(decodeValue(layers, "8,8", &complaint) == std::optional<Value>(QStringLiteral("8,8")));
        // What is typed need not fit yet.
        QVERIFY(legalValue(layers, QStringLiteral("8,"), &complaint) == Value(QStringLiteral("8,")));
    }

    void complaints_data()
    {
        QTest::addColumn<Parameter>("parameter");
        QTest::addColumn<QString>("encoded");
        QTest::addColumn<QString>("says");
        const Parameter rate = Parameter::real("learning-rate", "Rate", 0.1, 1e-4, 10);
        QTest::newRow("out of range") << rate << "20"
                                      << "learning-rate: 20 is out of range; it goes from 0.0001 to 10.";
        QTest::newRow("no number") << rate << "fast"
                                   << "learning-rate: “fast” is not a number; write one from 0.0001 to 10.";
        QTest::newRow("infinite") << rate << "inf"
                                  << "learning-rate: “inf” is not a number; write one from 0.0001 to 10.";
        const Parameter layers =
            Parameter::textOf("hidden", "Hidden", "4").withHelp("Units by commas.").matching("\\d+(,\\d+)*");
        QTest::newRow("pattern") << layers << "8,x"
                                 << "hidden: “8,x” cannot be read. Units by commas.";
        QTest::newRow("pattern of the whole") << layers << "x8"
                                              << "hidden: “x8” cannot be read. Units by commas.";
        QTest::newRow("comma") << rate << "0,5"
                               << "learning-rate: “0,5” is not a number; write one from 0.0001 to 10.";
        const Parameter k = Parameter::integer("k", "k", 4, 1, 10);
        QTest::newRow("half a cluster") << k << "2.5"
                                        << "k: 2.5 is not a whole number; write one from 1 to 10.";
        const Parameter on = Parameter::toggle("snap", "Snap", true);
        QTest::newRow("yes") << on << "yes"
                             << "snap: “yes” is neither true nor false.";
        const Parameter method =
            Parameter::choice("method", "Method", "plain", {{"plain", ""}, {"momentum", ""}});
        QTest::newRow("unknown choice")
            << method << "momentun"
            << "method: there is no choice “momentun”; did you mean “momentum”? (plain, momentum)";
        const Parameter start = Parameter::pointOf("start", "Start", {}, -5, 5);
        QTest::newRow("half a point") << start << "1"
                                      << "start: “1” is not a point; write two numbers as x,y.";
        const Parameter centres =
            Parameter::rowsOf("centres", "Centres", {}, {{"x", "x", false, -9, 9}, {"y", "y", false, -9, 9}});
        QTest::newRow("ragged rows") << centres << "1,2;3"
                                     << "centres: row 2 has 1 values where 2 belong.";
        QTest::newRow("cell out of range") << centres << "1,20"
                                           << "centres row 1, y: 20 is out of range; it goes from -9 to 9.";
        const Parameter step = Parameter::timeline(0, 100, true);
        QTest::newRow("quarter step")
            << step << "1.25"
            << "step: 1.25 is between half-steps; write a whole number or one that ends in .5.";
    }

    void complaints()
    {
        QFETCH(Parameter, parameter);
        QFETCH(QString, encoded);
        QFETCH(QString, says);
        QString complaint;
        QVERIFY(!decodeValue(parameter, encoded, &complaint));
        QCOMPARE(complaint, says);
    }

    void endIsAStep()
    {
        QString complaint;
        QVERIFY(*decodeValue(Parameter::timeline(0, 100, false), QStringLiteral("end"), &complaint)
            == Value(endStep));
    }
};

TANGENT_TEST(LinkTest)
#include "link_test.moc"
