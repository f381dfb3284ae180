// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/compute.h"
#include "app/lab/data/catalogue.h"
#include "app/lab/data/columns.h"
#include "app/lab/data/csv.h"
#include "app/lab/data/patch_edit.h"
#include "app/lab/data/point_set.h"
#include "app/lab/data/retype.h"
#include "app/lab/data/row_sample.h"
#include "app/lab/settle.h"
#include "app/lab/state_json.h"
#include "tests/support/test_program.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace tangent;

namespace {

/// A lab that holds 50 rows in a frame.
class ShortLab final : public Lab {
public:
    LabInfo info() const override
    {
        return {QStringLiteral("short"), QStringLiteral("Short"), QStringLiteral("data"), {1}, Speed::Instant,
            {}, 50};
    }
    QString defaultData(const Values&) const override { return QStringLiteral("faithful"); }
    std::vector<RoleSpec> roles(const Values&) const override
    {
        RoleSpec features;
        features.name = QStringLiteral("features");
        features.many = true;
        return {features};
    }
    Parameters parameters(const DeclarationContext&) const override { return {}; }
    std::vector<Preset> presets() const override { return {}; }
    Scene compute(const Settled& state, Stages&, const Progress&) const override
    {
        Scene scene;
        scene.dataLine = state.table->title;
        return scene;
    }
};

Settled settled(const QString& query, DataCatalogue& catalogue)
{
    Request request;
    request.topic = QStringLiteral("short");
    readQuery(query, &request);
    return settle(ShortLab(), request, catalogue);
}

QByteArray mixed()
{
    return "when,size,code,word\n2026-01-31,1.5,1,2\n2026-02-01,2.5,2,b\n,3.5,1,7\n";
}

} // namespace

/// The types, the patch and the sample that a state makes of its table.
class TableVersionsTest : public QObject {
    Q_OBJECT

private slots:
    void typesFoundCanBeCorrected()
    {
        DataCatalogue catalogue;
        const TablePointer table = catalogue.addFile("a.csv", mixed());
        using Type = Column::Type;
        QCOMPARE(table->columns[0].type, Type::Date);
        QCOMPARE(table->columns[3].type, Type::Category);
        int lost = 0;
        const Column numbers = retyped(table->columns[3], Type::Number, &lost);
        QCOMPARE(lost, 1);
        QCOMPARE(numbers.numbers[0], 2.0);
        QVERIFY(numbers.isMissing(1));
        QCOMPARE(retyped(table->columns[1], Type::Category).levels, QStringList({"1.5", "2.5", "3.5"}));
        const Column words = retyped(table->columns[0], Type::Text);
        QCOMPARE(words.text(0), QString("2026-01-31"));
        QVERIFY(words.isMissing(2));
        QCOMPARE(retyped(words, Type::Date).numbers[1], table->columns[0].numbers[1]);
        QStringList notes;
        withTypes(table, {{"word", Type::Number}}, &notes);
        QCOMPARE(notes.size(), 1);
        QVERIFY2(notes[0].contains("hold no numbers") && notes[0].endsWith(": 1."), qPrintable(notes[0]));
        QCOMPARE(withTypes(table, {{"size", Type::Number}}), table);
    }

    void anEmptyColumnIsMissingUntilItIsFilledIn()
    {
        using Type = Column::Type;
        DataCatalogue catalogue;
        const TablePointer table = catalogue.addFile("gap.csv", "a,b,c\n1,,x\n2,NA,y\n3,?,x\n");
        QCOMPARE(table->columns[1].type, Type::Missing);
        QVERIFY(table->columns[1].isMissing(0) && table->columns[1].text(2).isEmpty());
        const QString data = "data=" + table->name;
        // It serves in no role, and a lab says so.
        QCOMPARE(settled(data, catalogue).columns("features"), QStringList("a"));
        const Settled pointed = settled(data + "&features=b", catalogue);
        QCOMPARE(pointed.complaints.size(), size_t(1));
        QVERIFY2(pointed.complaints[0].sentence.contains("“b” holds no value at all"),
            qPrintable(pointed.complaints[0].sentence));
        QCOMPARE(pointed.columns("features"), QStringList("a"));
        // Another type, and back.
        const Settled numbers = settled(data + "&types=b:number", catalogue);
        QVERIFY(numbers.complaints.empty());
        QCOMPARE(numbers.table->columns[1].type, Type::Number);
        QCOMPARE(numbers.columns("features"), QStringList({"a", "b"}));
        QCOMPARE(retyped(numbers.table->columns[1], Type::Missing), table->columns[1]);
        QVERIFY(!settled(data + "&types=b:missing", catalogue).state.values.contains("types"));
        // A column that is left out.
        QStringList notes;
        const TablePointer without = withTypes(table, {{"a", Type::Missing}}, &notes);
        QCOMPARE(without->columns[0].type, Type::Missing);
        QVERIFY(without->columns[0].isMissing(1));
        QVERIFY2(notes.size() == 1 && notes[0].endsWith(": 3."), qPrintable(notes.join(' ')));
        QCOMPARE(withTypes(table, {{"c", Type::Missing}})->label, QString());
        const Settled left = settled(data + "&types=a:missing,b:number", catalogue);
        QCOMPARE(left.columns("features"), QStringList("b"));
        QVERIFY(writeLink(left).contains("types=a:missing,b:number"));
        // What is written into it gives it a type.
        const auto filled = [&](const QString& patch) {
            return settled(data + "&patch=" + patch, catalogue).whole->columns[1];
        };
        QCOMPARE(filled("2:b=4.5").type, Type::Number);
        QCOMPARE(filled("2:b=4.5").numbers[1], 4.5);
        QVERIFY(filled("2:b=4.5").isMissing(0));
        QCOMPARE(filled("2:b=four").type, Type::Category);
        QCOMPARE(filled("2:b=four").text(1), QString("four"));
        QCOMPARE(filled("1:a=9").type, Type::Missing);
        // A state file carries it.
        DataCatalogue elsewhere;
        QString complaint;
        const auto request = readStateFile(writeStateFile(settled(data, catalogue)), elsewhere, &complaint);
        QCOMPARE(settle(ShortLab(), *request, elsewhere).original->columns, table->columns);
    }

    void typesTravelInLinksAndFiles()
    {
        DataCatalogue catalogue;
        const QString name = catalogue.addFile("a.csv", mixed())->name;
        const QString query = "data=" + name + "&types=code:category,size:number";
        const Settled state = settled(query, catalogue);
        QVERIFY(state.complaints.empty());
        QCOMPARE(state.table->find("code")->type, Column::Type::Category);
        QCOMPARE(state.original->find("code")->type, Column::Type::Number);
        QCOMPARE(state.columns("features"), QStringList("size"));
        // What the column has anyway is not written.
        QVERIFY2(writeLink(state).endsWith("types=code:category"), qPrintable(writeLink(state)));
        const auto again = readLink(writeLink(state), nullptr);
        QCOMPARE(settle(ShortLab(), *again, catalogue).state, state.state);
        // The same question gives the same table.
        QCOMPARE(settled(query, catalogue).table, state.table);

        DataCatalogue elsewhere;
        QString complaint;
        const auto fromFile = readStateFile(writeStateFile(state), elsewhere, &complaint);
        QVERIFY2(fromFile, qPrintable(complaint));
        const Settled opened = settle(ShortLab(), *fromFile, elsewhere);
        QCOMPARE(opened.table->columns, state.table->columns);
        QVERIFY(opened.complaints.empty());
    }

    void typesThatAreNone_data()
    {
        QTest::addColumn<QString>("types");
        QTest::addColumn<QString>("said");
        QTest::newRow("no such column") << "cod:number"
                                        << "did you mean “code”";
        QTest::newRow("no such type") << "code:colour"
                                      << "number, category, date, text, missing";
        QTest::newRow("no colon") << "code"
                                  << "COLUMN:TYPE";
    }
    void typesThatAreNone()
    {
        QFETCH(QString, types);
        QFETCH(QString, said);
        DataCatalogue catalogue;
        const QString name = catalogue.addFile("a.csv", mixed())->name;
        const Settled state = settled("data=" + name + "&types=" + types, catalogue);
        QCOMPARE(state.complaints.size(), size_t(1));
        QVERIFY2(state.complaints[0].sentence.contains(said), qPrintable(state.complaints[0].sentence));
        QVERIFY(!state.state.values.contains("types"));
        QCOMPARE(state.table, state.original);
    }

    void patchesLieOverTheTypes()
    {
        DataCatalogue catalogue;
        const QString name = catalogue.addFile("a.csv", mixed())->name;
        const Settled state = settled("data=" + name + "&types=code:text&patch=2:code%3Dhello", catalogue);
        QVERIFY(state.complaints.empty());
        QCOMPARE(state.table->find("code")->text(1), QString("hello"));
        const Settled refused = settled("data=" + name + "&patch=2:code%3Dhello", catalogue);
        QCOMPARE(refused.table->find("code")->text(1), QString("2"));
    }

    void longTablesAreSampledAndSaySo()
    {
        DataCatalogue& catalogue = DataCatalogue::shared();
        const Settled state = settled({}, catalogue);
        QCOMPARE(state.whole->rowCount(), 272);
        QCOMPARE(state.table->rowCount(), 50);
        QVERIFY(state.isSampled());
        for (int row = 0; row < 50; ++row) {
            const int whole = state.whole->rowWithId(state.table->rowIds[size_t(row)]);
            QCOMPARE(
                state.table->columns[0].numbers[size_t(row)], state.whole->columns[0].numbers[size_t(whole)]);
        }
        Stages stages;
        QVERIFY(computeScene(ShortLab(), state, stages).dataLine.endsWith("(50 of 272 rows)"));

        const Settled other = settled("sample-seed=2", catalogue);
        QVERIFY(other.table->rowIds != state.table->rowIds);
        QCOMPARE(settled("sample-seed=2", catalogue).table, other.table);
        const Settled all = settled("all-rows=true", catalogue);
        QCOMPARE(all.table, all.whole);
        QVERIFY(computeScene(ShortLab(), all, stages).dataLine == all.table->title);
        QCOMPARE(writeLink(all), QString("tangent:short?all-rows=true"));
        QVERIFY(findParameter(all.parameters, "all-rows"));
    }

    void shortTablesHaveNoSwitch()
    {
        DataCatalogue catalogue;
        const QString name = catalogue.addFile("a.csv", mixed())->name;
        const Settled state = settled("data=" + name + "&all-rows=true", catalogue);
        QVERIFY(state.complaints.empty());
        QVERIFY(!state.isSampled());
        QVERIFY(!findParameter(state.parameters, "all-rows"));
    }

    void everyRowIsAsLikelyInASample()
    {
        Table table;
        table.rowIds = rowIdsUpTo(100);
        table.columns.push_back(numberColumn("x", std::vector<double>(100, 1.0)));
        const auto whole = std::make_shared<const Table>(table);
        std::vector<int> drawn(100, 0);
        constexpr int draws = 4000;
        for (int seed = 1; seed <= draws; ++seed) {
            const TablePointer sample = sampledRows(whole, 10, quint64(seed));
            QCOMPARE(sample->rowCount(), 10);
            for (const int id : sample->rowIds)
                ++drawn[size_t(id - 1)];
        }
        // Binomial: 400 expected, standard deviation 19; 4.5 of them for the worst of a hundred rows.
        for (const int count : drawn)
            QVERIFY2(std::abs(count - 400) < 4.5 * 19, qPrintable(QString::number(count)));
    }

    void aSampleStaysWhenOtherRowsGo()
    {
        Table table;
        table.rowIds = rowIdsUpTo(30'000);
        std::vector<double> values(30'000);
        for (size_t row = 0; row < values.size(); ++row)
            values[row] = double(row);
        table.columns = {numberColumn("x", values)};
        const auto whole = std::make_shared<const Table>(table);
        const TablePointer before = sampledRows(whole, 200, 1);
        const std::vector<int> drawn = before->rowIds;
        // Two of the drawn rows go, one is changed, and so is one that was not drawn.
        Patch patch;
        QVERIFY(removeRow(&patch, *whole, drawn[10]));
        QVERIFY(removeRow(&patch, *whole, drawn[150]));
        QVERIFY(setCell(&patch, *whole, drawn[20], "x", "-7"));
        const int other = drawn[3] + 1;
        QVERIFY(!std::binary_search(drawn.begin(), drawn.end(), other));
        QVERIFY(removeRow(&patch, *whole, other));
        const TablePointer patched = applyPatch(whole, patch);
        const TablePointer after = sampledRows(patched, 200, 1);
        QCOMPARE(after->rowCount(), 200);
        const std::vector<int> now = after->rowIds;
        QVERIFY(std::is_sorted(now.begin(), now.end()));
        std::vector<int> stayed;
        std::set_intersection(drawn.begin(), drawn.end(), now.begin(), now.end(), std::back_inserter(stayed));
        QCOMPARE(stayed.size(), size_t(198));
        for (int row = 0; row < 200; ++row) {
            const int id = after->rowIds[size_t(row)];
            QCOMPARE(after->columns[0].numbers[size_t(row)], id == drawn[20] ? -7.0 : id - 1.0);
        }
        // Drawn from the finished version it is the same sample.
        auto finished = std::make_shared<Table>(*patched);
        finished->edits = nullptr;
        QCOMPARE(*sampledRows(finished, 200, 1), *after);
        // When more rows go than were held in reserve, too; and added rows are drawn like the others.
        for (int i = 0; i < 28'000; ++i)
            removeRow(&patch, *whole, i + 1);
        for (int i = 0; i < 2000; ++i)
            addRow(&patch, *whole, {"5"});
        const TablePointer mixed = applyPatch(whole, patch);
        const TablePointer few = sampledRows(mixed, 1000, 1);
        auto mixedFinished = std::make_shared<Table>(*mixed);
        mixedFinished->edits = nullptr;
        QCOMPARE(*sampledRows(mixedFinished, 1000, 1), *few);
        const std::vector<int> ids = few->rowIds;
        const auto added = ids.end() - std::upper_bound(ids.begin(), ids.end(), 30'000);
        QVERIFY2(added > 400 && added < 600, qPrintable(QString::number(added)));
    }

    void samplesOfFilesKeepTheirRowsInStateFiles()
    {
        QByteArray file = "x,y\n";
        for (int i = 1; i <= 500; ++i)
            file += QByteArray::number(i) + ",1\n";
        CsvOptions options;
        options.fileName = "long.csv";
        options.sampleRows = 20;
        DataCatalogue catalogue;
        const TablePointer sample = readCsv(file, options).table;
        catalogue.addTable(sample);
        const int id = sample->rowIds[7];
        Request request;
        request.topic = "short";
        request.values["data"] = sample->name;
        request.values["patch"] = QString(QString::number(id) + ":x%3D-1");
        const Settled state = settle(ShortLab(), request, catalogue);
        QCOMPARE(state.table->columns[0].numbers[7], -1.0);
        DataCatalogue elsewhere;
        QString complaint;
        const Settled opened =
            settle(ShortLab(), *readStateFile(writeStateFile(state), elsewhere, &complaint), elsewhere);
        QCOMPARE(opened.table->rowIds, state.table->rowIds);
        QCOMPARE(opened.table->columns, state.table->columns);
    }

    void longTablesComeBackFromAStateFileAsTheyWere()
    {
        QByteArray file = "x,\"a \"\"word\"\"\",day,nothing\n";
        const QByteArrayList words{"\"so \"\"called\"\"\"", "größer", "NA", "\"a,b\"", "back\\slash"};
        for (int i = 0; i < 3000; ++i)
            file += QByteArray::number(0.1 * i, 'g', 17) + ',' + words[i % 5] + ",2026-01-0"
                + QByteArray::number(1 + i % 9) + ",\n";
        DataCatalogue catalogue;
        const TablePointer table = catalogue.addFile("long.csv", file);
        const Settled state = settled("data=" + table->name, catalogue);
        const QByteArray bytes = writeStateFile(state);
        QVERIFY(!bytes.contains("\n ")); // long tables are not indented
        DataCatalogue elsewhere;
        QString complaint;
        const auto request = readStateFile(bytes, elsewhere, &complaint);
        QVERIFY2(request, qPrintable(complaint));
        const Settled opened = settle(ShortLab(), *request, elsewhere);
        QCOMPARE(opened.original->columns, table->columns);
        QCOMPARE(opened.original->columns[1].name, QString("a \"word\""));
    }

    void tablesTooLongForAStateFileAreNamedOnly()
    {
        Table table;
        table.name = "file:huge@0";
        table.columns.resize(4);
        for (size_t c = 0; c < 4; ++c) {
            table.columns[c].name = QString(QChar('a' + int(c)));
            table.columns[c].numbers = std::vector<double>(1'000'000, 1.0);
        }
        table.rowIds = rowIdsUpTo(1'000'000);
        DataCatalogue catalogue;
        catalogue.addTable(std::make_shared<const Table>(table));
        const Settled state = settled("data=" + table.name, catalogue);
        QVERIFY(hasOwnTable(state) && !carriesTable(state));
        QVERIFY(!QJsonDocument::fromJson(writeStateFile(state)).object().contains("table"));
    }
};

TANGENT_TEST(TableVersionsTest)
#include "table_versions_test.moc"
