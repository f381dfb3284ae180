// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/random/random.h"
#include "app/lab/data/csv.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>

using namespace tangent;

/// Files that cannot be read: one sentence with the place and the cure, and never a crash.
class CsvRefusalsTest : public QObject {
    Q_OBJECT

private slots:
    void refuses_data();
    void refuses();
    void offersASample();
    void survivesNoise();
};

void CsvRefusalsTest::refuses_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("cure");
    const auto row = [](const char* name, const QByteArray& file, const QString& place, const QString& cure) {
        QTest::newRow(name) << file << place << cure;
    };
    row("nothing", "", "Line 1, column 1: ", "give it a line of column names");
    row("only line ends", "\n\r\n\n", "Line 1, column 1: ", "give it a line of column names");
    row("only a mark", "\xEF\xBB\xBF", "Line 1, column 1: ", "give it a line of column names");
    row("only names", "a,b\n", "Line 2, column 1: ", "add at least one row");
    row("open quote", "a,b\n1,2\n3,\"x\n4,5\n", "Line 3, column 2: ", "close it");
    row("open quote in the header", "a,\"b\n1,2\n", "Line 1, column 2: ", "close it");
    row("open quote in the first cell", "\"a,b\n1,2\n", "Line 1, column 1: ", "close it");
    row("long row", "a,b\n1,2\n3,4,5\n", "Line 3, column 3: ", "put quotation marks");
    row("long row behind a quoted line end", "a,b\n\"1\n2\",2\n3,4,5\n",
        "Line 4, column 3: ", "put quotation marks");
    row("long row behind a separator line", "sep=,\na,b\n3,4,5\n",
        "Line 3, column 3: ", "put quotation marks");
    row("zero byte", QByteArray("a,b\n1,2\0\n", 9), "Line 2, column 2: ", "export the table as CSV");
    row("a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16),
        "Line 1, column 1: ", "save the file as CSV in UTF-8");
    row("Latin-1", "a,b\n1,caf\xE9\n", "Line 2, column 2: ", "save the file as CSV in UTF-8");
    row("overlong UTF-8", "a,b\n\xC0\xAF,2\n", "Line 2, column 1: ", "save the file as CSV in UTF-8");
    row("surrogate in UTF-8", "a,b\n1,\xED\xA0\x80\n", "Line 2, column 2: ", "save the file as CSV in UTF-8");
    row("UTF-8 cut off", "a,b\n1,\xE2\x82", "Line 2, column 2: ", "save the file as CSV in UTF-8");
    row("UTF-16 cut off",
        QByteArray("\xFF\xFE"
                   "a\0,\0b\0\n\0"
                   "1\0,\0"
                   "2",
            15),
        "Line 2, column 2: ", "save the file as CSV in UTF-8");
    row("UTF-16 with half a pair",
        QByteArray("\xFF\xFE"
                   "a\0\n\0\x00\xD8x\0",
            10),
        "Line 2, column 1: ", "save the file as CSV in UTF-8");
    row("a hundred thousand columns", QByteArray("1,").repeated(100'000),
        "Line 1, column 16385: ", "keep only the columns that you need");
    row("endless name", "a," + QByteArray(5000, 'b') + "\n1,2\n", "Line 1, column 2: ", "shorten it");
}

void CsvRefusalsTest::refuses()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, place);
    QFETCH(QString, cure);
    const CsvResult read = readCsv(file);
    QVERIFY(!read.table);
    QVERIFY2(read.complaint.startsWith(place), qPrintable(read.complaint));
    QVERIFY2(read.complaint.contains(cure), qPrintable(read.complaint));
    static const QRegularExpression sentence(QStringLiteral("^[^.\\n]+\\.$"));
    QVERIFY2(sentence.match(read.complaint).hasMatch(), qPrintable(read.complaint));
}

void CsvRefusalsTest::offersASample()
{
    const QByteArray file = "a,b\n" + QByteArray("1,2\n").repeated(1000);
    CsvOptions bytes;
    bytes.maximumBytes = 1500;
    CsvOptions cells;
    cells.maximumCells = 1500;
    for (CsvOptions options : {bytes, cells}) {
        const CsvResult refused = readCsv(file, options);
        QVERIFY(!refused.table);
        QVERIFY2(refused.complaint.contains("open a sample"), qPrintable(refused.complaint));
        QVERIFY(refused.sampleRows > 1 && refused.sampleRows < 1000);
        options.sampleRows = refused.sampleRows;
        const CsvResult sample = readCsv(file, options);
        QVERIFY2(sample.table, qPrintable(sample.complaint));
        QCOMPARE(sample.table->rowCount(), refused.sampleRows);
        const QString said = QString(sample.table->title).remove(',');
        QVERIFY2(said.contains("(sample of 1000 rows seed 1)"), qPrintable(said));
    }
    bytes.maximumBytes = 10;
    const CsvResult hopeless = readCsv(file, bytes);
    QVERIFY2(hopeless.complaint.contains("cut the file"), qPrintable(hopeless.complaint));
}

void CsvRefusalsTest::survivesNoise()
{
    Random random(7);
    const QByteArray letters = QByteArrayLiteral("abc123,,,;;\t\"\"\n\n\r.-e?\xC3\xA9\xFF ") + '\0';
    for (int round = 0; round < 4000; ++round) {
        QByteArray file;
        const auto kinds = random.below(2) == 0 ? quint64(letters.size()) : quint64(20);
        for (quint64 i = random.below(60); i > 0; --i)
            file += letters[qsizetype(random.below(kinds))];
        const CsvResult read = readCsv(file);
        QVERIFY(bool(read.table) != !read.complaint.isEmpty());
        if (!read.table)
            continue;
        QVERIFY(read.table->rowCount() > 0 && !read.table->columns.empty());
        for (const Column& column : read.table->columns) {
            QVERIFY(!column.name.isEmpty());
            QCOMPARE(int(column.isNumeric() ? column.numbers.size() : column.codes.size()),
                read.table->rowCount());
        }
    }
}

TANGENT_TEST(CsvRefusalsTest)
#include "csv_refusals_test.moc"
