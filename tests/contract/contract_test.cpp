// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"
#include "app/note/note_check.h"
#include "app/note/note_library.h"
#include "tests/contract/lab_checks.h"
#include "tests/support/test_program.h"

using namespace tangent;
using namespace tangent::tests;

/// Every lab keeps every promise; a new lab is covered by existing.
class ContractTest : public QObject {
    Q_OBJECT

private slots:
    void labs_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<int>("check");
        for (const auto& lab : allLabs()) {
            for (size_t i = 0; i < labChecks().size(); ++i)
                QTest::addRow("%s: %s", qPrintable(lab->info().id), labChecks()[i].name)
                    << lab->info().id << int(i);
        }
    }

    void labs()
    {
        QFETCH(QString, topic);
        QFETCH(int, check);
        const QStringList problems = labChecks()[size_t(check)].problems(*findLab(topic));
        QVERIFY2(problems.isEmpty(), qPrintable(problems.mid(0, 6).join(QLatin1Char('\n'))));
    }

    void notes_data()
    {
        QTest::addColumn<QString>("topic");
        for (const auto& lab : allLabs())
            QTest::addRow("%s", qPrintable(lab->info().id)) << lab->info().id;
    }

    /// Links, live numbers and challenge name what exists; the challenge is false at the defaults and true
    /// at its solution.
    void notes()
    {
        QFETCH(QString, topic);
        const NoteLibrary notes(QStringLiteral(":/notes"));
        const Note* note = notes.find(topic);
        QVERIFY(note);
        QStringList problems;
        for (const NoteComplaint& complaint : notes.complaints(topic))
            problems << QStringLiteral("line %1: %2").arg(complaint.line).arg(complaint.sentence);
        for (const NoteComplaint& complaint : checkNote(*note, *findLab(topic), DataCatalogue::shared()))
            problems << QStringLiteral("line %1: %2").arg(complaint.line).arg(complaint.sentence);
        // Whatever a reader has dragged before, the list begins where its figures hold.
        if (!note->tryIt.empty() && !note->tryIt.front().query.isEmpty())
            QVERIFY(note->tryIt.front().fromDefaults);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.mid(0, 6).join(QLatin1Char('\n'))));
    }
};

TANGENT_TEST(ContractTest)
#include "contract_test.moc"
