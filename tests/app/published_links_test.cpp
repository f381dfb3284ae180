// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"
#include "app/lab/settle.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>

using namespace tangent;

/// A link that was ever published goes on leading to its state.
class PublishedLinksTest : public QObject {
    Q_OBJECT

private slots:
    void resolves_data()
    {
        QTest::addColumn<QString>("link");
        const QDir folder(QStringLiteral(TANGENT_SOURCE_DIR "/tests/links"));
        for (const QString& name : folder.entryList({QStringLiteral("*.txt")})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            int line = 0;
            for (const QByteArray& link : file.readAll().split('\n')) {
                ++line;
                if (!link.isEmpty())
                    QTest::addRow("%s line %d", qPrintable(name), line) << QString::fromUtf8(link);
            }
            QVERIFY2(line > 1, qPrintable(name));
        }
    }

    void resolves()
    {
        QFETCH(QString, link);
        QString complaint;
        const auto request = readLink(link, &complaint);
        QVERIFY2(request, qPrintable(complaint));
        const Lab* lab = findLab(request->topic);
        QVERIFY2(lab, qPrintable(link));
        const Settled state = settle(*lab, *request, DataCatalogue::shared());
        QVERIFY2(state.complaints.empty(),
            state.complaints.empty() ? "" : qPrintable(link + state.complaints.front().sentence));
    }
};

TANGENT_TEST(PublishedLinksTest)
#include "published_links_test.moc"
