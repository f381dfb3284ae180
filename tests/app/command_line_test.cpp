// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/command_line.h"
#include "app/lab/data/catalogue.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace tangent;

namespace {

struct Answer {
    int exitCode = 0;
    Streams streams;
    QJsonDocument json() const { return QJsonDocument::fromJson(streams.out.toUtf8()); }
};

Answer run(const QStringList& arguments)
{
    Answer answer;
    answer.exitCode = runCommand(arguments, DataCatalogue::shared(), &answer.streams);
    return answer;
}

} // namespace

/// The command line as other programs use it.
class CommandLineTest : public QObject {
    Q_OBJECT

private slots:
    void readsAState()
    {
        const Answer answer = run({"read", "gradient-descent?step=end", "--json"});
        QCOMPARE(answer.exitCode, 0);
        QVERIFY(answer.streams.err.isEmpty());
        const QJsonObject object = answer.json().object();
        QCOMPARE(object["format"].toInt(), 1);
        QCOMPARE(object["topic"].toString(), QStringLiteral("gradient-descent"));
        QCOMPARE(object["link"].toString(), QStringLiteral("tangent:gradient-descent?step=end"));
        QCOMPARE(object["readouts"].toObject()["converged-at"].toObject()["value"].toDouble(), 55.0);
        QVERIFY(object["readouts"].toObject()["slope"].toObject()["value"].isNull());
        QVERIFY(!object["readouts"].toObject()["slope"].toObject()["note"].toString().isEmpty());
        QCOMPARE(object["state"].toObject()["start"].toArray(), QJsonArray({-4, 1}));
        QVERIFY(!object.contains("tables"));
    }

    void readsTables()
    {
        const QJsonObject tables =
            run({"read", "gradient-descent", "--json", "--tables"}).json().object()["tables"].toObject();
        QCOMPARE(tables["path"].toObject()["rows"].toArray().size(), 21);
    }

    void aComplaintEndsTheCommand()
    {
        const Answer answer = run({"read", "gradient-descent?learning-rate=99&nonsense=1", "--json"});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY(answer.streams.out.isEmpty());
        QCOMPARE(answer.streams.err.count('\n'), 2);
    }

    void refusesATableThatCannotServe_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no predictions") << QStringList({"confusion-matrix?data=iris"}) << 2;
        QTest::newRow("no predictions in wine") << QStringList({"confusion-matrix?data=wine"}) << 2;
        QTest::newRow("lenient") << QStringList({"confusion-matrix?data=iris", "--lenient"}) << 0;
        QTest::newRow("a model predicts")
            << QStringList({"confusion-matrix?data=iris&source=classifier"}) << 0;
        QTest::newRow("columns are named") << QStringList(
            {"confusion-matrix?data=penguins", "--role", "actual=species", "--role", "predicted=island"})
                                           << 0;
        QTest::newRow("the source is named") << QStringList({"confusion-matrix?data=iris&source=table"}) << 0;
        QTest::newRow("scores are there") << QStringList({"roc-auc?data=iris"}) << 0;
    }

    /// A link that names a table means to show it: where the table cannot serve, that is one sentence.
    void refusesATableThatCannotServe()
    {
        QFETCH(QStringList, words);
        QFETCH(int, exitCode);
        const Answer answer = run(QStringList({"read"}) + words);
        QVERIFY2(answer.exitCode == exitCode, qPrintable(answer.streams.err));
        QCOMPARE(answer.streams.out.isEmpty(), exitCode != 0);
        QCOMPARE(answer.streams.err.count('\n'), exitCode != 0 || words.contains("--lenient") ? 1 : 0);
    }

    void refusesAFileThatCannotServe()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("sick.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("score,label\n0.1,ill\n0.7,ill\n0.4,ill\n");
        file.close();
        const Answer answer = run({"read", "roc-auc", "--data", file.fileName()});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY(answer.streams.out.isEmpty());
        QCOMPARE(answer.streams.err,
            QStringLiteral("All rows used have the class ill. Choose a label with at least two classes.\n"));
    }

    void aSampleOfATableIsReadAndSaysSo()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("many.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x,y\n");
        for (int i = 0; i < 400; ++i)
            file.write(QByteArray::number(i) + ',' + QByteArray::number(i * i % 97) + '\n');
        file.close();
        const auto read = [&](const QStringList& more) {
            return run(
                QStringList({"read", "k-means?k=2", "--json", "--tables", "--data", file.fileName()}) + more);
        };
        const auto rows = [](const Answer& answer) {
            return answer.json().object()["tables"].toObject()["clusters"].toObject()["rows"].toArray();
        };
        const Answer sample = read({"--sample", "50"});
        QVERIFY2(sample.exitCode == 0, qPrintable(sample.streams.err));
        const QString line = sample.json().object()["data-line"].toString();
        QVERIFY2(line.contains("sample of 400 rows"), qPrintable(line));
        QCOMPARE(rows(sample).size(), 50);
        QCOMPARE(rows(read({})).size(), 400);
        QCOMPARE(read({"--sample", "50"}).streams.out, sample.streams.out);
        QVERIFY(rows(read({"--sample", "50,2"})) != rows(sample));
        for (const char* wrong : {"0", "many", "5,x", "5,1,2"}) {
            const Answer answer = read({"--sample", wrong});
            QCOMPARE(answer.exitCode, 2);
            QVERIFY2(answer.streams.err.contains("--sample takes"), qPrintable(answer.streams.err));
        }
        const Answer alone = run({"read", "k-means", "--sample", "50"});
        QCOMPARE(alone.exitCode, 2);
        QVERIFY2(alone.streams.err.contains("--data FILE"), qPrintable(alone.streams.err));
    }

    void tooLargeATableNamesTheSampleThatFits()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("wide.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray line = QByteArray("1,").repeated(15'999) + "1\n";
        for (int i = 0; i < 2600; ++i)
            file.write(line);
        file.close();
        const Answer answer = run({"read", "k-means", "--data", file.fileName()});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY2(answer.streams.err.contains("at most 40,000,000 cells")
                && answer.streams.err.endsWith(" Add --sample 2500.\n"),
            qPrintable(answer.streams.err));
    }

    void patternsOfTextsAreListed()
    {
        bool found = false;
        for (const QJsonValue& lab : run({"topics", "--json"}).json().array()) {
            for (const QJsonValue& parameter : lab.toObject()["parameters"].toArray()) {
                const QJsonObject object = parameter.toObject();
                found = found || !object["pattern"].toString().isEmpty();
                QVERIFY(!object.contains("pattern") || object["kind"].toString() == "text");
            }
        }
        QVERIFY(found);
    }

    void lenientGoesOn()
    {
        const Answer answer =
            run({"read", "gradient-descent?learning-rate=99&step=3", "--json", "--lenient"});
        QCOMPARE(answer.exitCode, 0);
        QCOMPARE(answer.json().object()["readouts"].toObject()["step"].toObject()["value"].toDouble(), 3.0);
        QVERIFY(!answer.json().object()["diagnostics"].toArray().isEmpty());
    }

    void anUnknownTopicNamesTheNearest()
    {
        const Answer answer = run({"read", "gradient-decent"});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY(answer.streams.err.contains("gradient-descent"));
    }

    void setBeatsTheLink()
    {
        const Answer answer = run({"read", "gradient-descent?step=3", "--json", "--set", "step=7"});
        QCOMPARE(answer.json().object()["readouts"].toObject()["step"].toObject()["value"].toDouble(), 7.0);
    }

    void topicsTellEverything()
    {
        const Answer answer = run({"topics", "--json"});
        const QJsonObject first = answer.json().array().first().toObject();
        for (const char* key :
            {"id", "title", "chapter", "covers", "class", "roles", "parameters", "readouts", "presets"})
            QVERIFY2(first.contains(QLatin1String(key)), key);
    }

    void rendersPictures_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("png") << "png" << QByteArray("\x89PNG");
        QTest::newRow("svg") << "svg" << QByteArray("<?xml");
        QTest::newRow("pdf") << "pdf" << QByteArray("%PDF");
    }

    void rendersPictures()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, begins);
        QTemporaryDir folder;
        const QString path = folder.filePath("picture." + suffix);
        const Answer answer =
            run({"render", "gradient-descent", "-o", path, "--size", "800x500", "--theme", "dark"});
        QVERIFY2(answer.exitCode == 0, qPrintable(answer.streams.err));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begins));
    }

    void rendersTheWindowToSize()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("window.png");
        QCOMPARE(
            run({"render", "gradient-descent", "-o", path, "--window", "--size", "1280x800", "--scale", "2"})
                .exitCode,
            0);
        QCOMPARE(QImage(path).size(), QSize(2560, 1600));
    }

    void refusesPictures_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("unknown figure") << QStringList({"--figure", "nothing"});
        QTest::newRow("size") << QStringList({"--size", "10x10"});
        QTest::newRow("scale") << QStringList({"--scale", "x"});
        QTest::newRow("theme") << QStringList({"--theme", "pink"});
    }

    void refusesPictures()
    {
        QFETCH(QStringList, options);
        QTemporaryDir folder;
        const Answer answer =
            run(QStringList({"render", "gradient-descent", "-o", folder.filePath("a.png")}) + options);
        QCOMPARE(answer.exitCode, 2);
        QCOMPARE(answer.streams.err.count('\n'), 1);
    }

    void cannotWriteIsTheMachinesFault()
    {
        QCOMPARE(run({"render", "gradient-descent", "-o", "/nonexistent/a.png"}).exitCode, 1);
    }

    void exportsTables()
    {
        QTemporaryDir folder;
        QCOMPARE(run({"export", "gradient-descent?step=2", "-o", folder.filePath("path.csv")}).exitCode, 0);
        QFile file(folder.filePath("path.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().split('\n').first(), QByteArray("step,x,y,loss,gradient-norm"));
        QCOMPARE(run({"export", "gradient-descent", "-o", folder.filePath("all")}).exitCode, 0);
        QVERIFY(QFile::exists(folder.filePath("all/readouts.csv")));
    }

    void checksFiles()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("bad.tangent"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "{\"format\": 1,\n \"topic\": \"gradient-descent\",\n \"state\": {\"learning-rate\": 99}}");
        file.close();
        const Answer answer = run({"check", file.fileName()});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY2(answer.streams.err.contains("Line 3"), qPrintable(answer.streams.err));
        QCOMPARE(
            run({"check", QStringLiteral(TANGENT_SOURCE_DIR "/notes/concepts/gradient-descent.md")}).exitCode,
            0);
    }

    void writesAGallery()
    {
        QTemporaryDir folder;
        QCOMPARE(run({"gallery", "-o", folder.path(), "gradient-descent"}).exitCode, 0);
        for (const char* name : {"index.html", "gradient-descent.html", "gradient-descent.png"})
            QVERIFY2(QFile::exists(folder.filePath(QLatin1String(name))), name);
    }
};

TANGENT_TEST(CommandLineTest)
#include "command_line_test.moc"
