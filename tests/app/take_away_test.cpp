// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/compute.h"
#include "app/lab/data/catalogue.h"
#include "app/lab/data/csv.h"
#include "app/lab/registry.h"
#include "app/lab/settle.h"
#include "app/take_away/tables.h"
#include "app/take_away/take_away_dialog.h"

#include "tests/support/test_program.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSvgRenderer>

using namespace tangent;

namespace {

Subject subjectAt(const QString& topic)
{
    Subject subject;
    subject.lab = findLab(topic);
    subject.settled = settle(*subject.lab, {}, DataCatalogue::shared());
    Stages stages;
    subject.scene = computeScene(*subject.lab, subject.settled, stages);
    return subject;
}

QComboBox* boxNamed(const TakeAwayDialog& dialog, const QString& name)
{
    for (QComboBox* box : dialog.findChildren<QComboBox*>()) {
        if (box->accessibleName() == name)
            return box;
    }
    return nullptr;
}

} // namespace

class TakeAwayTest : public QObject {
    Q_OBJECT

private slots:
    void aPictureHasItsSizeTimesItsScale()
    {
        PictureOptions options;
        options.size = QSize(640, 400);
        options.scale = 2.5;
        QString complaint;
        const auto bytes = pictureOf(subjectAt("k-means"), options, "png", &complaint);
        QVERIFY2(bytes.has_value(), qPrintable(complaint));
        QCOMPARE(QImage::fromData(*bytes, "PNG").size(), QSize(1600, 1000));
    }

    /// A bitmap inside would be the whole picture as one image element.
    void svgHoldsVectors()
    {
        QString complaint;
        const auto bytes = pictureOf(subjectAt("gradient-descent"), {}, "svg", &complaint);
        QVERIFY(bytes && QSvgRenderer(*bytes).isValid());
        QVERIFY(bytes->count("<path") + bytes->count("<polyline") > 50);
    }

    /// Outside the window nothing else says it.
    void aPictureOfSomeRowsSaysSo()
    {
        const auto svg = [](const Subject& subject, const QString& figure = {}) {
            PictureOptions options;
            options.figure = figure;
            QString complaint;
            return QString::fromUtf8(pictureOf(subject, options, "svg", &complaint).value_or(QByteArray()));
        };
        Subject subject = subjectAt("k-means");
        const QString line = subject.scene.dataLine;
        QVERIFY(!line.isEmpty() && !svg(subject).contains(line)); // all of them: the picture is enough
        subject.settled.whole = DataCatalogue::shared().load("faithful");
        sayWhichRows(subject.settled, &subject.scene);
        QVERIFY(subject.scene.dataLine.contains("of 272 rows"));
        for (const QString& figure : {QString(), subject.scene.figures.front().key})
            QVERIFY2(svg(subject, figure).contains(subject.scene.dataLine), qPrintable(figure));

        CsvOptions options;
        options.fileName = "drawn.csv";
        options.sampleRows = 40;
        const CsvResult read = readCsv("a,b\n" + QByteArray("1,2\n2,5\n").repeated(50), options);
        DataCatalogue catalogue;
        catalogue.addTable(read.table);
        Request request;
        request.values["data"] = read.table->name;
        subject.settled = settle(*subject.lab, request, catalogue);
        Stages stages;
        subject.scene = computeScene(*subject.lab, subject.settled, stages);
        QVERIFY(svg(subject).contains("drawn.csv (sample of 100 rows, seed 1), 40 rows"));
    }

    void everyLabsTablesAreCsv()
    {
        for (const auto& lab : allLabs()) {
            const Subject subject = subjectAt(lab->info().id);
            const auto tables = tablesOf(subject.scene);
            QCOMPARE(tables.back().key, QString("readouts"));
            for (const DataTable& table : tables) {
                const QByteArray csv = csvOf(table);
                QVERIFY2(csv.startsWith(table.columns.front().toUtf8()),
                    qPrintable(lab->info().id + u' ' + table.key));
                QVERIFY(csv.count('\n') >= qsizetype(table.rows.size()) + 1);
            }
        }
    }

    void cellsThatNeedQuotesHaveThem()
    {
        const DataTable table{"t", {"plain", "with, comma"}, {{QString("say \"so\""), 0.5}}};
        QCOMPARE(csvOf(table), QByteArray("plain,\"with, comma\"\n\"say \"\"so\"\"\",0.5\n"));
    }

    void theDialogAsksForWhatIsChosen()
    {
        const Subject subject = subjectAt("k-means");
        TakeAwayDialog dialog(subject, true);
        QVERIFY(dialog.pictureOptions().dark);
        QVERIFY(!dialog.findChildren<QLabel*>().isEmpty());
        QCOMPARE(dialog.table(), -1);
        boxNamed(dialog, "Figure")->setCurrentIndex(2);
        QCOMPARE(dialog.pictureOptions().figure, subject.scene.figures[1].key);
        boxNamed(dialog, "Format")->setCurrentText("PDF");
        QCOMPARE(dialog.pictureSuffix(), QString("pdf"));
        QCOMPARE(dialog.pictureOptions().scale, 1.0);
        boxNamed(dialog, "Table")->setCurrentIndex(1);
        QCOMPARE(dialog.table(), 0);
        QSignalSpy wanted(&dialog, &TakeAwayDialog::pictureWanted);
        for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
            if (button->text() == "Save picture…")
                button->click();
        }
        QCOMPARE(wanted.count(), 1);
    }
};

TANGENT_TEST(TakeAwayTest)
#include "take_away_test.moc"
