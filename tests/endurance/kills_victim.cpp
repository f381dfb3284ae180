// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/endurance/kills_victim.h"

#include "app/window/lab_panel.h"
#include "app/window/recovery_strip.h"
#include "tests/endurance/random_hand.h"

#include <QApplication>
#include <QDateTime>

#include <cstdio>

namespace tangent::tests {

namespace {

constexpr int actEveryMilliseconds = 15;
constexpr int shareFresh = 10; ///< one start in so many begins fresh

void tell(const QString& line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

class Victim : public QObject {
public:
    Victim(std::uint64_t seed, bool isCompanion)
        : seed_(seed)
        , isCompanion_(isCompanion)
        , random_(seed)
        , window_(DataCatalogue::shared())
        , hand_(window_, seed)
    {
        connect(&window_.experiment(), &Experiment::changed, this, [this] { tellState(); });
        connect(&act_, &QTimer::timeout, this, [this] { act(); });
    }

    void begin()
    {
        Settings().setHintsSeen();
        window_.keepRecovery();
        const bool offered = window_.recoveryStrip() != nullptr;
        tell(offered ? QStringLiteral("OFFER") : QStringLiteral("NOOFFER"));
        window_.openStart();
        window_.show();
        if (offered)
            answer();
        act_.start(actEveryMilliseconds);
    }

private:
    void answer()
    {
        const bool fresh = random_.below(shareFresh) == 0;
        if (fresh) {
            tell(QStringLiteral("CHOOSE-FRESH"));
            window_.recoveryStrip()->freshButton()->click();
            tell(QStringLiteral("FRESH"));
            return;
        }
        opening_ = true;
        window_.recoveryStrip()->openButton()->click();
        opening_ = false;
        if (window_.recoveryStrip())
            tell(QStringLiteral("REFUSED"));
        else
            tell(QStringLiteral("OPENED ") + window_.experiment().link());
        told_ = window_.experiment().state();
    }

    void tellState()
    {
        if (opening_ || !window_.experiment().isOpen() || window_.experiment().state() == told_)
            return;
        told_ = window_.experiment().state();
        tell(QStringLiteral("STATE %1 %2")
                 .arg(QDateTime::currentMSecsSinceEpoch())
                 .arg(window_.experiment().link()));
    }

    void act()
    {
        if (!isCompanion_)
            hand_.act();
        const QString mark = QStringLiteral("%1-%2").arg(seed_).arg(++acts_);
        if (acts_ % 8 == 3) {
            BookmarkStore store;
            if (store.add({QStringLiteral("k-means"), mark, QStringLiteral("tangent:k-means")}))
                tell(QStringLiteral("KEPT ") + mark);
        }
        if (acts_ % 8 == 7) {
            Settings settings;
            settings.setChallengeReached(mark);
            if (settings.complaint().isEmpty())
                tell(QStringLiteral("REACHED ") + mark);
        }
    }

    const std::uint64_t seed_;
    const bool isCompanion_;
    Random random_;
    MainWindow window_;
    RandomHand hand_;
    QTimer act_;
    State told_;
    bool opening_ = false;
    int acts_ = 0;
};

} // namespace

int runVictim(int& argc, char** argv, std::uint64_t seed, bool isCompanion)
{
    QApplication application(argc, argv);
    application.setStyle(QStringLiteral("Fusion"));
    Victim victim(seed, isCompanion);
    victim.begin();
    return application.exec();
}

} // namespace tangent::tests
