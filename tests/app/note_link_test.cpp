// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/live_link.h"
#include "app/note/live_number.h"

#include "tests/support/test_program.h"

#include <QLocale>

#include <limits>

using namespace tangent;

class NoteLinkTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void kinds()
    {
        QString complaint;
        const auto read = [&](const char* href) {
            return parseLiveLink(QString::fromUtf8(href), &complaint).value_or(LiveLink());
        };
        QCOMPARE(read("lab:?k=2&data=faithful").query, QStringLiteral("k=2&data=faithful"));
        QVERIFY(!read("lab:?k=2").fromDefaults);
        QVERIFY(read("lab:=?k=2").fromDefaults);
        QCOMPARE(read("lab:=?k=2").query, QStringLiteral("k=2"));
        QVERIFY(read("lab:=").fromDefaults);
        QCOMPARE(read("drag:data.noise").key, QStringLiteral("data.noise"));
        QCOMPARE(read("drag:k").kind, LiveLink::Kind::Drag);
        QCOMPARE(read("show:inertia-over-best").kind, LiveLink::Kind::Show);
        QCOMPARE(read("tangent:pca?angle=3").kind, LiveLink::Kind::Topic);
        QCOMPARE(read("tangent:pca?angle=3").address, QStringLiteral("tangent:pca?angle=3"));
        QCOMPARE(read("https://example.org/a?b").kind, LiveLink::Kind::Web);
        QCOMPARE(int(read("goal:a>=1&a<=2&b=c").goal.conditions.size()), 3);
        QVERIFY(complaint.isEmpty());
    }

    void refused_data()
    {
        QTest::addColumn<QString>("href");
        for (const char* href :
            {"", "k-means", "lab:k=2", "lab:?", "lab:?k", "lab:?k=1&k=2", "drag:", "drag:Rate", "show:a b",
                "goal:", "goal:k>2", "goal:k>=x", "goal:k=", "goal:a>=1&", "tangent:", "tangent:PCA",
                "tangent:pca?x", "file:///etc/passwd", "javascript:alert(1)", "http:x", "mailto:a@b"})
            QTest::newRow(href) << QString::fromUtf8(href);
    }
    void refused()
    {
        QFETCH(QString, href);
        QString complaint;
        QVERIFY(!parseLiveLink(href, &complaint));
        QVERIFY(!complaint.isEmpty());
    }

    void conditions_data()
    {
        QTest::addColumn<QString>("goal");
        QTest::addColumn<bool>("met");
        const auto row = [](const char* goal, bool met) {
            QTest::newRow(goal) << QString::fromUtf8(goal) << met;
        };
        row("precision>=0.5", true); // 0.5 itself
        row("precision<=0.5", true);
        row("precision>=0.51", false);
        row("precision>=0.5&rate=0.3", true); // 0.1 + 0.2
        row("precision>=0.5&rate=0.31", false);
        row("undefined>=0", false);
        row("undefined<=0", false);
        row("unknown=0", false);
        row("status=converged", true);
        row("status=diverging", false);
        row("status>=0", false);
        row("method=k-means%2B%2B", true);
        row("snap=false", true);
        row("snap=true", false);
        row("start=-4,1", true);
        row("start=-4,2", false);
        row("splits=root,flipper-length,206.5", true);
        row("step=end", true);
        row("step=6", true); // the timeline stands there
        row("step=5", false);
        row("automatic=0.75", true); // the lab decided
        row("both=1", true);         // the readout, not the parameter
        row("both=2", false);
    }
    void conditions()
    {
        QFETCH(QString, goal);
        QFETCH(bool, met);
        Scene scene;
        const auto readout = [&](const char* key, std::variant<std::monostate, double, QString> value) {
            Readout made;
            made.key = QLatin1String(key);
            made.value = std::move(value);
            scene.readouts.push_back(made);
        };
        readout("precision", 0.5);
        readout("undefined", std::monostate());
        readout("nan", std::numeric_limits<double>::quiet_NaN());
        readout("status", QStringLiteral("converged"));
        readout("both", 1.0);
        scene.resolved[QStringLiteral("automatic")] = 0.75;
        scene.timeline = Timeline();
        scene.timeline->at = scene.timeline->last = 6;
        const Values values{{"rate", 0.1 + 0.2}, {"method", QStringLiteral("k-means++")}, {"snap", false},
            {"start", QPointF(-4, 1)},
            {"splits", Rows{{QStringLiteral("root"), QStringLiteral("flipper-length"), 206.5}}},
            {"step", endStep}, {"automatic", Value()}, {"both", 2.0}};
        QString complaint;
        const auto parsed = parseGoal(goal, &complaint);
        QVERIFY2(parsed, qPrintable(complaint));
        QCOMPARE(holds(*parsed, lookupIn(scene, values)), met);
    }

    void lastStepIsTheEnd()
    {
        Scene scene;
        scene.timeline = Timeline();
        scene.timeline->last = 6;
        QString complaint;
        const Goal goal = *parseGoal(QStringLiteral("step=end"), &complaint);
        QVERIFY(holds(goal, lookupIn(scene, {{"step", 6.0}})));
        QVERIFY(!holds(goal, lookupIn(scene, {{"step", 5.5}})));
    }

    void anEmptyGoalIsNeverMet()
    {
        QVERIFY(!holds(Goal(), [](const QString&) { return Value(); }));
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("number"); // empty: no number
        QTest::addColumn<bool>("percent");
        const auto row = [](const char* text, const char* number, bool percent = false) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(number) << percent;
        };
        row("0.42", "0.42");
        row("k = 4", "4");
        row("−0.8", "−0.8");
        row("-3", "-3");
        row("about 1e-4 or so", "1e-4");
        row("80.7 %", "80.7", true);
        row("80%", "80", true);
        row("12,000", "12,000");
        row("–", "–");
        row("converged", "");
        row("F1", "");
        row("PC1 is 0.9", "0.9");
    }
    void numbers()
    {
        QFETCH(QString, text);
        QFETCH(QString, number);
        QFETCH(bool, percent);
        const NumberPlace place = findNumber(text);
        QCOMPARE(place.isNumber, !number.isEmpty());
        QCOMPARE(text.mid(place.begin, place.length), number.isEmpty() ? text : number);
        QCOMPARE(place.isPercent, percent);
    }

    void shownTexts()
    {
        Readout readout;
        readout.value = 0.8064;
        QCOMPARE(shownReadout(readout, findNumber(QStringLiteral("0.8"))), QStringLiteral("0.8064"));
        QCOMPARE(shownReadout(readout, findNumber(QStringLiteral("81 %"))), QStringLiteral("80.6"));
        readout.decimals = 2;
        QCOMPARE(shownReadout(readout, {}), QStringLiteral("0.81"));
        readout.value = QStringLiteral("diverging");
        QCOMPARE(shownReadout(readout, {}), QStringLiteral("diverging"));
        readout.value = std::monostate();
        QCOMPARE(shownReadout(readout, {}), QStringLiteral("–"));
        const Parameter rate = Parameter::real("rate", "Rate", 0.18, 1e-4, 10);
        QCOMPARE(shownParameter(rate, 0.18, {}), QStringLiteral("0.18"));
        QCOMPARE(shownParameter(rate, 10.0, {}), QStringLiteral("10"));
        QCOMPARE(shownParameter(rate, 0.25, findNumber(QStringLiteral("10 %"))), QStringLiteral("25"));
        QCOMPARE(shownParameter(rate, Value(), {}), QString());
        const Parameter method = Parameter::choice("method", "Method", "plain", {{"plain", "Plain descent"}});
        QCOMPARE(shownParameter(method, QStringLiteral("plain"), {}), QStringLiteral("Plain descent"));
    }
};

TANGENT_TEST(NoteLinkTest)
#include "note_link_test.moc"
