// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"
#include "app/lab/settle.h"
#include "tests/support/test_program.h"

#include <QFile>

using namespace tangent;

/// A link that was ever published goes on leading to its state.
class PublishedLinksTest : public QObject {
    Q_OBJECT

private slots:
    void resolves_data()
    {
        QTest::addColumn<QString>("link");
        QFile file(QStringLiteral(TANGENT_SOURCE_DIR "/tests/links/published.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int line = 0;
        for (const QByteArray& link : file.readAll().split('\n')) {
            ++line;
            if (!link.isEmpty())
                QTest::addRow("line %d", line) << QString::fromUtf8(link);
        }
        QVERIFY(line > 1);
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
