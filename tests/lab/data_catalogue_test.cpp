// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/catalogue.h"
#include "tests/support/test_program.h"

#include <QSet>

#include <cmath>
#include <thread>

using namespace tangent;

/// The built-in tables against their sources, and how the catalogue finds, keeps and refuses.
class DataCatalogueTest : public QObject {
    Q_OBJECT

private slots:
    void builtinShape_data();
    void builtinShape();
    void builtinMean_data();
    void builtinMean();
    void builtinLevels_data();
    void builtinLevels();
    void penguinsMissWhatTheirSourceMisses();
    void airPassengersHaveMonths();
    void digitsArePixels();
    void units();
    void everyNameLoads();
    void tablesAreShared();
    void generatorsKeepTheLastUsed();
    void valuesOutOfRangeAreMovedInside();
    void unknownNames_data();
    void unknownNames();
    void filesAreFoundByNameAndHash();
    void badFilesAreRefused();
    void worksFromSeveralThreads();
};

namespace {

TablePointer load(const QString& name)
{
    return DataCatalogue::shared().load(name);
}

int missing(const Column& column)
{
    int count = 0;
    for (int row = 0; row < int(column.isNumeric() ? column.numbers.size() : column.codes.size()); ++row)
        count += column.isMissing(row);
    return count;
}

} // namespace

void DataCatalogueTest::builtinShape_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("numbers");
    QTest::addColumn<QString>("categories");
    QTest::addColumn<QString>("label");
    QTest::newRow("iris") << 150 << 4 << "species"
                          << "species";
    QTest::newRow("penguins") << 344 << 4 << "species,island,sex,year"
                              << "species";
    QTest::newRow("breast-cancer") << 569 << 30 << "diagnosis"
                                   << "diagnosis";
    QTest::newRow("wine") << 178 << 13 << "cultivar"
                          << "cultivar";
    QTest::newRow("digits") << 1797 << 64 << "digit"
                            << "digit";
    QTest::newRow("faithful") << 272 << 2 << ""
                              << "";
    QTest::newRow("air-passengers") << 144 << 1 << ""
                                    << "";
}

void DataCatalogueTest::builtinShape()
{
    QFETCH(int, rows);
    QFETCH(int, numbers);
    QFETCH(QString, categories);
    QFETCH(QString, label);
    const TablePointer table = load(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(table);
    QCOMPARE(table->name, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!table->title.isEmpty());
    QCOMPARE(table->rowCount(), rows);
    QCOMPARE(table->rowIds.back(), rows);
    QCOMPARE(table->numericColumns().size(), numbers);
    QCOMPARE(table->categoryColumns().join(','), categories);
    QCOMPARE(table->label, label);
}

void DataCatalogueTest::builtinMean_data()
{
    // R 4.2: colMeans(…, na.rm = TRUE) of iris, penguins, faithful, AirPassengers; the others from the
    // descriptions of scikit-learn's copies, which give fewer digits.
    QTest::addColumn<QString>("table");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("tolerance");
    const auto row = [](const char* table, const char* column, double mean, double tolerance) {
        QTest::newRow(column) << QString::fromLatin1(table) << mean << tolerance;
    };
    row("iris", "sepal-length", 5.843333333, 1e-9);
    row("iris", "sepal-width", 3.057333333, 1e-9);
    row("iris", "petal-length", 3.758, 1e-9);
    row("iris", "petal-width", 1.199333333, 1e-9);
    row("penguins", "bill-length", 43.92192982, 1e-8);
    row("penguins", "bill-depth", 17.15116959, 1e-8);
    row("penguins", "flipper-length", 200.9152047, 1e-7);
    row("penguins", "body-mass", 4201.754386, 1e-6);
    row("faithful", "eruption", 3.487783088, 1e-9);
    row("faithful", "waiting", 70.89705882, 1e-8);
    row("air-passengers", "passengers", 280.2986111, 1e-7);
    row("wine", "alcohol", 13.0, 0.05);
    row("wine", "malic-acid", 2.34, 0.005);
    row("wine", "od280-od315-of-diluted-wines", 2.61, 0.005);
    row("wine", "proline", 746, 1);
}

void DataCatalogueTest::builtinMean()
{
    QFETCH(QString, table);
    QFETCH(double, mean);
    QFETCH(double, tolerance);
    const Column* column = load(table)->find(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(column);
    double sum = 0;
    int count = 0;
    for (const double value : column->numbers) {
        sum += std::isnan(value) ? 0 : value;
        count += !std::isnan(value);
    }
    QVERIFY2(std::abs(sum / count - mean) <= tolerance, qPrintable(QString::number(sum / count, 'g', 12)));
}

void DataCatalogueTest::builtinLevels_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("levels");
    QTest::addColumn<QList<int>>("counts");
    QTest::newRow("species") << "penguins"
                             << "Adelie,Chinstrap,Gentoo" << QList<int>{152, 68, 124};
    QTest::newRow("island") << "penguins"
                            << "Biscoe,Dream,Torgersen" << QList<int>{168, 124, 52};
    QTest::newRow("sex") << "penguins"
                         << "female,male" << QList<int>{165, 168};
    QTest::newRow("year") << "penguins"
                          << "2007,2008,2009" << QList<int>{110, 114, 120};
    QTest::newRow("diagnosis") << "breast-cancer"
                               << "benign,malignant" << QList<int>{357, 212};
    QTest::newRow("cultivar") << "wine"
                              << "1,2,3" << QList<int>{59, 71, 48};
    QTest::newRow("digit") << "digits"
                           << "0,1,2,3,4,5,6,7,8,9"
                           << QList<int>{178, 182, 177, 183, 181, 182, 181, 179, 174, 180};
}

void DataCatalogueTest::builtinLevels()
{
    QFETCH(QString, table);
    QFETCH(QString, levels);
    QFETCH(QList<int>, counts);
    const Column* column = load(table)->find(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(column->levels.join(','), levels);
    QList<int> found(column->levels.size(), 0);
    for (const int code : column->codes) {
        if (code >= 0)
            ++found[code];
    }
    QCOMPARE(found, counts);
}

void DataCatalogueTest::penguinsMissWhatTheirSourceMisses()
{
    const TablePointer penguins = load("penguins");
    for (const char* name : {"bill-length", "bill-depth", "flipper-length", "body-mass"})
        QCOMPARE(missing(*penguins->find(name)), 2);
    QCOMPARE(missing(*penguins->find("sex")), 11);
    for (const char* name : {"species", "island", "year"})
        QCOMPARE(missing(*penguins->find(name)), 0);
    QVERIFY(penguins->find("body-mass")->isMissing(3));
    QVERIFY(penguins->find("body-mass")->isMissing(271));
}

void DataCatalogueTest::airPassengersHaveMonths()
{
    const TablePointer table = load("air-passengers");
    const Column* month = table->find("month");
    QVERIFY(month->type == Column::Type::Date);
    QCOMPARE(month->text(0), "1949-01-01");
    QCOMPARE(month->text(143), "1960-12-01");
    QCOMPARE(table->find("passengers")->numbers[143], 432.0);
}

void DataCatalogueTest::digitsArePixels()
{
    const TablePointer table = load("digits");
    double total = 0;
    for (const QString& name : table->numericColumns()) {
        for (const double pixel : table->find(name)->numbers) {
            QVERIFY(pixel >= 0 && pixel <= 16 && pixel == std::floor(pixel));
            total += pixel;
        }
    }
    QCOMPARE(total, 561718.0); // digits.data.sum() in scikit-learn
    QCOMPARE(table->columns[8].name, "pixel-2-1");
    QCOMPARE(table->columns[63].name, "pixel-8-8");
    QCOMPARE(table->find("digit")->text(1796), "8");
}

void DataCatalogueTest::units()
{
    QCOMPARE(load("penguins")->find("body-mass")->unit, "g");
    QCOMPARE(load("penguins")->find("flipper-length")->unit, "mm");
    QCOMPARE(load("iris")->find("petal-width")->unit, "cm");
    QCOMPARE(load("faithful")->find("waiting")->unit, "min");
    QVERIFY(load("penguins")->find("year")->unit.isEmpty());
}

void DataCatalogueTest::everyNameLoads()
{
    DataCatalogue catalogue;
    QSet<QString> names;
    for (const DataName& one : catalogue.names()) {
        QString complaint;
        const TablePointer table = catalogue.load(one.name, {}, &complaint);
        QVERIFY2(table, qPrintable(complaint));
        QCOMPARE(table->name, one.name);
        QCOMPARE(table->title, one.title);
        QCOMPARE(catalogue.isGenerator(one.name), one.kind == DataName::Kind::Generator);
        QVERIFY(!names.contains(one.name));
        names.insert(one.name);
        QVERIFY(table->label.isEmpty() || table->find(table->label)->type == Column::Type::Category);
    }
    for (const char* name :
        {"iris", "penguins", "breast-cancer", "wine", "digits", "faithful", "air-passengers", "blobs",
            "moons", "circles", "xor", "spiral", "gaussians", "bells", "ring-500"})
        QVERIFY2(names.contains(name), name);
}

void DataCatalogueTest::tablesAreShared()
{
    DataCatalogue catalogue;
    QCOMPARE(catalogue.load("iris"), catalogue.load("iris"));
    const Values seven{{"seed", 7.0}};
    QCOMPARE(catalogue.load("blobs", seven), catalogue.load("blobs", seven));
    QVERIFY(catalogue.load("blobs") != catalogue.load("blobs", seven));
    const TablePointer plain = catalogue.load("blobs");
    QCOMPARE(catalogue.load("blobs", {{"rows", 200.0}, {"unknown", 1.0}}), plain);
}

void DataCatalogueTest::generatorsKeepTheLastUsed()
{
    DataCatalogue catalogue;
    const TablePointer first = catalogue.load("moons", {{"seed", 0.0}});
    const TablePointer second = catalogue.load("moons", {{"seed", 1.0}});
    for (double seed = 2; seed < 9; ++seed) {
        catalogue.load("moons", {{"seed", 0.0}}); // in use all the time
        catalogue.load("moons", {{"seed", seed}});
    }
    QCOMPARE(catalogue.load("moons", {{"seed", 0.0}}), first);
    const TablePointer again = catalogue.load("moons", {{"seed", 1.0}});
    QVERIFY(again != second);
    QVERIFY(*again == *second);
}

void DataCatalogueTest::valuesOutOfRangeAreMovedInside()
{
    DataCatalogue catalogue;
    QCOMPARE(catalogue.load("blobs", {{"rows", -5.0}})->rowCount(), 10);
    QCOMPARE(catalogue.load("blobs", {{"rows", std::nan("")}})->rowCount(), 200);
    QCOMPARE(catalogue.load("blobs", {{"rows", QString("many")}})->rowCount(), 200);
    QCOMPARE(catalogue.load("blobs", {{"centres", 1e9}})->find("label")->levels.size(), 10);
}

void DataCatalogueTest::unknownNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("part");
    QTest::newRow("a slip") << "penguin"
                            << "did you mean “penguins”?";
    QTest::newRow("an underscore") << "breast_cancer"
                                   << "did you mean “breast-cancer”?";
    QTest::newRow("nothing") << ""
                             << "there is no data called “”";
    QTest::newRow("a file") << "file:my@sales.csv@0123456789ab"
                            << "“my@sales.csv” is not open; open this file first";
    QTest::newRow("a file without a hash") << "file:sales.csv"
                                           << "“sales.csv” is not open";
    QTest::newRow("no path is followed") << "file:/etc/passwd@0123456789ab"
                                         << "is not open";
}

void DataCatalogueTest::unknownNames()
{
    QFETCH(QString, name);
    QFETCH(QString, part);
    QString complaint;
    QVERIFY(!DataCatalogue().load(name, {}, &complaint));
    QVERIFY2(complaint.contains(part), qPrintable(complaint));
    QVERIFY(!DataCatalogue().load(name));
}

void DataCatalogueTest::filesAreFoundByNameAndHash()
{
    DataCatalogue catalogue;
    const TablePointer added = catalogue.addFile("/tmp/a@b.csv", "x,y\n1,2\n");
    QVERIFY(added->name.startsWith("file:a@b.csv@"));
    QCOMPARE(catalogue.load(added->name), added);
    QCOMPARE(catalogue.names().back().name, added->name);
    QVERIFY(catalogue.names().back().kind == DataName::Kind::File);
    QString complaint;
    QVERIFY(!catalogue.load("file:a@b.csv@000000000000", {}, &complaint));
    QVERIFY2(complaint.contains("differs"), qPrintable(complaint));
    const auto before = catalogue.names().size();
    catalogue.addFile("a@b.csv", "x,y\n1,2\n");
    QCOMPARE(catalogue.names().size(), before);
    QVERIFY(!DataCatalogue().load(added->name));
}

void DataCatalogueTest::badFilesAreRefused()
{
    DataCatalogue catalogue;
    QString complaint;
    const auto before = catalogue.names().size();
    QVERIFY(!catalogue.addFile("a.csv", "x,\"y\n1,2\n", &complaint));
    QVERIFY(complaint.startsWith("Line 1, column 2:"));
    Table foreign;
    foreign.name = "iris";
    catalogue.addTable(std::make_shared<Table>(foreign));
    QCOMPARE(catalogue.names().size(), before);
}

void DataCatalogueTest::worksFromSeveralThreads()
{
    DataCatalogue catalogue;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&catalogue, t] {
            for (int i = 0; i < 50; ++i) {
                catalogue.load("iris");
                catalogue.load("spiral", {{"seed", double((i + t) % 11)}});
                catalogue.addFile("f.csv", "a\n" + QByteArray::number(i % 5) + "\n");
                catalogue.names();
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    DataCatalogue alone;
    QVERIFY(*catalogue.load("spiral", {{"seed", 3.0}}) == *alone.load("spiral", {{"seed", 3.0}}));
}

TANGENT_TEST(DataCatalogueTest)
#include "data_catalogue_test.moc"
