// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/bounded_file.h"
#include "app/talk/caption_bar.h"
#include "app/talk/curtain.h"
#include "app/talk/presenter.h"
#include "app/talk/presenter_window.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "widgets/scene/number_text.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWindow>

#include <algorithm>

// The lab as a talk: full screen, with the words of the current stop under it.
namespace tangent {

namespace {

// Letters take the same part of the room's screen whatever its size; never less than a seventh over the
// reader's own.
constexpr double talkLines = 580; ///< pixels of height at which a letter would be as large as at the desk
constexpr double talkColumns = 900;
constexpr double leastTalkScale = 1.15;

double talkScaleOn(const QSize& screen)
{
    return std::max(leastTalkScale, std::min(screen.height() / talkLines, screen.width() / talkColumns));
}

/// A screen that shows something else than `own`; null when there is none. Mirrored screens overlap.
QScreen* roomScreen(const QScreen* own, const QList<QScreen*>& screens)
{
    for (QScreen* screen : screens)
        if (screen != own && !screen->geometry().intersects(own->geometry()))
            return screen;
    return nullptr;
}

/// Full-screen windows do not move: it becomes an ordinary one first.
void fillScreen(QWidget* window, QScreen* screen)
{
    const bool isThere = window->isFullScreen() && window->screen() == screen
        && screen->geometry().contains(window->geometry().center());
    if (isThere)
        return;
    window->setWindowState(window->windowState() & ~(Qt::WindowFullScreen | Qt::WindowMaximized));
    if (window->windowHandle())
        window->windowHandle()->setScreen(screen);
    window->setGeometry(screen->geometry());
    window->setWindowState(window->windowState() | Qt::WindowFullScreen);
}

} // namespace

/// The talk that was opened, or else the one that the lab's note is.
void MainWindow::present()
{
    if (presenter_) {
        endTalk();
        return;
    }
    const Note* note = notes_.find(experiment_.state().topic);
    const Talk talk = !openedTalk_.stops.empty() ? openedTalk_ : note ? talkOf(*note) : Talk();
    if (talk.stops.empty()) {
        say(tr("There is nothing to present: this note has no list under Try it."));
        return;
    }
    showSweep(false);
    showTwin(false);
    caption_ = new CaptionBar(centralWidget());
    curtain_ = new Curtain(centralWidget());
    presenter_ =
        std::make_unique<Presenter>(talk, Presenter::Parts{experiment_, glide_, *lab_, *caption_, *curtain_});
    connect(presenter_.get(), &Presenter::ended, this, &MainWindow::endTalk, Qt::QueuedConnection);
    connect(presenter_.get(), &Presenter::stopChanged, this, &MainWindow::arrange);
    connect(lab_, &LabPanel::sceneShown, caption_,
        [this] { arrange(); }); // the caption's height follows its words
    connect(presenter_.get(), &Presenter::screensSwapped, this, &MainWindow::swapScreens);
    // Plugged in or pulled out in the middle; by then the system has moved what stood on it.
    connect(
        qApp, &QGuiApplication::screenAdded, presenter_.get(),
        [this] { showOnScreens(QGuiApplication::screens()); }, Qt::QueuedConnection);
    connect(
        qApp, &QGuiApplication::screenRemoved, presenter_.get(),
        [this] { showOnScreens(QGuiApplication::screens()); }, Qt::QueuedConnection);
    statesBeforeTalk_ = windowState();
    placeBeforeTalk_ = geometry();
    ownScreen_ = screen();
    caption_->show();
    showOnScreens(QGuiApplication::screens());
    presenter_->start();
    arrange();
}

/// The room's screen is the other one, where there is one, and letters are made for it; the presenter's own
/// shows note, next stop and time.
void MainWindow::showOnScreens(const QList<QScreen*>& screens)
{
    if (!presenter_ || screens.isEmpty())
        return;
    if (!screens.contains(ownScreen_.data()))
        ownScreen_ = screens.front();
    QScreen* other = roomScreen(ownScreen_, screens);
    QScreen* room = other ? other : ownScreen_.data();
    setTextScale(settings_.textScale() * talkScaleOn(room->size()));
    setTheme(*theme_);
    if (!other) {
        presenterWindow_.reset();
    } else {
        if (!presenterWindow_)
            presenterWindow_ = std::make_unique<PresenterWindow>(*presenter_, notes_, formulas_, *theme_);
        const QRect place = ownScreen_->availableGeometry();
        if (!place.contains(presenterWindow_->geometry().center()))
            presenterWindow_->setWindowState(Qt::WindowNoState);
        presenterWindow_->setGeometry(place);
        if (presenterWindow_->windowHandle())
            presenterWindow_->windowHandle()->setScreen(ownScreen_);
        presenterWindow_->showMaximized();
        presenterWindow_->setTheme(*theme_);
    }
    fillScreen(this, room);
    arrange();
    activateWindow();
}

/// The picture is on the wrong one.
void MainWindow::swapScreens()
{
    QScreen* other = ownScreen_ ? roomScreen(ownScreen_, QGuiApplication::screens()) : nullptr;
    if (!other)
        return;
    ownScreen_ = other;
    showOnScreens(QGuiApplication::screens());
}

void MainWindow::endTalk()
{
    if (!presenter_)
        return;
    presenterWindow_.reset();
    presenter_.reset();
    delete caption_;
    delete curtain_;
    caption_ = nullptr;
    curtain_ = nullptr;
    setTextScale(settings_.textScale());
    ownScreen_.clear();
    setWindowState(windowState() & ~Qt::WindowFullScreen);
    setGeometry(placeBeforeTalk_);
    setWindowState(statesBeforeTalk_);
    setTheme(*theme_);
    lab_->setFocus();
}

bool MainWindow::openTalk(const QString& path)
{
    QString unread;
    const auto bytes = readFileUpTo(path, largestTextFile, &unread);
    if (!bytes) {
        if (!experiment_.isOpen())
            openStart();
        say(unread);
        return false;
    }
    const QString text = QString::fromUtf8(*bytes);
    std::vector<NoteComplaint> complaints;
    const Talk talk = parseTalk(text, &complaints);
    const std::vector<NoteComplaint> more = checkTalk(talk, experiment_.catalogue());
    complaints.insert(complaints.end(), more.begin(), more.end());
    if (talk.stops.empty()) {
        say(tr("%1, line %2: %3").arg(path).arg(complaints.front().line).arg(complaints.front().sentence));
        return false;
    }
    openedTalk_ = talk;
    openAnything(talk.stops.front().link());
    say(complaints.empty()
            ? tr("“%1”: %2. F5 presents it.")
                  .arg(talk.title, counted(qint64(talk.stops.size()), tr("1 stop"), tr("%1 stops")))
            : tr("%1, line %2: %3").arg(path).arg(complaints.front().line).arg(complaints.front().sentence));
    return true;
}

} // namespace tangent
