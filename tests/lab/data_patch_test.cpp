// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/random/random.h"
#include "app/lab/data/columns.h"
#include "app/lab/data/patch.h"
#include "app/lab/data/patch_edit.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>

#include <cmath>
#include <limits>

using namespace tangent;

/// The grammar of patches, what they do to a table, and that editing keeps them small.
class DataPatchTest : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void randomPatchesReadBack();
    void applies_data();
    void applies();
    void complainsWhereItDoesNotFit_data();
    void complainsWhereItDoesNotFit();
    void emptyPatchGivesTheTableItself();
    void idsSurvive();
    void levelsFollowTheRows();
    void editorsKeepItMinimal();
    void editorsRefuse();
    void addedRowsKeepTheirIds();
    void randomEditsMatchATableEditedByHand();
};

namespace {

TablePointer smallTable()
{
    auto table = std::make_shared<Table>();
    table->name = "small";
    table->rowIds = {1, 2, 3, 4};
    table->columns = {numberColumn("x", {1, 2.5, std::numeric_limits<double>::quiet_NaN(), 4}, "mm"),
        wordColumn("kind", {"b", "a", "b", ""}),
        wordColumn("a=b:c", {"1", "2", "3", "4"}, Column::Type::Text)};
    Column day = numberColumn("day", {0, 86400e3, 0, 0});
    day.type = Column::Type::Date;
    table->columns.push_back(day);
    return table;
}

/// Rows as `id:cell|cell|…`, joined by blanks.
QString shown(const Table& table)
{
    QStringList rows;
    for (int row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (const Column& column : table.columns)
            cells << column.text(row);
        rows << QStringLiteral("%1:%2").arg(table.rowIds[size_t(row)]).arg(cells.join('|'));
    }
    return rows.join(' ');
}

QString randomWord(Random& random)
{
    static const QString letters = QStringLiteral("ab1,;:=+-%@& \"\nüß日~_.é");
    QString word;
    for (quint64 i = random.below(5); i > 0; --i)
        word += letters[qsizetype(random.below(quint64(letters.size())))];
    return word;
}

} // namespace

void DataPatchTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    const auto row = [](const char* name, const QString& text, const QString& canonical) {
        QTest::newRow(name) << text << canonical;
    };
    row("nothing", "", "");
    row("a change", "12:body-mass=3800", "12:body-mass%3D3800");
    row("its own writing", "12:body-mass%3D3800", "12:body-mass%3D3800");
    row("two columns", "12:b=1,a=2", "12:a%3D2,b%3D1");
    row("the same row twice", "12:b=1;12:a=2", "12:a%3D2,b%3D1");
    row("the same cell twice", "12:b=1;12:b=2", "12:b%3D2");
    row("a missing value", "12:b=", "12:b%3D");
    row("removed", "-12;-3;-12", "-3;-12");
    row("removed and changed", "12:b=1;-12", "-12");
    row("added", "+1,2", "%2B1,2");
    row("added, plus sign encoded", "%2b1,2", "%2B1,2");
    row("added, trailing values missing", "+1,,", "%2B1");
    row("added, nothing in it", "+", "%2B");
    row("added, sign in a value", "++5,-1", "%2B%2B5,-1");
    row("order", "+1;-2;3:a=1;+2", "3:a%3D1;-2;%2B1;%2B2");
    row("separators in a value", "1:a=x%3By%2Cz%3Aw", "1:a%3Dx%3By%2Cz%3Aw");
    row("equals sign in a value", "1:a=x=y", "1:a%3Dx%3Dy");
    row("equals sign in a column", "1:a%3Db=x", "1:a%3Db=x");
    row("colon in a column", "1:a:b=x", "1:a%3Ab%3Dx");
    row("percent sign", "1:a=100%25", "1:a%3D100%25");
    row("percent sign, encoded twice", "1:a=%2525", "1:a%3D%2525");
    row("umlaut", "1:a=%C3%BC", "1:a%3D%C3%BC");
    row("empty items", ";;-1;;", "-1");
}

void DataPatchTest::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    QStringList complaints;
    const Patch patch = parsePatch(text, &complaints);
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(' ')));
    QCOMPARE(toString(patch), canonical);
    QVERIFY(parsePatch(canonical) == patch);
}

void DataPatchTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"x", "12", "12:", "12:a", "12:=1", "0:a=1", "-0", "-x", "-", "1.5:a=1",
             "-99999999999", "+12:a=1;7", "a:b=c", "12:a=1,b", "--3"})
        QTest::newRow(text) << text;
}

void DataPatchTest::refuses()
{
    QFETCH(QString, text);
    QStringList complaints;
    parsePatch(text, &complaints);
    QCOMPARE(complaints.size(), 1);
    QVERIFY2(complaints[0].contains("write 12:COLUMN=VALUE"), qPrintable(complaints[0]));
    QVERIFY(toString(parsePatch(text + ";-7")).contains("-7"));
}

void DataPatchTest::randomPatchesReadBack()
{
    Random random(3);
    static const QRegularExpression linkCharacters(QStringLiteral("^[A-Za-z0-9._~,;:@%=-]*$"));
    for (int round = 0; round < 2000; ++round) {
        Patch patch;
        for (quint64 i = random.below(4); i > 0; --i)
            patch.removed.insert(1 + int(random.below(20)));
        for (quint64 i = random.below(5); i > 0; --i) {
            const int id = 21 + int(random.below(20));
            patch.changed[id]["c" + randomWord(random)] = randomWord(random);
        }
        for (quint64 i = random.below(4); i > 0; --i) {
            QStringList row;
            for (quint64 cells = random.below(4); cells > 0; --cells)
                row << randomWord(random);
            while (!row.isEmpty() && row.back().isEmpty())
                row.removeLast();
            patch.added.push_back(row);
        }
        const QString text = toString(patch);
        QStringList complaints;
        QVERIFY2(parsePatch(text, &complaints) == patch, qPrintable(text));
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(' ')));
        QVERIFY2(linkCharacters.match(text).hasMatch(), qPrintable(text));
    }
}

void DataPatchTest::applies_data()
{
    QTest::addColumn<QString>("patch");
    QTest::addColumn<QString>("rows");
    const QString two = " 2:2.5|a|2|1970-01-02";
    const QString three = " 3:|b|3|1970-01-01";
    const QString four = " 4:4||4|1970-01-01";
    const auto row = [](const char* name, const char* patch, const QString& rows) {
        QTest::newRow(name) << patch << rows;
    };
    row("a number", "1:x=7.25", "1:7.25|b|1|1970-01-01" + two + three + four);
    row("a missing number", "1:x=", "1:|b|1|1970-01-01" + two + three + four);
    row("a known word", "1:kind=a", "1:1|a|1|1970-01-01" + two + three + four);
    row("a new word", "1:kind=z z", "1:1|z z|1|1970-01-01" + two + three + four);
    row("a missing word", "1:kind=NA", "1:1||1|1970-01-01" + two + three + four);
    row("a date", "1:day=2000-02", "1:1|b|1|2000-02-01" + two + three + four);
    row("a column with signs", "1:a%3Db:c=9", "1:1|b|9|1970-01-01" + two + three + four);
    row("removed", "-1", (two + three + four).trimmed());
    row("all removed", "-1;-2;-3;-4", "");
    row("added", "-1;-2;-3;+5,c,x,2000-01-01;+", "4:4||4|1970-01-01 5:5|c|x|2000-01-01 6:|||");
    row("added behind a removed last row", "-1;-2;-3;-4;+5", "5:5|||");
    row("added and changed", "-1;-2;-3;-4;+5;5:kind=q", "5:5|q||");
    row("added and removed", "-1;-2;-3;-4;+5;+6;-5", "6:6|||");
}

void DataPatchTest::applies()
{
    QFETCH(QString, patch);
    QFETCH(QString, rows);
    QStringList complaints;
    const TablePointer base = smallTable();
    const TablePointer patched = applyPatch(base, parsePatch(patch), &complaints);
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(' ')));
    QCOMPARE(shown(*patched), rows);
    QVERIFY(*base == *smallTable());
    for (const Column& column : patched->columns)
        QCOMPARE(column.unit, base->find(column.name)->unit);
}

void DataPatchTest::complainsWhereItDoesNotFit_data()
{
    QTest::addColumn<QString>("patch");
    QTest::addColumn<QString>("part");
    QTest::newRow("no such row") << "9:x=1"
                                 << "small has no row 9; its rows go from 1 to 4";
    QTest::newRow("no such row to remove") << "-9"
                                           << "small has no row 9";
    QTest::newRow("no such column") << "1:mass=1"
                                    << "no column “mass”";
    QTest::newRow("a word for a number") << "1:x=much"
                                         << "row 1, x: “much” is not a number";
    QTest::newRow("infinity for a number") << "1:x=1e999"
                                           << "is not a number";
    QTest::newRow("a decimal comma") << "1:x=1%2C5"
                                     << "write one with a point";
    QTest::newRow("no date") << "1:day=2001-02-29"
                             << "row 1, day: “2001-02-29” is no date";
    QTest::newRow("too many values") << "+1,a,b,2000-01-01,9"
                                     << "row 5 has 5 values for 4 columns";
    QTest::newRow("a word in an added row") << "+much"
                                            << "row 5, x: “much”";
}

void DataPatchTest::complainsWhereItDoesNotFit()
{
    QFETCH(QString, patch);
    QFETCH(QString, part);
    QStringList complaints;
    const TablePointer patched = applyPatch(smallTable(), parsePatch(patch + ";2:x=77"), &complaints);
    QCOMPARE(complaints.size(), 1);
    QVERIFY2(complaints[0].contains(part), qPrintable(complaints[0]));
    QCOMPARE(patched->columns[0].numbers[1], 77.0); // the rest is applied
}

void DataPatchTest::emptyPatchGivesTheTableItself()
{
    const TablePointer base = smallTable();
    QCOMPARE(applyPatch(base, Patch()), base);
}

void DataPatchTest::idsSurvive()
{
    const TablePointer patched = applyPatch(smallTable(), parsePatch("-2;+1"));
    QCOMPARE(patched->rowIds, std::vector<int>({1, 3, 4, 5}));
    QCOMPARE(patched->rowWithId(2), -1);
    QCOMPARE(patched->rowWithId(3), 1);
    QCOMPARE(patched->rowWithId(5), 3);
    // A patch on a patched table counts on from there.
    QCOMPARE(applyPatch(patched, parsePatch("-5;-4;+9"))->rowIds, std::vector<int>({1, 3, 6}));
}

void DataPatchTest::levelsFollowTheRows()
{
    QCOMPARE(applyPatch(smallTable(), parsePatch("-2"))->columns[1].levels, QStringList("b"));
    QCOMPARE(applyPatch(smallTable(), parsePatch("2:kind=10;1:kind=9"))->columns[1].levels,
        QStringList({"9", "10", "b"}));
    QCOMPARE(
        applyPatch(smallTable(), parsePatch("4:kind=a"))->columns[1].codes, std::vector<int>({1, 0, 1, 0}));
}

void DataPatchTest::editorsKeepItMinimal()
{
    const TablePointer base = smallTable();
    Patch patch;
    QVERIFY(setCell(&patch, *base, 1, "x", 2.0));
    QVERIFY(setCell(&patch, *base, 1, "kind", "a"));
    QCOMPARE(toString(patch), "1:kind%3Da,x%3D2");
    QVERIFY(setCell(&patch, *base, 1, "x", "1.0")); // as it was, in another writing
    QVERIFY(setCell(&patch, *base, 1, "kind", "b"));
    QVERIFY(patch.isEmpty());
    QVERIFY(setCell(&patch, *base, 3, "x", std::nan("")));
    QVERIFY(setCell(&patch, *base, 4, "kind", "NA"));
    QVERIFY(setCell(&patch, *base, 2, "day", "1970-01-02T00:00Z"));
    QVERIFY(patch.isEmpty());
    QVERIFY(setCell(&patch, *base, 2, "x", "3"));
    QVERIFY(removeRow(&patch, *base, 2));
    QCOMPARE(toString(patch), "-2");
    QCOMPARE(
        toString(minimalPatch(parsePatch("1:x=1,kind=q;9:x=1;3:what=1;-2;-8;+7,NA,-,2000-01;-5;+8"), *base)),
        "1:kind%3Dq;-2;~1;%2B8");
}

void DataPatchTest::editorsRefuse()
{
    const TablePointer base = smallTable();
    Patch patch;
    QVERIFY(!setCell(&patch, *base, 9, "x", "1"));
    QVERIFY(!setCell(&patch, *base, 0, "x", "1"));
    QVERIFY(!setCell(&patch, *base, 1, "mass", "1"));
    QVERIFY(!setCell(&patch, *base, 1, "x", "much"));
    QVERIFY(!setCell(&patch, *base, 1, "x", std::numeric_limits<double>::infinity()));
    QVERIFY(!removeRow(&patch, *base, 5));
    QVERIFY(patch.isEmpty());
    QVERIFY(removeRow(&patch, *base, 4));
    QVERIFY(!removeRow(&patch, *base, 4));
    QVERIFY(!setCell(&patch, *base, 4, "x", "1"));
}

void DataPatchTest::addedRowsKeepTheirIds()
{
    const TablePointer base = smallTable();
    Patch patch;
    QCOMPARE(addRow(&patch, *base, {"1", "a"}), 5);
    QCOMPARE(addRow(&patch, *base, {"2"}), 6);
    QCOMPARE(addRow(&patch, *base, {"3", "", "", "", "too many"}), 7);
    QVERIFY(removeRow(&patch, *base, 5));
    QCOMPARE(applyPatch(base, patch)->rowIds, std::vector<int>({1, 2, 3, 4, 6, 7}));
    QVERIFY(setCell(&patch, *base, 7, "kind", "z"));
    QCOMPARE(toString(patch), "~1;%2B2;%2B3,z");
    QVERIFY(!setCell(&patch, *base, 5, "x", "1"));
    QVERIFY(!removeRow(&patch, *base, 5));
    QVERIFY(applyPatch(base, parsePatch("-5;+;+2;+3,z"))->rowIds == applyPatch(base, patch)->rowIds);
    QVERIFY(removeRow(&patch, *base, 7));
    QCOMPARE(addRow(&patch, *base, {"4"}), 8);
    QVERIFY(removeRow(&patch, *base, 8));
    QVERIFY(removeRow(&patch, *base, 6));
    QCOMPARE(toString(patch), "~4");
    const TablePointer none = applyPatch(base, patch);
    QCOMPARE(none->rowIds, base->rowIds);
    QCOMPARE(none->lastId(), 8);
    QCOMPARE(addRow(&patch, *base, {"5"}), 9);
    QCOMPARE(toString(patch), "~4;%2B5");
    QCOMPARE(patch.rowsAdded(), 1);
}

void DataPatchTest::randomEditsMatchATableEditedByHand()
{
    Random random(11);
    const TablePointer base = smallTable();
    for (int round = 0; round < 300; ++round) {
        Patch patch;
        std::map<int, QStringList> rows; // by id, as cells
        int last = base->rowCount();
        for (int row = 0; row < base->rowCount(); ++row) {
            for (const Column& column : base->columns)
                rows[row + 1] << column.text(row);
        }
        for (int step = 0; step < 12; ++step) {
            const int id = 1 + int(random.below(8));
            switch (random.below(4)) {
            case 0: {
                QVERIFY(removeRow(&patch, *base, id) == (rows.erase(id) > 0));
                break;
            }
            case 1: {
                const QStringList cells{
                    QString::number(random.below(5)), "w" + randomWord(random), "t", "2001-01-01"};
                const int added = addRow(&patch, *base, cells);
                QVERIFY(added > last); // no id comes again
                rows[last = added] = cells;
                break;
            }
            default: {
                const int column = int(random.below(2));
                const QString value =
                    column == 0 ? QString::number(random.below(4)) : QString("v") + randomWord(random);
                QVERIFY(setCell(&patch, *base, id, base->columns[size_t(column)].name, value)
                    == rows.contains(id));
                if (rows.contains(id))
                    rows[id][column] = value;
            }
            }
        }
        QStringList complaints;
        const TablePointer patched = applyPatch(base, parsePatch(toString(patch)), &complaints);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(' ')));
        QCOMPARE(patched->rowCount(), int(rows.size()));
        int row = 0;
        for (const auto& [id, cells] : rows) {
            QCOMPARE(patched->rowIds[size_t(row)], id);
            for (qsizetype column = 0; column < cells.size(); ++column)
                QCOMPARE(patched->columns[size_t(column)].text(row), cells[column]);
            ++row;
        }
        QVERIFY(minimalPatch(patch, *base) == patch);
    }
}

TANGENT_TEST(DataPatchTest)
#include "data_patch_test.moc"
