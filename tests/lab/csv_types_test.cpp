// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/columns.h"
#include "app/lab/data/csv.h"
#include "app/lab/data/dates.h"
#include "tests/support/test_program.h"

#include <cmath>

using namespace tangent;

/// Which types columns get, and in which order levels stand.
class CsvTypesTest : public QObject {
    Q_OBJECT

private slots:
    void columnType_data();
    void columnType();
    void repeatedCodesAreACategoryWhereLabelsStand();
    void levelsAreSorted();
    void dates_data();
    void dates();
    void noDates_data();
    void noDates();
    void dateTextReadsBack();
    void missingWords();
    void numbers();
    void conversions();
};

namespace {

std::string bytes(const QString& text)
{
    return text.toStdString();
}

} // namespace

void CsvTypesTest::columnType_data()
{
    QTest::addColumn<QString>("cells");
    QTest::addColumn<int>("type");
    const int number = int(Column::Type::Number);
    const int category = int(Column::Type::Category);
    const int text = int(Column::Type::Text);
    const int date = int(Column::Type::Date);
    const auto row = [](const char* name, const QString& cells, int type) {
        QTest::newRow(name) << cells << type;
    };
    row("whole numbers", "1\n2\n3", number);
    row("decimals, exponents, signs", "1.5\n-2e-3\n+4\n.5\n5.", number);
    row("numbers and missing", "1\nNA\n\"\"\n?\n-\nnull\nNaN\n2", number);
    row("all missing", "NA\nNA", int(Column::Type::Missing));
    row("infinite numbers", "1\ninf\n-Infinity\n1e999", number);
    row("too small for a double", "1\n1e-999", number);
    row("a word among numbers", "1\n2\nthree", category);
    row("words", "red\ngreen\nred", category);
    row("hexadecimal is a word", "0x10\n0x20", category);
    row("two points", "1.2.3\n1.2.4", category);
    row("sentences",
        "The first of all the sentences in this very small table.\nThe second one, which is longer.", text);
    row("dates", "2020-01-31\n2021-02-28", date);
    row("months", "2020-01\n2021-02", date);
    row("dates with time", "2020-01-31T12:00\n2020-01-31 12:00:01.5Z\n2020-01-31T12:00:00+02:00", date);
    row("dates and missing", "NA\n2020-01-31\n\"\"", date);
    row("no such day", "2021-02-29\n2021-02-28", category);
    row("dates then numbers", "2020-01-31\n7", category);
    row("numbers then dates", "7\n2020-01-31", category);
    row("years are numbers", "2007\n2008", number);
    row("numbers with blanks", " 1\n 2 \n3", number);
    row("quoted numbers", "\"1\"\n\"2\"", number);
    QStringList distinct;
    for (int i = 0; i < 60; ++i)
        distinct << QStringLiteral("name%1").arg(i);
    row("sixty words, each once", distinct.join('\n'), text);
    row("sixty words, each twice", distinct.join('\n') + '\n' + distinct.join('\n'), category);
}

void CsvTypesTest::columnType()
{
    QFETCH(QString, cells);
    QFETCH(int, type);
    CsvOptions options;
    options.header = CsvOptions::Header::Present;
    const CsvResult read = readCsv(("value\n" + cells).toUtf8(), options);
    QVERIFY2(read.table, qPrintable(read.complaint));
    QCOMPARE(read.table->rowCount(), int(cells.count('\n')) + 1);
    QCOMPARE(int(read.table->columns[0].type), type);
}

void CsvTypesTest::repeatedCodesAreACategoryWhereLabelsStand()
{
    QString text = "target,rooms,area,kind\n";
    for (int i = 0; i < 40; ++i)
        text += QStringLiteral("%1,%2,%3,%4\n").arg(i % 2).arg(i % 3).arg(i * 0.5).arg(10 - i % 3 * 1);
    const CsvResult read = readCsv(text.toUtf8());
    QVERIFY(read.table);
    QCOMPARE(read.table->find("target")->levels, QStringList({"0", "1"}));
    QCOMPARE(read.table->find("kind")->levels, QStringList({"8", "9", "10"}));
    QCOMPARE(read.table->numericColumns(), QStringList({"rooms", "area"}));
    QCOMPARE(read.table->label, "target");
    // In a small table whole numbers are measurements.
    const CsvResult few = readCsv("x,y\n1,2\n2,1\n3,2\n4,1\n");
    QCOMPARE(few.table->numericColumns(), QStringList({"x", "y"}));
    QVERIFY(few.table->label.isEmpty());
}

void CsvTypesTest::levelsAreSorted()
{
    // Numbers by value, before text by code point: capitals before small letters, U+FF5E before U+1F600.
    const QString emoji = QString::fromUcs4(U"\U0001F600", 1);
    const QString wide = QString(QChar(0xFF5E));
    const Column column = wordColumn("w", {"b", "10", "Z", emoji, "9", "a", "", wide, "-1", "1e1", "b", "é"});
    QCOMPARE(column.levels, QStringList({"-1", "9", "10", "1e1", "Z", "a", "b", "é", wide, emoji}));
    QCOMPARE(column.codes[0], column.codes[10]);
    QVERIFY(column.isMissing(6));
    QCOMPARE(column.text(3), emoji);
    QVERIFY(levelLess("9", "10"));
    QVERIFY(!levelLess("10", "9"));
    QVERIFY(!levelLess("x", "x"));
}

void CsvTypesTest::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("milliseconds");
    QTest::newRow("the epoch") << "1970-01-01" << 0.0;
    QTest::newRow("a month") << "1970-02" << 31 * 86400e3;
    QTest::newRow("a leap day") << "2000-02-29" << 951782400e3;
    QTest::newRow("before the epoch") << "1949-01-01" << -662688000e3;
    QTest::newRow("with minutes") << "1970-01-01T01:02" << 3720e3;
    QTest::newRow("with a blank and milliseconds") << "1970-01-01 00:00:01.250" << 1250.0;
    QTest::newRow("ahead of UTC") << "1970-01-01T02:00:00+02:00" << 0.0;
    QTest::newRow("behind UTC") << "1970-01-01T00:00:00-01:30" << 5400e3;
    QTest::newRow("the first year") << "0001-01-01" << -62135596800e3;
}

void CsvTypesTest::dates()
{
    QFETCH(QString, text);
    QFETCH(double, milliseconds);
    const auto read = readDate(bytes(text));
    QVERIFY(read);
    QCOMPARE(*read, milliseconds);
}

void CsvTypesTest::noDates_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "2020", "2020-1", "2020-13", "2020-00", "2020-02-30", "1900-02-29",
             "2020-01-01T", "2020-01-01T25:00", "2020-01-01T10:00:61", "2020-01-01x", "2020/01/01",
             "20200101", "2020-01-01T10:00+2", "-020-01-01", "2020-01-01T10:00:00.", "0000-01-01"})
        QTest::newRow(text) << text;
}

void CsvTypesTest::noDates()
{
    QFETCH(QString, text);
    QVERIFY(!readDate(bytes(text)));
}

void CsvTypesTest::dateTextReadsBack()
{
    for (const QString& text : QStringList{
             "1970-01-01", "1949-12-31", "2024-02-29T23:59:59", "1969-12-31T23:59:59.999", "0001-01-01"})
        QCOMPARE(dateText(*readDate(bytes(text))), text);
}

void CsvTypesTest::missingWords()
{
    for (const char* word : {"", "NA", "na", "NaN", "nan", "NULL", "null", "?", "-"})
        QVERIFY2(isMissingWord(word), word);
    for (const char* word : {"0", "--", "n", "none", "NAN1", "Nap", " "})
        QVERIFY2(!isMissingWord(word), word);
}

void CsvTypesTest::numbers()
{
    QCOMPARE(*readNumber("0.1"), 0.1);
    QCOMPARE(*readNumber("+3"), 3.0);
    QCOMPARE(*readNumber("1e3"), 1000.0);
    for (const char* word : {"", "+", "-", "+-3", "1,5", "1 2", "inf", "nan", "1e999", "0x1", "1e", "e5"})
        QVERIFY2(!readNumber(word), word);
}

void CsvTypesTest::conversions()
{
    const double none = std::nan("");
    const Column category = asCategory(numberColumn("n", {10, 9, none, -0.0, 0, 10}));
    QCOMPARE(category.levels, QStringList({"0", "9", "10"}));
    QCOMPARE(category.codes, std::vector<int>({2, 1, -1, 0, 0, 2}));
    const auto back = asNumbers(category);
    QVERIFY(back);
    QVERIFY(*back == numberColumn("n", {10, 9, none, 0, 0, 10}));
    QVERIFY(!asNumbers(wordColumn("w", {"1", "x"})));
    auto table = std::make_shared<Table>();
    table->rowIds = {1, 2};
    table->columns = {numberColumn("n", {1, 0}, "g"), wordColumn("w", {"1", "x"})};
    const TablePointer coded = withColumnAs(table, "n", Column::Type::Category);
    QCOMPARE(coded->columns[0].levels, QStringList({"0", "1"}));
    QCOMPARE(coded->columns[0].unit, "g");
    QVERIFY(*withColumnAs(coded, "n", Column::Type::Number) == *table);
    QCOMPARE(withColumnAs(coded, "n", Column::Type::Category), coded);
    QVERIFY(!withColumnAs(table, "w", Column::Type::Number));
    QVERIFY(!withColumnAs(table, "none", Column::Type::Number));
    const Column some = takeRows(
        wordColumn("w", {"a", "b", "c"}), std::make_shared<const std::vector<int>>(std::vector<int>{2, 0}));
    QCOMPARE(some.levels, QStringList({"a", "b", "c"}));
    QCOMPARE(some.codes, std::vector<int>({2, 0}));
}

TANGENT_TEST(CsvTypesTest)
#include "csv_types_test.moc"
