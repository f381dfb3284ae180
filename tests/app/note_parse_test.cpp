// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/live_link.h"
#include "app/note/note_library.h"

#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace tangent;

namespace {

const char* const example = "---\n"
                            "title: \"Gradient: descent\"\n"
                            "chapter: concepts\n"
                            "rows: 15, 16\n"
                            "prerequisites: k-means, pca\n"
                            "sources:\n"
                            "  - Cauchy, 1847\n"
                            "  - Polyak: 1964\n"
                            "challenge: converged-at<=80&condition=50\n"
                            "solution: lab:=?condition=50&momentum=0.6\n"
                            "---\n"
                            "\n"
                            "# Gradient descent\n"
                            "\n"
                            "Down it goes.\n"
                            "\n"
                            "## Try it\n"
                            "\n"
                            "1. First [slow](lab:?rate=0.01) then\n"
                            "   [fast](lab:?rate=0.1&step=9).\n"
                            "2. No link here.\n"
                            "3. From [the start](lab:=?k=2), see [1](show:loss).\n"
                            "4. More [steps](lab:?step=4).\n"
                            "\n"
                            "## Challenge\n"
                            "\n"
                            "Leave it.\n"
                            "\n"
                            "Only the momentum:\n"
                            "[arrive](goal:converged-at<=80&condition=50).\n";

QStringList lines(const std::vector<NoteComplaint>& complaints)
{
    QStringList result;
    for (const NoteComplaint& complaint : complaints)
        result << QStringLiteral("%1 %2").arg(complaint.line).arg(complaint.sentence);
    return result;
}

} // namespace

class NoteParseTest : public QObject {
    Q_OBJECT

private slots:
    void frontMatter()
    {
        std::vector<NoteComplaint> complaints;
        const Note note = parseNote(QString::fromUtf8(example), &complaints);
        QCOMPARE(lines(complaints), QStringList());
        QCOMPARE(note.title, QStringLiteral("Gradient: descent"));
        QCOMPARE(note.chapter, QStringLiteral("concepts"));
        QCOMPARE(note.rows, (std::vector<int>{15, 16}));
        QCOMPARE(note.prerequisites, (QStringList{"k-means", "pca"}));
        QCOMPARE(note.sources, (QStringList{"Cauchy, 1847", "Polyak: 1964"}));
        QCOMPARE(note.challenge, QStringLiteral("converged-at<=80&condition=50"));
        QCOMPARE(note.challengeText, QStringLiteral("Only the momentum: arrive."));
        QCOMPARE(note.solution, QStringLiteral("condition=50&momentum=0.6"));
        QCOMPARE(note.bodyLine, 12);
        QVERIFY(note.body.startsWith(QLatin1String("\n# Gradient")));
    }

    void windowsLineEnds()
    {
        std::vector<NoteComplaint> complaints;
        const Note note = parseNote(
            QString::fromUtf8(example).replace(QLatin1Char('\n'), QLatin1String("\r\n")), &complaints);
        QVERIFY(complaints.empty());
        QCOMPARE(note.body, parseNote(QString::fromUtf8(example), nullptr).body);
    }

    void tryIt()
    {
        const Note note = parseNote(QString::fromUtf8(example), nullptr);
        QCOMPARE(int(note.tryIt.size()), 4);
        QCOMPARE(note.tryIt[0].text, QStringLiteral("First slow then fast."));
        QCOMPARE(note.tryIt[0].query, QStringLiteral("rate=0.01"));
        QVERIFY(!note.tryIt[0].fromDefaults);
        QCOMPARE(int(note.tryIt[0].steps.size()), 2);
        QCOMPARE(note.tryIt[1].query, QString());
        QVERIFY(note.tryIt[2].fromDefaults);
        QCOMPARE(int(note.tryIt[2].steps.size()), 1);
    }

    void pathOfTheTalk()
    {
        const Note note = parseNote(QString::fromUtf8(example), nullptr);
        QCOMPARE(queryOfItem(note, 0), QStringLiteral("rate=0.01"));
        QCOMPARE(queryOfItem(note, 0, 1), QStringLiteral("rate=0.1&step=9"));
        QCOMPARE(queryOfItem(note, 1), QStringLiteral("rate=0.1&step=9")); // an item without a link stays
        QCOMPARE(queryOfItem(note, 2), QStringLiteral("k=2"));             // from the defaults
        QCOMPARE(queryOfItem(note, 3), QStringLiteral("k=2&step=4"));
    }

    void complaints_data()
    {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("replace");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* name, const char* find, const char* replace, int line,
                             const char* part) {
            QTest::newRow(name) << QString::fromUtf8(find) << QString::fromUtf8(replace) << line
                                << QString::fromUtf8(part);
        };
        row("no front matter", "---\ntitle", "title", 1, "front matter");
        row("no title", "title: \"Gradient: descent\"", "# nothing", 1, "no title");
        row("unknown key", "chapter:", "chapters:", 3, "“chapters”");
        row("no colon", "chapter: concepts", "chapter concepts", 3, "key: value");
        row("key twice", "chapter: concepts", "title: b", 3, "twice");
        row("item without a key", "sources:\n", "rows:\n", 6, "twice");
        row("row is no number", "rows: 15, 16", "rows: 15, x", 4, "“x”");
        row("goal ill formed", "challenge: converged-at<=80", "challenge: converged-at<80", 9,
            "no condition");
        row("goals differ", "[arrive](goal:converged-at<=80&condition=50)", "[arrive](goal:x=1)", 30,
            "not the challenge");
        row("bad link", "lab:?step=4", "lab:step=4", 23, "no lab link");
        row("unknown link", "show:loss", "run:loss", 22, "no link of a note");
        row("lonely dollar", "Leave it.", "Leave $5 alone.", 27, "no partner");
    }
    void complaints()
    {
        QFETCH(QString, find);
        QFETCH(QString, replace);
        QFETCH(int, line);
        QFETCH(QString, part);
        QString text = QString::fromUtf8(example);
        QVERIFY(text.contains(find));
        text.replace(text.indexOf(find), find.size(), replace);
        std::vector<NoteComplaint> complaints;
        parseNote(text, &complaints);
        QVERIFY(!complaints.empty());
        const bool found =
            std::any_of(complaints.begin(), complaints.end(), [&](const NoteComplaint& complaint) {
                return complaint.line == line && complaint.sentence.contains(part);
            });
        QVERIFY2(found, qPrintable(lines(complaints).join(QLatin1Char('\n'))));
        QVERIFY(std::is_sorted(complaints.begin(), complaints.end(),
            [](const auto& a, const auto& b) { return a.line < b.line; }));
    }

    void library()
    {
        QTemporaryDir folder;
        const auto write = [&](const QString& path, const QByteArray& text) {
            QDir(folder.path()).mkpath(QFileInfo(path).path());
            QFile file(folder.filePath(path));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write(QStringLiteral("models/trees.md"),
            "---\ntitle: Trees\n---\nA forest of entropy, and noise noise.\n");
        write(QStringLiteral("models/noise.md"), "---\ntitle: Noise\n---\nNothing else.\n");
        write(QStringLiteral("data/pca.md"), "---\ntitle: PCA\nchapter: models\n---\nSpread.\n");
        const NoteLibrary library(folder.path());
        QCOMPARE(library.topics(), (QStringList{"noise", "pca", "trees"}));
        QVERIFY(!library.find(QStringLiteral("knn")));
        QCOMPARE(library.find(QStringLiteral("trees"))->chapter, QStringLiteral("models"));
        QCOMPARE(library.find(QStringLiteral("trees"))->topic, QStringLiteral("trees"));
        QCOMPARE(
            int(library.complaints(QStringLiteral("pca")).size()), 1); // it lies in another chapter's folder
        const auto hits = library.search(QStringLiteral("noise"));
        QCOMPARE(int(hits.size()), 2);
        QCOMPARE(hits[0].topic, QStringLiteral("noise")); // a title beats a body, however often it says it
        QVERIFY(hits[1].snippet.contains(QLatin1String("entropy, and noise")));
        QVERIFY(library.search(QStringLiteral("noise spread")).empty());
        QCOMPARE(int(library.search(QStringLiteral("FOREST entropy")).size()), 1);
        QVERIFY(library.search(QStringLiteral("  ")).empty());
    }

    void everyNote()
    {
        const NoteLibrary library(QStringLiteral(TANGENT_SOURCE_DIR "/notes"));
        QVERIFY(!library.topics().isEmpty());
        for (const QString& topic : library.topics()) {
            const Note* note = library.find(topic);
            QVERIFY2(library.complaints(topic).empty(),
                qPrintable(topic + lines(library.complaints(topic)).join(QLatin1Char('\n'))));
            QVERIFY2(
                !note->title.isEmpty() && !note->rows.empty() && !note->sources.isEmpty(), qPrintable(topic));
            QVERIFY2(note->words >= 400 && note->words <= 900,
                qPrintable(QStringLiteral("%1: %2 words").arg(topic).arg(note->words)));
            QVERIFY2(note->tryIt.size() >= 3, qPrintable(topic));
            QVERIFY2(
                !note->challenge.isEmpty() && !note->challengeText.isEmpty() && !note->solution.isEmpty(),
                qPrintable(topic));
        }
    }
};

TANGENT_TEST(NoteParseTest)
#include "note_parse_test.moc"
