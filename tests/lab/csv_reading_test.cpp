// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/csv.h"
#include "tests/support/test_program.h"

#include <QStringEncoder>

using namespace tangent;

/// What files are read, and what their cells are then: each row of data is a file, and beside it the table
/// as columns of cells.
class CsvReadingTest : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void encodings_data();
    void encodings();
    void givenHeaderAndSeparatorWin();
    void aSampleIsDrawnBySeed();
    void readingIsToldAndStopped();
    void nameHoldsFileAndHash();
    void notes_data();
    void notes();
    void manyRows();
};

namespace {

/// `name: cell|cell / name: …`
QString shown(const Table& table)
{
    QStringList columns;
    for (const Column& column : table.columns) {
        QStringList cells;
        for (int row = 0; row < table.rowCount(); ++row)
            cells << column.text(row);
        columns << column.name + QStringLiteral(": ") + cells.join('|');
    }
    return columns.join(QStringLiteral(" / "));
}

} // namespace

void CsvReadingTest::reads_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("table");
    const auto row = [](const char* name, const QByteArray& file, const QString& table) {
        QTest::newRow(name) << file << table;
    };
    row("comma", "a,b\n1,2\n3,4\n", "a: 1|3 / b: 2|4");
    row("semicolon", "a;b\n1;2\n3;4\n", "a: 1|3 / b: 2|4");
    row("tab", "a\tb\n1\t2\n3\t4\n", "a: 1|3 / b: 2|4");
    row("one column", "a\n1\n2", "a: 1|2");
    row("no line end at the end", "a,b\n1,2", "a: 1 / b: 2");
    row("CR LF", "a,b\r\n1,2\r\n", "a: 1 / b: 2");
    row("CR alone", "a,b\r1,2\r3,4", "a: 1|3 / b: 2|4");
    row("empty lines", "\n\na,b\n\n1,2\n\n\n3,4\n\n", "a: 1|3 / b: 2|4");
    row("blanks round cells", "a , b\n 1 ,2 \n", "a: 1 / b: 2");
    row("quoted separator", "a,b\n\"x,y\",2\n", "a: x,y / b: 2");
    row("doubled quotation marks", "a,b\n\"say \"\"hi\"\"\",2\n", "a: say \"hi\" / b: 2");
    row("only quotation marks", "a,b\n\"\"\"\",2\n", "a: \" / b: 2");
    row("quoted line end", "a,b\n\"x\ny\",2\nz,3\n", "a: x\ny|z / b: 2|3");
    row("quoted CR LF", "a,b\r\n\"x\r\ny\",2\r\n", "a: x\r\ny / b: 2");
    row("quoted empty cell", "a,b\n\"\",2\n", "a:  / b: 2");
    row("text behind a closing mark", "a,b\n\"x\"y,2\n", "a: xy / b: 2");
    row("mark inside a bare cell", "a,b\n5\" pipe,2\n", "a: 5\" pipe / b: 2");
    row("quoted header", "\"a,1\",b\n1,2\n", "a,1: 1 / b: 2");
    row("header with a line end", "\"a\nb\",c\n1,2\n", "a b: 1 / c: 2");
    row("decimal comma, semicolon", "a;b\n1,5;2,25\n-3;4,0\n", "a: 1.5|-3 / b: 2.25|4");
    row("decimal comma, tab", "a\tb\n1,5\t2\n", "a: 1.5 / b: 2");
    row("decimal comma, no header", "1,5;2,5\n3,5;4,5\n", "column-1: 1.5|3.5 / column-2: 2.5|4.5");
    row("thousands beside decimals", "a;b\n1.234,5;1\n2,5;2\n", "a: 1.234,5|2,5 / b: 1|2");
    row("points and commas in one column", "a;b\n1.234;1\n2,5;2\n", "a: 1.234|2,5 / b: 1|2");
    row("missing values", "a,b,c\nNA,x,?\n1,-,2\nnull,y,NaN\n", "a: |1| / b: x||y / c: |2|");
    row("no header, numbers", "1,2\n3,4\n", "column-1: 1|3 / column-2: 2|4");
    row("no header, words too", "x,2\ny,4\n", "column-1: x|y / column-2: 2|4");
    row("no header, one row", "1,2", "column-1: 1 / column-2: 2");
    row("header over words", "a,b\nx,y\n", "a: x / b: y");
    row("a number among names", "a,b,2007\n1,2,3\n", "a: 1 / b: 2 / 2007: 3");
    row("empty name", ",a\n1,2\n", "column-1: 1 / a: 2");
    row("repeated names", "a,a,a-2,a\n1,2,3,4\n", "a: 1 / a-3: 2 / a-2: 3 / a-4: 4");
    row("separator behind the last cell", "a,b,\n1,2,\n3,4,\n", "a: 1|3 / b: 2|4");
    row("short row", "a,b,c\n1\n2,3\n4,5,6\n", "a: 1|2|4 / b: |3|5 / c: ||6");
    row("long row of empty cells", "a,b\n1,2,,\n", "a: 1 / b: 2");
    row("comma in text, semicolons part", "a;b\nx, y;1\nz;2\n", "a: x, y|z / b: 1|2");
    row("a spreadsheet's first line", "sep=;\na;b\n1;2\n", "a: 1 / b: 2");
    row("late word", "a,b\n1,2\nx,3\n", "a: 1|x / b: 2|3");
    row("late word behind missing ones", "a,b\nNA,2\n1,2\nx,3\n", "a: |1|x / b: 2|2|3");
    row("not ASCII", "höhe,b\n1,ß\n", "höhe: 1 / b: ß");
    row("a million characters", QByteArray("a,b\n") + QByteArray(1'000'000, 'x') + ",1\n",
        "a: " + QString(1'000'000, 'x') + " / b: 1");
    row("ten thousand digits", QByteArray("a,b\n0.") + QByteArray(10'000, '3') + ",1\n",
        "a: 0.3333333333333333 / b: 1");
}

void CsvReadingTest::reads()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, table);
    const CsvResult read = readCsv(file);
    QVERIFY2(read.table, qPrintable(read.complaint));
    QVERIFY(read.complaint.isEmpty());
    QCOMPARE(shown(*read.table), table);
    for (const Column& column : read.table->columns)
        QCOMPARE(
            int(column.isNumeric() ? column.numbers.size() : column.codes.size()), read.table->rowCount());
    for (int row = 0; row < read.table->rowCount(); ++row)
        QCOMPARE(read.table->rowIds[size_t(row)], row + 1);
}

void CsvReadingTest::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = QStringLiteral("größe,wort\n1,日本\n2,a😀b\n");
    const auto in = [&](QStringConverter::Encoding encoding, bool mark) {
        QStringEncoder encoder(
            encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder(text));
    };
    QTest::newRow("UTF-8") << in(QStringConverter::Utf8, false);
    QTest::newRow("UTF-8 with mark") << in(QStringConverter::Utf8, true);
    QTest::newRow("UTF-16 LE with mark") << in(QStringConverter::Utf16LE, true);
    QTest::newRow("UTF-16 BE with mark") << in(QStringConverter::Utf16BE, true);
    QTest::newRow("UTF-16 LE") << in(QStringConverter::Utf16LE, false);
    QTest::newRow("UTF-16 BE") << in(QStringConverter::Utf16BE, false);
}

void CsvReadingTest::encodings()
{
    QFETCH(QByteArray, bytes);
    const CsvResult read = readCsv(bytes);
    QVERIFY2(read.table, qPrintable(read.complaint));
    QCOMPARE(shown(*read.table), QStringLiteral("größe: 1|2 / wort: 日本|a😀b"));
}

void CsvReadingTest::givenHeaderAndSeparatorWin()
{
    CsvOptions options;
    options.header = CsvOptions::Header::Absent;
    QCOMPARE(shown(*readCsv("a,b\n1,2\n", options).table), "column-1: a|1 / column-2: b|2");
    options.header = CsvOptions::Header::Present;
    QCOMPARE(shown(*readCsv("1,2\n3,4\n", options).table), "1: 3 / 2: 4");
    options.separator = ';';
    QCOMPARE(shown(*readCsv("1,2\n3,4\n", options).table), "1,2: 3.4");
}

void CsvReadingTest::aSampleIsDrawnBySeed()
{
    QByteArray file = "a\n";
    for (int i = 1; i <= 1000; ++i)
        file += QByteArray::number(i * 10) + '\n';
    CsvOptions options;
    options.sampleRows = 100;
    const CsvResult read = readCsv(file, options);
    QCOMPARE(read.table->rowCount(), 100);
    double sum = 0;
    for (int row = 0; row < 100; ++row) {
        QCOMPARE(read.table->columns[0].numbers[size_t(row)], 10.0 * read.table->rowIds[size_t(row)]);
        QVERIFY(row == 0 || read.table->rowIds[size_t(row)] > read.table->rowIds[size_t(row - 1)]);
        sum += read.table->rowIds[size_t(row)];
    }
    // Mean row number: 500.5 ± 4 standard errors of 27.4 (289 / 10, finite population corrected).
    QVERIFY2(std::abs(sum / 100 - 500.5) < 4 * 27.4, qPrintable(QString::number(sum / 100)));
    QCOMPARE(readCsv(file, options).table->rowIds, read.table->rowIds);
    const QString first = read.table->name;
    options.sampleSeed = 2;
    const CsvResult other = readCsv(file, options);
    QVERIFY(other.table->rowIds != read.table->rowIds);
    QVERIFY(other.table->name != first);
    options.sampleRows = 5000;
    QCOMPARE(readCsv(file, options).table->rowCount(), 1000);
}

void CsvReadingTest::readingIsToldAndStopped()
{
    const QByteArray file = "a\n" + QByteArray("1\n").repeated(50'000);
    double last = -1;
    bool rises = true;
    CsvOptions options;
    options.goOn = [&](double share) {
        rises = rises && share >= last && share <= 1;
        last = share;
        return true;
    };
    QVERIFY(readCsv(file, options).table);
    QVERIFY(rises && last > 0.5);
    options.goOn = [](double share) { return share < 0.3; };
    const CsvResult stopped = readCsv(file, options);
    QVERIFY(stopped.cancelled && !stopped.table && stopped.complaint.isEmpty());
}

void CsvReadingTest::nameHoldsFileAndHash()
{
    // The digest of "a\n1\n" by sha256sum.
    CsvOptions options;
    options.fileName = QStringLiteral("/home/ada/my data@home.csv");
    const CsvResult read = readCsv("a\n1\n", options);
    QCOMPARE(read.table->name, "file:my data@home.csv@309b0e45a73d");
    QCOMPARE(read.table->title, "my data@home.csv");
    QCOMPARE(fileTableName("C:\\x\\t.csv", "a\n1\n"), "file:t.csv@309b0e45a73d");
    QVERIFY(fileTableName("t.csv", "a\n1\n") != fileTableName("t.csv", "a\n2\n"));
}

void CsvReadingTest::notes_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("part");
    QTest::newRow("short rows") << QByteArray("a,b\n1,2\n3\n4\n")
                                << "2 rows are shorter than the first (line 3";
    QTest::newRow("a short row") << QByteArray("a,b\n1,2\n3\n")
                                 << "1 row (line 3) is shorter than the first;";
    QTest::newRow("infinite") << QByteArray("a,b\n1,inf\n") << "1 infinite number counts";
    QTest::newRow("twice infinite") << QByteArray("a,b\n1,inf\n1,-inf\n") << "2 infinite numbers count";
    QTest::newRow("decimal comma") << QByteArray("a;b\n1,5;2\n") << "decimal signs (a)";
    QTest::newRow("commas here, points there") << QByteArray("a;b\n1,5;2.5\n") << "in a, points in b";
    QTest::newRow("repeated name") << QByteArray("a,a\n1,2\n") << "a stands twice";
    QTest::newRow("late word") << QByteArray("a,b\n1,2\n3,x\n") << "Line 3 holds “x”, so the column b";
}

void CsvReadingTest::notes()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, part);
    const CsvResult read = readCsv(file);
    QVERIFY(read.table);
    QCOMPARE(read.notes.size(), 1);
    QVERIFY2(read.notes[0].contains(part), qPrintable(read.notes[0]));
}

void CsvReadingTest::manyRows()
{
    QByteArray file = "a,b,word\n";
    for (int i = 0; i < 100'000; ++i)
        file += QByteArray::number(i) + ',' + QByteArray::number(i * 0.25, 'f', 2)
            + (i % 3 == 0 ? ",x\n" : ",\"y\"\n");
    const CsvResult read = readCsv(file);
    QCOMPARE(read.table->rowCount(), 100'000);
    double sum = 0;
    for (const double value : read.table->columns[1].numbers)
        sum += value;
    QCOMPARE(sum, 0.25 * 99'999.0 * 100'000 / 2);
    QCOMPARE(read.table->columns[2].text(99'999), "x");
    QCOMPARE(read.table->label, "word");
}

TANGENT_TEST(CsvReadingTest)
#include "csv_reading_test.moc"
