// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experiment/experiment.h"
#include "tests/support/test_program.h"
#include "tests/topics/models/gini_split_probe.h"
#include "widgets/views/number_target.h"

using namespace tangent;
using namespace tangent::tests;
using namespace tangent::tests::gini;

namespace {

QString openFile(const char* name, const char* csv)
{
    return DataCatalogue::shared().addFile(QLatin1String(name), csv)->name;
}

Probe computed(const Request& request)
{
    const Lab& lab = *findLab(request.topic);
    Probe made;
    made.state = settle(lab, request, DataCatalogue::shared());
    Stages stages;
    made.scene = computeScene(lab, made.state, stages);
    return made;
}

/// A click as the program carries it out, with all that it writes.
Probe afterClick(const Probe& before, const Target& target)
{
    Experiment experiment(DataCatalogue::shared());
    experiment.open(*findLab(QStringLiteral("gini-split")), Request(before.state.state));
    experiment.apply(writeButton(target, false));
    return computed(Request(experiment.state()));
}

const Diagram::Node& nodeCalled(const Probe& found, const QString& id)
{
    static const Diagram::Node none;
    for (const Diagram::Node& node : treeOf(found).nodes) {
        if (node.id == id)
            return node;
    }
    return none;
}

} // namespace

/// What a hand does in the lab: features, splits, counts; and what cannot be done is said.
class GiniSplitHandTest : public QObject {
    Q_OBJECT

private slots:
    void thresholdOfAFeature_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("feature");
        QTest::newRow("body mass") << "feature=body-mass"
                                   << "body-mass";
        QTest::newRow("iris") << "data=iris"
                              << "sepal-length";
        QTest::newRow("xor") << "data=xor"
                             << "x";
    }

    void thresholdOfAFeature()
    {
        QFETCH(QString, query);
        QFETCH(QString, feature);
        const Probe found = at(query);
        const Sheet sheet = sheetOf(found);
        QCOMPARE(found.state.choice("feature"), feature);
        const std::vector<double> middles = midpoints(sheet.values[size_t(sheet.features.indexOf(feature))]);
        COMPARE_NEAR(number(found.scene.resolved.value(QStringLiteral("threshold"))),
            middles[(middles.size() - 1) / 2], 1e-12);
    }

    void anotherFeatureBringsItsOwnThreshold()
    {
        const Probe before = at("threshold=206.5");
        const auto& table = std::get<TableFigure>(before.scene.figure(QStringLiteral("features"))->content);
        const Target& massLine = table.lines[3].target;
        QCOMPARE(massLine.value, Value(QStringLiteral("body-mass")));
        const Parameter* flipper = findParameter(before.state.parameters, QStringLiteral("threshold"));
        const Parameter* mass = nullptr;
        const Probe after = clicked(before, massLine);
        mass = findParameter(after.state.parameters, QStringLiteral("threshold"));
        QVERIFY(!(flipper->defaultValue == mass->defaultValue)); // so the hand's 206.5 is given up
        QVERIFY(table.lines[2].current && !table.lines[3].current);
        QCOMPARE(table.lines[2].items[1].target.value, Value(206.5));
    }

    /// One click takes the split and opens the side with more left to ask, which has a threshold of its own.
    void aSplitIsTakenOpenedAndUndone()
    {
        const Probe before = at("threshold=206.5");
        const Diagram::Node* proposal = nodeSaying(before, QStringLiteral("take this split"));
        QVERIFY(proposal && proposal->open);
        const Probe taken = afterClick(before, proposal->target);
        QCOMPARE(taken.state.rowsOf("splits"),
            (Rows{{QStringLiteral("root"), QStringLiteral("flipper-length"), 206.5}}));
        QCOMPARE(taken.state.choice("node"), QStringLiteral("L")); // 213 rows with Gini 0.42, 129 with 0.10
        QCOMPARE(taken["rows-left"] + taken["rows-right"], 213.0);
        QVERIFY(taken["rows-left"] > 0 && taken["rows-right"] > 0);
        QCOMPARE(treeOf(taken).nodes.size(), size_t(5));
        const Probe between = at(inLeftNode + "&feature=bill-length&threshold=43.35");
        const Diagram::Node* next = nodeSaying(between, QStringLiteral("take this split"));
        QVERIFY(next);
        const Probe deeper = afterClick(between, next->target);
        QCOMPARE(deeper.state.rowsOf("splits").size(), size_t(2));
        QCOMPARE(deeper.state.choice("node").size(), qsizetype(2));
        const Probe atRoot = afterClick(deeper, nodeCalled(deeper, "root").target);
        QCOMPARE(atRoot.state.choice("node"), QStringLiteral("root"));
        const Diagram::Node* undo = nodeSaying(atRoot, QStringLiteral("undo this split"));
        QVERIFY(undo);
        QVERIFY(afterClick(atRoot, undo->target).state.rowsOf("splits").empty());
    }

    void theMoreMixedSideIsOpened_data()
    {
        QTest::addColumn<QString>("query");
        // Setosa alone on the left, two classes on the right; and the other way round.
        QTest::newRow("right") << "data=iris&feature=petal-length&threshold=2.45";
        QTest::newRow("left") << "data=iris&feature=petal-length&threshold=5.15";
        QTest::newRow("by entropy") << "threshold=200&criterion=entropy";
        QTest::newRow("few rows, much mixed") << "threshold=225";
    }

    /// By counting: the side opened is the one that adds more to the sum.
    void theMoreMixedSideIsOpened()
    {
        QFETCH(QString, query);
        const Probe found = at(query);
        const QString criterion = found.state.choice("criterion");
        const Sheet sheet = sheetOf(found);
        const size_t feature = size_t(sheet.features.indexOf(found.state.choice("feature")));
        Counts left, right;
        for (size_t row = 0; row < sheet.labels.size(); ++row)
            ++(sheet.values[feature][row] <= found.state.real("threshold") ? left : right)[sheet.labels[row]];
        const bool goesLeft =
            total(left) * impurityOf(left, criterion) > total(right) * impurityOf(right, criterion);
        const Probe taken = afterClick(found, nodeSaying(found, QStringLiteral("take this split"))->target);
        QCOMPARE(taken.state.choice("node"), goesLeft ? QStringLiteral("L") : QStringLiteral("R"));
    }

    /// Nothing is left to ask of either side: the node stays open, and the split can be undone at once.
    void aPerfectSplitOpensNothing()
    {
        Request request;
        request.topic = QStringLiteral("gini-split");
        request.values[QStringLiteral("data")] = openFile("perfect.csv", "a,kind\n1,x\n2,x\n3,y\n4,y\n");
        request.values[QStringLiteral("label")] = QStringList{QStringLiteral("kind")};
        request.values[QStringLiteral("threshold")] = 2.5;
        const Probe found = computed(request);
        QCOMPARE(found["gini-weighted"], 0.0);
        const Probe taken = afterClick(found, nodeSaying(found, QStringLiteral("take this split"))->target);
        QCOMPARE(taken.state.choice("node"), QStringLiteral("root"));
        QVERIFY(nodeSaying(taken, QStringLiteral("undo this split")));
    }

    void anUndoneSplitTakesThoseBelowWithIt()
    {
        const QString three =
            "splits=root,flipper-length,206.5;L,bill-length,43.35;LL,body-mass,4000;R,bill-depth,17.65";
        const Probe found = at(three + "&node=L");
        QCOMPARE(treeOf(found).nodes.size(), size_t(9));
        const Probe without = clicked(found, nodeSaying(found, QStringLiteral("undo this split"))->target);
        const Rows& left = without.state.rowsOf("splits");
        QCOMPARE(left.size(), size_t(2));
        QCOMPARE(cellText(left[0][0]), QStringLiteral("root"));
        QCOMPARE(cellText(left[1][0]), QStringLiteral("R"));
        QVERIFY(without.scene.diagnostics.empty());
    }

    void aNodeHasItsOwnThreshold()
    {
        const Probe found = at(inLeftNode);
        const Sheet sheet = sheetOf(found, [](const std::vector<double>& row) { return row[2] <= 206.5; });
        const std::vector<double> middles = midpoints(sheet.values[2]);
        COMPARE_NEAR(found.state.real("threshold"), middles[(middles.size() - 1) / 2], 1e-12);
    }

    void onlyOneFeatureMeetsTheChallenge()
    {
        const auto met = [](const Probe& found) {
            return found["gini-weighted"] <= 0.10 && found.state.choice("node") == QLatin1String("L");
        };
        QVERIFY(!met(at({})));
        QVERIFY(!met(at(inLeftNode)));
        QVERIFY(met(at(inLeftNode + "&feature=bill-length&threshold=43.35")));
        const Probe start = at(inLeftNode);
        const DataTable* table = start.scene.table(QStringLiteral("best-splits"));
        int meeting = 0;
        for (const auto& row : table->rows)
            meeting += cellNumber(row[2]) <= 0.10 ? 1 : 0;
        QCOMPARE(meeting, 1);
    }

    void aTieIsShownWithItsRule()
    {
        const Probe found = at("data=iris&feature=petal-width&threshold=0.8");
        QCOMPARE(found.words("best-feature"), QStringLiteral("petal-length"));
        QVERIFY(found.scene.readout(QStringLiteral("best-feature"))
                    ->note.contains(QStringLiteral("petal-width")));
        QVERIFY(found.scene.narration.contains(QStringLiteral("A tie")));
        const auto& table = std::get<TableFigure>(found.scene.figure(QStringLiteral("features"))->content);
        QStringList tied;
        for (const auto& line : table.lines) {
            if (line.items[3].text.startsWith(QStringLiteral("tie")))
                tied << line.items[0].text;
        }
        QCOMPARE(tied, (QStringList{"petal-length", "petal-width"}));
        const Probe plain = at({});
        for (const auto& line :
            std::get<TableFigure>(plain.scene.figure(QStringLiteral("features"))->content).lines)
            QVERIFY(!line.items[3].text.startsWith(QStringLiteral("tie")));
    }

    void shufflingDealsOutTheSameLabels()
    {
        const Probe plain = at({});
        const Probe shuffled = at("shuffle=true&seed=3");
        COMPARE_NEAR(shuffled["gini-parent"], plain["gini-parent"], 1e-15);
        QVERIFY(shuffled["best-gain"] > 0 && shuffled["best-gain"] < 0.03);
        QVERIFY(at("shuffle=true&seed=4")["gini-weighted"] != shuffled["gini-weighted"]);
        QVERIFY(shuffled.scene.narration.contains(QStringLiteral("noise")));
    }

    void countsCanBeTyped()
    {
        const Probe found = at("source=counts");
        const auto& matrix = std::get<Matrix>(found.scene.figure(QStringLiteral("counts"))->content);
        QCOMPARE(matrix.items.size(), size_t(4));
        QCOMPARE(matrix.items[3].target.key, QStringLiteral("counts"));
        QCOMPARE(matrix.items[3].target.row, 1);
        QCOMPARE(matrix.items[3].target.column, 1);
        QVERIFY(found.isUndefined("best-gain") && found.isUndefined("best-feature"));
        QVERIFY(at("source=counts&counts=0,0;0,0").isUndefined("gini-parent"));
        QVERIFY(!at("source=counts&counts=1.5,0;0,0").state.complaints.empty());
    }

    void whatCannotBeIsSaid_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no such column") << "splits=root,beak,3"
                                        << "no feature";
        QTest::newRow("no such node") << "splits=LL,body-mass,4000"
                                      << "no split made";
        QTest::newRow("no name of a node") << "splits=left,body-mass,4000"
                                           << "is no node";
        QTest::newRow("twice") << "splits=root,body-mass,4000;root,body-mass,5000"
                               << "split already";
        QTest::newRow("an empty side") << "splits=root,body-mass,9000"
                                       << "empty";
        QTest::newRow("a node that was refused") << "splits=root,body-mass,9000&node=L"
                                                 << "nearest one above";
    }

    void whatCannotBeIsSaid()
    {
        QFETCH(QString, query);
        QFETCH(QString, sentence);
        const Probe found = at(query);
        const bool said = std::any_of(found.scene.diagnostics.begin(), found.scene.diagnostics.end(),
            [&](const Diagnostic& diagnostic) { return diagnostic.sentence.contains(sentence); });
        QVERIFY(said);
        QCOMPARE(found["rows-left"] + found["rows-right"], 342.0);
    }

    void degenerateTables_data()
    {
        QTest::addColumn<QString>("data");
        QTest::newRow("constant") << openFile("constant.csv", "a,b,kind\n1,2,x\n1,2,y\n1,2,x\n");
        QTest::newRow("one class") << openFile("one.csv", "a,kind\n1,x\n2,x\n3,x\n");
        QTest::newRow("one row") << openFile("row.csv", "a,kind\n1,x\n");
        QTest::newRow("nothing complete") << openFile("gaps.csv", "a,b,kind\n1,,x\n,2,y\n");
    }

    void degenerateTables()
    {
        QFETCH(QString, data);
        Request request;
        request.topic = QStringLiteral("gini-split");
        request.values[QStringLiteral("data")] = data;
        request.values[QStringLiteral("label")] = QStringList{QStringLiteral("kind")};
        const Probe found = computed(request);
        QVERIFY(found.state.complaints.empty());
        QVERIFY(!found.scene.figures.empty());
        QCOMPARE(found.scene.readouts.size(), at({}).scene.readouts.size());
        for (const Readout& readout : found.scene.readouts)
            QVERIFY(readout.number() ? std::isfinite(*readout.number()) : !readout.key.isEmpty());
        for (const Readout& readout : found.scene.readouts)
            QVERIFY(!std::holds_alternative<std::monostate>(readout.value) || !readout.note.isEmpty());
        QVERIFY(!found.scene.narration.isEmpty());
    }
};

TANGENT_TEST(GiniSplitHandTest)
#include "gini_split_hand_test.moc"
