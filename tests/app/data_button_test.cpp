// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/catalogue.h"
#include "app/lab/data/csv.h"
#include "app/lab/registry.h"
#include "app/window/data_button.h"
#include "tests/support/test_program.h"

#include <QMenu>

using namespace tangent;

/// The words on the data, in the room that the presets leave them.
class DataButtonTest : public QObject {
    Q_OBJECT

private slots:
    void clausesGoOneByOne_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("steps");
        QTest::newRow("clauses") << "moons, 500 rows, 2 left out, 100 to validate"
                                 << QStringList{"moons, 500 rows, 2 left out, 100 to validate",
                                        "moons, 500 rows, 2 left out", "moons, 500 rows", "moons"};
        QTest::newRow("grouped numbers")
            << "a.csv, 1,000,000 rows" << QStringList{"a.csv, 1,000,000 rows", "a.csv"};
        QTest::newRow("a sample for the lab")
            << "a.csv, 9 rows, 1 left out (10 of 99 rows)"
            << QStringList{"a.csv, 9 rows, 1 left out (10 of 99 rows)", "a.csv, 9 rows (10 of 99 rows)",
                   "a.csv (10 of 99 rows)"};
        QTest::newRow("a sample of the file")
            << "a.csv (sample of 99 rows, seed 1), 10 rows"
            << QStringList{"a.csv (sample of 99 rows, seed 1), 10 rows", "a.csv (sample of 99 rows, seed 1)"};
    }

    void clausesGoOneByOne()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, steps);
        DataCatalogue catalogue;
        Experiment experiment(catalogue);
        DataButton button(experiment);
        button.setLine(line);
        for (const QString& step : steps) {
            QCOMPARE(button.text(), QString("Data: " + step));
            QVERIFY(button.toolTip().contains(line));
            button.fitInto(button.sizeHint().width() - 1);
        }
        QCOMPARE(button.text(), QString("Data"));
    }

    void theMenuSaysWhatTheButtonCannot()
    {
        DataCatalogue catalogue;
        Experiment experiment(catalogue);
        experiment.open(*findLab("k-means"), *readLink("k-means", nullptr));
        DataButton button(experiment);
        button.setLine("moons, 500 rows");
        emit button.menu()->aboutToShow();
        QVERIFY(button.menu()->actions().front()->text() != "moons, 500 rows");
        button.fitInto(10);
        emit button.menu()->aboutToShow();
        QCOMPARE(button.menu()->actions().front()->text(), QString("moons, 500 rows"));
        QVERIFY(!button.menu()->actions().front()->isEnabled());
    }

    /// Where not even the name has room.
    void aSampleIsSaidWhateverTheRoom()
    {
        DataCatalogue catalogue;
        CsvOptions options;
        options.fileName = "drawn.csv";
        options.sampleRows = 40;
        const TablePointer table = readCsv("a,b\n" + QByteArray("1,2\n2,5\n").repeated(50), options).table;
        catalogue.addTable(table);
        Experiment experiment(catalogue);
        Request request;
        request.topic = "k-means";
        request.values["data"] = table->name;
        experiment.open(*findLab("k-means"), request);
        DataButton button(experiment);
        button.setLine("drawn.csv (sample of 100 rows, seed 1), 40 rows");
        button.fitInto(10);
        QCOMPARE(button.text(), QString("Data: a sample"));
    }
};

TANGENT_TEST(DataButtonTest)
#include "data_button_test.moc"
