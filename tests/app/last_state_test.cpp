// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experiment/experiment.h"
#include "app/lab/registry.h"
#include "app/window/last_state.h"
#include "app/window/main_window.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QTemporaryDir>

using namespace tangent;

namespace {

QString drawing(int rows, int first)
{
    QStringList items;
    for (int i = 0; i < rows; ++i)
        items << QStringLiteral("+%1,%2,A").arg(double(first + i) / 1000).arg(i % 7);
    return items.join(QLatin1Char(';'));
}

/// A state of the lab with so many drawn rows.
Settled drawn(int rows, int first = 0)
{
    Request request;
    request.topic = QStringLiteral("k-means");
    request.encoded[QStringLiteral("data")] = QStringLiteral("drawn");
    request.encoded[QStringLiteral("patch")] = drawing(rows, first);
    return settle(*findLab(request.topic), request, DataCatalogue::shared());
}

} // namespace

/// What the next start opens.
class LastStateTest : public QObject {
    Q_OBJECT

private slots:
    void init() { home_ = std::make_unique<QTemporaryDir>(); }

    void shortStatesAreLinks()
    {
        LastState last(settings());
        QVERIFY(last.keep(drawn(20)));
        QVERIFY(files().isEmpty());
        QCOMPARE(reread(), drawn(20).state);
    }

    void longStatesComeBackWhole()
    {
        const Settled state = drawn(9000);
        QVERIFY(writeLink(state).size() > maximumLinkBytes);
        LastState last(settings());
        QVERIFY(last.keep(state));
        QCOMPARE(files().size(), 1);
        QCOMPARE(reread(), state.state);
        QVERIFY(QFileInfo(settings()).size() < maximumLinkBytes);
        // A longer one takes its place, and a short one leaves no file.
        QVERIFY(last.keep(drawn(9500)));
        QCOMPARE(files().size(), 1);
        QCOMPARE(reread(), drawn(9500).state);
        QVERIFY(last.keep(drawn(20)));
        QVERIFY(files().isEmpty());
        QCOMPARE(reread(), drawn(20).state);
    }

    void twoWindowsDoNotHarmEachOther()
    {
        LastState one(settings());
        LastState other(settings());
        QVERIFY(one.keep(drawn(9000)));
        QVERIFY(other.keep(drawn(20)));
        QCOMPARE(reread(), drawn(20).state);
        QVERIFY(one.keep(drawn(9000))); // its file was taken away
        QCOMPARE(reread(), drawn(9000).state);
        QVERIFY(other.keep(drawn(9000, 9)));
        QCOMPARE(reread(), drawn(9000, 9).state);
        QCOMPARE(files().size(), 1);
    }

    void otherSettingsAndFilesStay()
    {
        SharedJson file(settings());
        QVERIFY(file.change([](QJsonObject& root) { root["look"] = "dark"; }));
        const QString mine = home_->filePath("last-state-of-mine.tangent");
        QFile own(mine);
        QVERIFY(own.open(QIODevice::WriteOnly) && own.write("{}") == 2);
        own.close();
        LastState last(settings());
        QVERIFY(last.keep(drawn(9000)) && last.keep(drawn(20)));
        QCOMPARE(file.read()["look"].toString(), QString("dark"));
        QVERIFY(QFile::exists(mine));
    }

    void whatIsNotAsItWasWrittenIsSaid()
    {
        LastState last(settings());
        QVERIFY(last.keep(drawn(9000)));
        const QString path = home_->filePath(files().front());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() / 2));
        file.close();
        QString complaint;
        const auto request = last.read(DataCatalogue::shared(), &complaint);
        QVERIFY2(complaint.contains(files().front()), qPrintable(complaint));
        QCOMPARE(request->topic, QString("k-means")); // the topic is left
        QVERIFY(request->encoded.isEmpty());
        QFile::remove(path);
        complaint.clear();
        QVERIFY(last.read(DataCatalogue::shared(), &complaint));
        QVERIFY(!complaint.isEmpty());
        QVERIFY(last.keep(drawn(9000))); // and is mended by the next state
        QCOMPARE(reread(), drawn(9000).state);
    }

    /// Damage that leaves the length is mended, too, when the same state is kept again.
    void aDamagedFileIsWrittenAnew()
    {
        LastState last(settings());
        QVERIFY(last.keep(drawn(9000)));
        QFile file(home_->filePath(files().front()));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write("[") == 1);
        file.close();
        QVERIFY(last.keep(drawn(9000)));
        QCOMPARE(reread(), drawn(9000).state);
    }

    void theSettingsNameNoPath()
    {
        SharedJson file(settings());
        for (const char* name : {"../last-state.tangent", "/etc/passwd", "last-state-12.tangent"}) {
            QVERIFY(file.change([&](QJsonObject& root) {
                root["last-state"] = name;
                root["last-link"] = "tangent:pca?angle=10";
            }));
            QString complaint;
            const auto request = LastState(settings()).read(DataCatalogue::shared(), &complaint);
            QCOMPARE(request->topic, QString("pca"));
            QVERIFY(complaint.isEmpty());
        }
    }

    void aFolderThatTakesNoFileIsSaid()
    {
        LastState last(home_->filePath("settings.json/settings.json"));
        QFile file(home_->filePath("settings.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!last.keep(drawn(9000)));
        QVERIFY(!last.complaint().isEmpty());
    }

    void theNextWindowOpensALongDrawing()
    {
        State before;
        {
            MainWindow window(DataCatalogue::shared());
            window.openAnything("k-means?data=drawn&k=3");
            Intent intent;
            intent.values["patch"] = drawing(9000, 0);
            window.experiment().apply(intent);
            before = window.experiment().state();
            window.show();
            window.close();
        }
        MainWindow next(DataCatalogue::shared());
        next.openStart();
        QCOMPARE(next.experiment().state(), before);
        QCOMPARE(next.experiment().current().whole->rowCount(), 9000);
        next.openAnything("tangent:pca");
        next.close();
        QVERIFY(QDir(QFileInfo(Settings::path()).path()).entryList({"last-state-*.tangent"}).isEmpty());
    }

private:
    QString settings() const { return home_->filePath("settings.json"); }
    QStringList files() const
    {
        QStringList found = QDir(home_->path()).entryList({"last-state-*.tangent"}, QDir::Files);
        found.removeAll("last-state-of-mine.tangent");
        return found;
    }
    State reread() const
    {
        QString complaint;
        const auto request = LastState(settings()).read(DataCatalogue::shared(), &complaint);
        return request && complaint.isEmpty()
            ? settle(*findLab(request->topic), *request, DataCatalogue::shared()).state
            : State();
    }

    std::unique_ptr<QTemporaryDir> home_;
};

TANGENT_TEST(LastStateTest)
#include "last_state_test.moc"
