// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/command_line.h"
#include "app/lab/compute.h"
#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"
#include "app/lab/settle.h"
#include "app/note/note_library.h"
#include "app/talk/caption.h"
#include "app/talk/talk.h"

#include "tests/support/test_program.h"

#include <QFile>
#include <QTemporaryDir>

using namespace tangent;

namespace {

const char* const example = "# Getting stuck\n"
                            "\n"
                            "Words before the list are for whoever reads the file.\n"
                            "\n"
                            "1. It has [stopped](tangent:k-means?k=3): [170](show:inertia).\n"
                            "\n"
                            "   Wait ten seconds.\n"
                            "2. [Less?](predict:inertia) With [two restarts](lab:?restarts=2), then\n"
                            "   [ten](lab:?restarts=10).\n"
                            "3. Nothing moves here.\n"
                            "4. [From the start](lab:=?k=5) and [elsewhere](tangent:gini-split).\n";

QStringList sentences(const std::vector<NoteComplaint>& complaints)
{
    QStringList result;
    for (const NoteComplaint& one : complaints)
        result << QStringLiteral("%1 %2").arg(one.line).arg(one.sentence);
    return result;
}

QString words(const TalkStop& stop)
{
    QString here;
    for (const CaptionPart& part : stop.caption)
        here += part.here ? part.text : QString();
    return here;
}

} // namespace

class TalkTest : public QObject {
    Q_OBJECT

private slots:
    void everyLinkIsAStop()
    {
        std::vector<NoteComplaint> complaints;
        const Talk talk = parseTalk(QString::fromUtf8(example), &complaints);
        QCOMPARE(sentences(complaints), QStringList());
        QCOMPARE(talk.title, QString("Getting stuck"));
        QStringList links;
        for (const TalkStop& stop : talk.stops)
            links << QString::number(stop.item) + u' ' + stop.link();
        QCOMPARE(links,
            (QStringList{"1 tangent:k-means?k=3", "2 tangent:k-means?k=3&restarts=2",
                "2 tangent:k-means?k=3&restarts=10", "3 tangent:k-means?k=3&restarts=10",
                "4 tangent:k-means?k=5", "4 tangent:gini-split"}));
        QCOMPARE(words(talk.stops[1]), QString("two restarts"));
        QCOMPARE(words(talk.stops[2]), QString("ten"));
        QCOMPARE(talk.stops[1].ask, QString("inertia"));
        QCOMPARE(talk.stops[1].question, QString("Less?"));
        QVERIFY(talk.stops[2].ask.isEmpty());
        QCOMPARE(talk.stops[0].remarks, QString("Wait ten seconds."));
        QCOMPARE(talk.stops[0].plainCaption(), QString("It has stopped: 170."));
        QCOMPARE(talk.stops[2].line, 9);
    }

    void captionsCarryTheNumbersOfTheirState()
    {
        const Talk talk = parseTalk(QString::fromUtf8(example), nullptr);
        Scene scene;
        Readout inertia;
        inertia.key = "inertia";
        inertia.value = 42.0;
        scene.readouts.push_back(inertia);
        QCOMPARE(captionWith(talk.stops[0], scene), QString("It has stopped: 42."));
    }

    void mistakesAreNamedByLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("no title") << "1. [a](tangent:k-means)\n"
                                  << "1 The talk has no title: begin it with a line “# Title”.";
        QTest::newRow("no stops") << "# T\nwords\n"
                                  << "1 The talk has no stops: they are the links of a numbered list, 1. "
                                     "[words](tangent:TOPIC).";
        QTest::newRow("no lab open")
            << "# T\n\n1. [a](lab:?k=2)\n2. [b](tangent:k-means)\n"
            << "3 No lab is open here: the first link of a talk is tangent:TOPIC or tangent:TOPIC?key=value.";
        QTest::newRow("unknown topic") << "# T\n\n1. [a](tangent:k-mean)\n"
                                       << "3 There is no topic “k-mean”; did you mean “k-means”?";
        QTest::newRow("unknown readout") << "# T\n\n1. [a](tangent:k-means) [1](show:loss)\n"
                                         << "3 show:loss names no readout of k-means.";
        QTest::newRow("unknown question") << "# T\n\n1. [a](predict:loss) [b](tangent:k-means)\n"
                                          << "3 predict:loss names no readout, handle or figure of k-means.";
        QTest::newRow("question without answer") << "# T\n\n1. [b](tangent:k-means) [a](predict:inertia)\n"
                                                 << "3 The question “a” is followed by no link in its item.";
    }

    void mistakesAreNamedByLine()
    {
        QFETCH(QString, text);
        QFETCH(QString, complaint);
        std::vector<NoteComplaint> complaints;
        const Talk talk = parseTalk(text, &complaints);
        const auto more = checkTalk(talk, DataCatalogue::shared());
        complaints.insert(complaints.end(), more.begin(), more.end());
        QCOMPARE(sentences(complaints), QStringList{complaint});
    }

    void valuesOutOfRangeAreNamed()
    {
        const Talk talk = parseTalk("# T\n\n1. [a](tangent:k-means?k=99)\n", nullptr);
        const auto complaints = checkTalk(talk, DataCatalogue::shared());
        QCOMPARE(complaints.size(), size_t(1));
        QCOMPARE(complaints[0].line, 3);
        QVERIFY(complaints[0].sentence.contains("99"));
    }

    void aNoteIsATalk()
    {
        const NoteLibrary notes(TANGENT_SOURCE_DIR "/notes");
        for (const QString& topic : notes.topics()) {
            const Note* note = notes.find(topic);
            const Talk talk = talkOf(*note);
            size_t at = 0;
            for (size_t item = 0; item < note->tryIt.size(); ++item) {
                for (size_t step = 0; step < note->tryIt[item].steps.size(); ++step, ++at) {
                    QVERIFY(at < talk.stops.size());
                    QCOMPARE(talk.stops[at].item, int(item) + 1);
                    QCOMPARE(talk.stops[at].query, queryOfItem(*note, int(item), int(step)));
                }
            }
            QCOMPARE(sentences(checkTalk(talk, DataCatalogue::shared())), QStringList());
        }
    }

    void theExampleTalkIsSound()
    {
        QFile file(TANGENT_SOURCE_DIR "/resources/talks/where-learning-gets-stuck.md");
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::vector<NoteComplaint> complaints;
        const Talk talk = parseTalk(QString::fromUtf8(file.readAll()), &complaints);
        const auto more = checkTalk(talk, DataCatalogue::shared());
        complaints.insert(complaints.end(), more.begin(), more.end());
        QCOMPARE(sentences(complaints), QStringList());
        QCOMPARE(talk.stops.size(), size_t(7));
    }

    void theCommandLineChecksAndPrints()
    {
        QTemporaryDir folder;
        const QString good = folder.filePath("good.md");
        const QString bad = folder.filePath("bad.md");
        QFile goodFile(good);
        QVERIFY(goodFile.open(QIODevice::WriteOnly) && goodFile.write(example) > 0);
        goodFile.close();
        QFile badFile(bad);
        QVERIFY(badFile.open(QIODevice::WriteOnly) && badFile.write("# T\n\n1. [a](tangent:nowhere)\n") > 0);
        badFile.close();

        Streams streams;
        QCOMPARE(runCommand({"check", good}, DataCatalogue::shared(), &streams), exitDone);
        QCOMPARE(runCommand({"check", bad}, DataCatalogue::shared(), &streams), exitInput);
        QVERIFY2(streams.err.contains("Line 3: There is no topic"), qPrintable(streams.err));

        const QString paper = folder.filePath("talk.pdf");
        QCOMPARE(runCommand({"handout", bad, "-o", paper}, DataCatalogue::shared(), &streams), exitInput);
        QVERIFY(!QFile::exists(paper));
        QCOMPARE(runCommand({"handout", good, "-o", paper}, DataCatalogue::shared(), &streams), exitDone);
        QFile pdf(paper);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF-"));
    }
};

TANGENT_TEST(TalkTest)
#include "talk_test.moc"
