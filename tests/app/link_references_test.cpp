// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/link_references.h"

#include "app/note/note.h"
#include "app/talk/talk.h"
#include "tests/support/test_program.h"

using namespace tangent;

class LinkReferencesTest : public QObject {
    Q_OBJECT

private slots:
    void writesOut_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("expected");
        QTest::newRow("after use") << "see [a b][far]\n\n[far]: lab:?k=3"
                                   << "see [a b](lab:?k=3)\n\n";
        QTest::newRow("before use") << "[far]: lab:?k=3\n[x][far]"
                                    << "\n[x](lab:?k=3)";
        QTest::newRow("twice, and capitals") << "[x][Far] [y][far]\n[FAR]: show:k"
                                             << "[x](show:k) [y](show:k)\n";
        QTest::newRow("bracket in the words") << "[w[0]][w]\n[w]: show:w"
                                              << "[w[0]](show:w)\n";
        QTest::newRow("code is text") << "`[x][y]`\n\n```\n[y]: z\n```"
                                      << "`[x][y]`\n\n```\n[y]: z\n```";
        QTest::newRow("inline links stay") << "[x](lab:?k=1) [2]"
                                           << "[x](lab:?k=1) [2]";
    }
    void writesOut()
    {
        QFETCH(QString, body);
        std::vector<NoteComplaint> complaints;
        QTEST(withLinksInline(body, 1, &complaints), "expected");
        QVERIFY(complaints.empty());
    }

    void complainsByLine_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("word");
        QTest::newRow("undefined") << "a\nb\n[x][near] c" << 13 << "no definition";
        QTest::newRow("unused") << "a\n\n[far]: lab:?k=3" << 13 << "Nothing uses";
        QTest::newRow("twice") << "[x][a]\n[a]: show:k\n[a]: show:l" << 13 << "defined twice";
    }
    void complainsByLine()
    {
        QFETCH(QString, body);
        QFETCH(QString, word);
        std::vector<NoteComplaint> complaints;
        withLinksInline(body, 11, &complaints);
        QCOMPARE(int(complaints.size()), 1);
        QTEST(complaints.front().line, "line");
        QVERIFY(complaints.front().sentence.contains(word));
    }

    void notesAndTalksReadThem()
    {
        const QString item = QStringLiteral("1. Take [four][more] centres.\n\n[more]: %1\n");
        const Note note = parseNote(
            QStringLiteral("---\ntitle: T\n---\n\n## Try it\n\n") + item.arg(QStringLiteral("lab:=?k=4")),
            nullptr);
        QCOMPARE(int(note.tryIt.size()), 1);
        QCOMPARE(note.tryIt.front().query, QStringLiteral("k=4"));
        QCOMPARE(note.tryIt.front().text, QStringLiteral("Take four centres."));
        const Talk talk =
            parseTalk(QStringLiteral("# T\n\n") + item.arg(QStringLiteral("tangent:k-means?k=4")), nullptr);
        QCOMPARE(int(talk.stops.size()), 1);
        QCOMPARE(talk.stops.front().link(), QStringLiteral("tangent:k-means?k=4"));
    }
};

TANGENT_TEST(LinkReferencesTest)
#include "link_references_test.moc"
