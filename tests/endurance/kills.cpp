// SPDX-License-Identifier: GPL-3.0-or-later
// Kills: endurance-kills [KILLS [SEED]]
// Starts the window in the hands of a random user beside a second one that lives on, and kills it with
// SIGKILL at a random moment, start-up included. Then every file must be whole, hold what was acknowledged,
// and the next start must offer a state that stood at most two seconds before the kill.
#include "app/lab/data/catalogue.h"
#include "app/lab/data/csv.h"
#include "app/lab/state_json.h"
#include "app/window/bookmark_store.h"
#include "tests/endurance/kills_victim.h"

#include "algorithms/random/random.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>

#include <cstdio>

using namespace tangent;
using namespace tangent::tests;

namespace {

/// A change is on the disk by then: a quarter of a second of waiting, the rest for a machine under this very
/// load.
constexpr qint64 keptAfterMilliseconds = 2000;
constexpr int longestLife = 3000;
constexpr int mostFiles = 40; ///< in the folder of recovery files

/// What the next start may offer.
struct Expectation {
    QStringList links;
    bool maybeNothing = true;
    qint64 writtenBy = 0; ///< milliseconds from the change to the first link until the kill, where known
};

class Killer {
public:
    explicit Killer(std::uint64_t seed)
        : random_(seed)
        , seed_(seed)
    {
        for (const char* place : {"config", "data", "runtime", "tmp"})
            QDir(home_.path()).mkpath(QLatin1String(place));
        environment_ = QProcessEnvironment::systemEnvironment();
        environment_.insert("XDG_CONFIG_HOME", home_.filePath("config"));
        environment_.insert("XDG_DATA_HOME", home_.filePath("data"));
        QFile::setPermissions(
            home_.filePath("runtime"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        environment_.insert("XDG_RUNTIME_DIR", home_.filePath("runtime"));
        environment_.insert("TMPDIR", home_.filePath("tmp"));
        environment_.insert("QT_QPA_PLATFORM", "offscreen");
        start(companion_, {"--companion", "999"});
        // It is in the folders before the first victim looks there.
        while (!companionSays_.contains("KEPT") && companion_.waitForReadyRead(60'000))
            companionSays_ += companion_.readAllStandardOutput();
    }

    ~Killer()
    {
        companion_.kill();
        companion_.waitForFinished();
    }

    int run(int kills)
    {
        for (int i = 1; i <= kills; ++i) {
            round(i);
            QDir(home_.filePath("tmp")).removeRecursively();
            QDir(home_.path()).mkpath("tmp");
            if (i % 50 == 0 || i == kills) {
                std::printf("%d kills, %d offers opened, %d during start, %d failures\n", i, opened_, early_,
                    failures_);
                std::fflush(stdout);
            }
        }
        const int litter = int(QDir(home_.filePath("data/endurance-kills"))
                                   .entryList({"bookmarks.json.??????"}, QDir::Files)
                                   .size()
            + QDir(home_.filePath("config/Tangent")).entryList({"settings.json.??????"}, QDir::Files).size());
        std::printf("halves of files left beside settings and bookmarks: %d\n", litter);
        return failures_ == 0 ? 0 : 1;
    }

private:
    void start(QProcess& process, const QStringList& arguments)
    {
        process.setProcessEnvironment(environment_);
        process.setProcessChannelMode(QProcess::SeparateChannels);
        process.start(QCoreApplication::applicationFilePath(), arguments);
        process.waitForStarted();
    }

    void fail(const QString& sentence)
    {
        ++failures_;
        std::printf("FAILED in round %d: %s\n", round_, qPrintable(sentence));
        std::fflush(stdout);
    }

    void round(int number)
    {
        round_ = number;
        QProcess victim;
        start(victim, {"--victim", QString::number(seed_ * 100'000 + std::uint64_t(number))});
        QByteArray said;
        const qint64 end = QDateTime::currentMSecsSinceEpoch() + 20 + qint64(random_.below(longestLife));
        while (QDateTime::currentMSecsSinceEpoch() < end && victim.state() == QProcess::Running) {
            if (victim.waitForReadyRead(int(std::max<qint64>(1, end - QDateTime::currentMSecsSinceEpoch()))))
                said += victim.readAllStandardOutput();
        }
        if (victim.state() != QProcess::Running)
            fail(QStringLiteral("it ended by itself: %1")
                     .arg(QString::fromUtf8(victim.readAllStandardError())));
        const qint64 killed = QDateTime::currentMSecsSinceEpoch();
        victim.kill();
        victim.waitForFinished();
        said += victim.readAllStandardOutput();
        companion_.waitForReadyRead(1);
        companionSays_ += companion_.readAllStandardOutput();
        follow(said, killed);
        checkFiles(said);
    }

    /// Holds what the victim was offered to what was expected, and works out what the next one may be.
    void follow(const QByteArray& said, qint64 killed)
    {
        std::vector<std::pair<qint64, QString>> states;
        QString shownFirst; ///< beside an offer
        bool begun = false;
        for (const QByteArray& bytes : said.left(said.lastIndexOf('\n') + 1).split('\n')) {
            const QString line = QString::fromUtf8(bytes);
            if (line == QLatin1String("NOOFFER")) {
                if (!expected_.maybeNothing)
                    fail(QStringLiteral("nothing was offered, where one of %1 was lost").arg(shown()));
                expected_ = {};
                begun = true;
            } else if (line == QLatin1String("CHOOSE-FRESH")) {
                expected_.maybeNothing = true;
            } else if (line == QLatin1String("FRESH")) {
                // What stands beside the offer is the reader's own from now on.
                expected_ = {{shownFirst}, true};
                states.clear();
                begun = true;
            } else if (line == QLatin1String("REFUSED")) {
                fail(QStringLiteral("the last state could not be opened"));
                expected_ = {};
            } else if (line.startsWith(QLatin1String("OPENED "))) {
                const QString link = line.mid(7);
                if (!expected_.links.contains(link))
                    fail(QStringLiteral(
                        "%1 was offered; expected was one of %2; the first stood %3 ms before the kill")
                             .arg(link, shown())
                             .arg(expected_.writtenBy));
                expected_ = {{link}, false};
                states.clear();
                ++opened_;
                begun = true;
            } else if (line.startsWith(QLatin1String("STATE ")) && !begun) {
                shownFirst = line.section(QLatin1Char(' '), 2);
            } else if (line.startsWith(QLatin1String("STATE "))) {
                states.emplace_back(
                    line.section(QLatin1Char(' '), 1, 1).toLongLong(), line.section(QLatin1Char(' '), 2));
            }
        }
        early_ += !begun;
        for (const auto& [when, link] : states) {
            if (when <= killed - keptAfterMilliseconds)
                expected_ = {{link}, false, killed - when};
            else
                expected_.links << link;
        }
    }

    QString shown() const { return expected_.links.mid(0, 20).join(QLatin1String(" | ")); }

    /// The whole lines of a kind.
    static QStringList allOf(const QByteArray& said, const QByteArray& kind)
    {
        QStringList all;
        for (const QByteArray& line : said.left(said.lastIndexOf('\n') + 1).split('\n')) {
            if (line.startsWith(kind + ' '))
                all << QString::fromUtf8(line.mid(kind.size() + 1));
        }
        return all;
    }

    /// The last one; empty when there is none.
    static QString lastOf(const QByteArray& said, const QByteArray& kind)
    {
        return allOf(said, kind).value(allOf(said, kind).size() - 1);
    }

    void checkFiles(const QByteArray& said)
    {
        const QDir recovery(home_.filePath("data/endurance-kills/recovery"));
        const QFileInfoList files = recovery.entryInfoList(QDir::Files);
        if (files.size() > mostFiles)
            fail(QStringLiteral("%1 recovery files gathered").arg(files.size()));
        for (const QFileInfo& info : files) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            QString complaint;
            DataCatalogue catalogue;
            if (info.suffix() == QLatin1String("tangent") && !readStateFile(bytes, catalogue, &complaint))
                fail(info.fileName() + QStringLiteral(": ") + complaint);
            if (info.suffix() == QLatin1String("table")) {
                const QString name = QString::fromUtf8(bytes.left(bytes.indexOf('\n')));
                const QString same = fileTableName(
                    name.mid(5).section(QLatin1Char('@'), 0, -2), bytes.mid(bytes.indexOf('\n') + 1));
                if (same != name)
                    fail(QStringLiteral("%1 holds %2, not %3").arg(info.fileName(), same, name));
            }
        }
        const QString bookmarks = home_.filePath("data/endurance-kills/bookmarks.json");
        if (QFile::exists(bookmarks + QStringLiteral(".unreadable")))
            fail(QStringLiteral("bookmarks were unreadable"));
        QSet<QString> names;
        for (const Bookmark& one : BookmarkStore(bookmarks).bookmarks())
            names << one.name;
        const QString settings = home_.filePath("config/Tangent/settings.json");
        if (QFile::exists(settings + QStringLiteral(".unreadable")))
            fail(QStringLiteral("settings were unreadable"));
        for (const QByteArray& who : {said, companionSays_}) {
            const QString kept = lastOf(who, "KEPT");
            if (!kept.isEmpty() && !names.contains(kept))
                fail(QStringLiteral("the bookmark %1 is lost").arg(kept));
            for (const QString& reached : allOf(who, "REACHED"))
                reached_.insert(QStringLiteral("challenges/") + reached);
        }
        // Of progress all that was ever acknowledged; bookmarks are bounded, the oldest go.
        const QStringList keys = SharedJson(settings).read().keys();
        const QSet<QString> lost = reached_ - QSet<QString>(keys.begin(), keys.end());
        for (const QString& key : lost - lost_)
            fail(QStringLiteral("the progress %1 is lost").arg(key));
        lost_ += lost;
    }

    QTemporaryDir home_;
    QProcessEnvironment environment_;
    QProcess companion_;
    QByteArray companionSays_;
    Random random_;
    const std::uint64_t seed_;
    Expectation expected_;
    QSet<QString> reached_;
    QSet<QString> lost_; ///< and said so
    int round_ = 0;
    int opened_ = 0;
    int early_ = 0;
    int failures_ = 0;
};

} // namespace

int main(int argc, char** argv)
{
    const QByteArray role = argc > 2 ? argv[1] : "";
    if (role == "--victim" || role == "--companion")
        return runVictim(argc, argv, std::strtoull(argv[2], nullptr, 10), role == "--companion");
    QCoreApplication application(argc, argv);
    const QStringList words = application.arguments();
    Killer killer(words.value(2, QStringLiteral("1")).toULongLong());
    return killer.run(std::max(1, words.value(1, QStringLiteral("500")).toInt()));
}
