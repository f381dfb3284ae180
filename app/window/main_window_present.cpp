// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/bounded_file.h"
#include "app/talk/caption_bar.h"
#include "app/talk/curtain.h"
#include "app/talk/presenter.h"
#include "app/talk/presenter_window.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"

#include <QGuiApplication>
#include <QScreen>

// The lab as a talk: full screen, with the words of the current stop under it.
namespace tangent {

namespace {

constexpr double talkTextScale = 1.3; ///< over the reader's own: readable from the back of a room

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
    statesBeforeTalk_ = windowState();
    setTextScale(settings_.textScale() * talkTextScale);
    setTheme(*theme_);
    showOnScreens();
    caption_->show();
    presenter_->start();
    arrange();
}

/// The room's screen is the second one, where there is one; the presenter's own shows note, next stop and
/// time.
void MainWindow::showOnScreens()
{
    const QList<QScreen*> screens = QGuiApplication::screens();
    if (screens.size() > 1) {
        QScreen* own = screen();
        QScreen* room = screens.front() == own ? screens[1] : screens.front();
        presenterWindow_ = std::make_unique<PresenterWindow>(*presenter_, notes_, formulas_, *theme_);
        presenterWindow_->setGeometry(own->availableGeometry());
        presenterWindow_->show();
        setGeometry(room->geometry());
    }
    setWindowState(windowState() | Qt::WindowFullScreen);
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
            ? tr("“%1”: %n stops. F5 presents it.", nullptr, int(talk.stops.size())).arg(talk.title)
            : tr("%1, line %2: %3").arg(path).arg(complaints.front().line).arg(complaints.front().sentence));
    return true;
}

} // namespace tangent
