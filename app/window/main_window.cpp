// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include "app/data/data_window.h"
#include "app/data/table_opener.h"
#include "app/lab/registry.h"
#include "app/note/formula.h"
#include "app/note/note_panel.h"
#include "app/talk/caption_bar.h"
#include "app/talk/curtain.h"
#include "app/talk/presenter.h"
#include "app/talk/presenter_window.h"
#include "app/window/file_saver.h"
#include "app/window/hints.h"
#include "app/window/lab_panel.h"
#include "app/window/notice.h"
#include "app/window/recovery.h"
#include "app/window/recovery_strip.h"
#include "app/window/state_opener.h"
#include "app/window/sweep_panel.h"
#include "app/window/top_bar.h"
#include "app/window/topics_drawer.h"
#include "app/window/topics_panel.h"
#include "app/window/topics_rail.h"
#include "app/window/twin_view.h"

#include <QAction>
#include <QApplication>
#include <QLayout>

#include <cmath>

namespace tangent {

namespace {

constexpr int wideFrom = 1200; // narrower windows fold topics and note away
constexpr int topicsWidth = 222;
constexpr int noteWidth = 376;
constexpr int tallestSweep = 330;
constexpr int rememberMilliseconds = 1000;

bool systemIsDark()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace

MainWindow::MainWindow(DataCatalogue& catalogue, QWidget* parent)
    : QMainWindow(parent)
    , notes_(QStringLiteral(":/notes"))
    , formulas_(std::make_shared<FormulaLibrary>(QStringLiteral(":/formulas")))
    , experiment_(catalogue)
    , glide_(experiment_)
    , bar_(new TopBar(this))
    , rail_(new TopicsRail(this))
    , topics_(new TopicsPanel(notes_, this))
    , topicsDrawer_(new TopicsDrawer(*rail_, *topics_, *bar_->search(), this))
    , lab_(new LabPanel(experiment_, *formulas_, this))
    , note_(new NotePanel(formulas_, this))
    , sweep_(new SweepPanel(experiment_, this))
{
    for (const auto& lab : allLabs())
        topics_->markReached(lab->info().id, settings_.isChallengeReached(lab->info().id));
    setWindowTitle(tr("Tangent"));
    setMinimumSize(960, 600);
    setAcceptDrops(true);
    setCentralWidget(new QWidget(this));
    notice_ = new Notice(centralWidget());
    for (QWidget* part :
        {static_cast<QWidget*>(bar_), static_cast<QWidget*>(rail_), static_cast<QWidget*>(topics_),
            static_cast<QWidget*>(lab_), static_cast<QWidget*>(note_), static_cast<QWidget*>(sweep_)})
        part->setParent(centralWidget());
    sweep_->hide();
    makeActions();
    fillMenu();
    connectParts();
    setMotion(settings_.motion());
    noteDrawer_.setOpenAtOnce(settings_.noteOpen());
    setTextScale(settings_.textScale());
    rememberSoon_.setSingleShot(true);
    rememberSoon_.setInterval(rememberMilliseconds);
    connect(&rememberSoon_, &QTimer::timeout, this, &MainWindow::rememberVisit);
    applyLook();
    resize(1280, 800);
    if (!settings_.geometry().isEmpty())
        restoreGeometry(settings_.geometry());
}

/// The parts go before the experiment that they speak to.
MainWindow::~MainWindow()
{
    endTalk();
    twin_.reset();
    delete dataWindow_;
    delete opener_;
    delete states_;
    delete saver_;
    recovery_.reset();
    delete takeCentralWidget();
}

void MainWindow::connectParts()
{
    connectFiles();
    connect(bar_, &TopBar::searchChanged, this, [this](const QString& text) {
        topics_->setSearch(text);
        if (!isWide() && !text.isEmpty())
            topicsDrawer_->setOpen(true);
    });
    connect(bar_, &TopBar::searchAccepted, topics_, &TopicsPanel::openFirst);
    connect(topicsDrawer_, &Drawer::moved, this, &MainWindow::arrange);
    connect(&noteDrawer_, &Drawer::moved, this, &MainWindow::arrange);
    connect(topics_, &TopicsPanel::topicChosen, this, &MainWindow::openTopic);
    connect(lab_, &LabPanel::openDataWanted, this, &MainWindow::openFile);
    connect(lab_, &LabPanel::dataWindowWanted, this, &MainWindow::showData);
    connect(lab_, &LabPanel::saveTableWanted, this, &MainWindow::saveTable);
    connect(lab_, &LabPanel::queryWanted, this, &MainWindow::follow);
    connect(&glide_, &Glide::arrived, lab_, &LabPanel::flashChanges);
    connect(lab_, &LabPanel::sceneShown, this,
        [this] { note_->followScene(lab_->scene(), lab_->shownValues(), experiment_.current().parameters); });
    connect(lab_, &LabPanel::sceneShown, this, [this] { sweep_->followScene(lab_->scene()); });
    connect(sweep_, &SweepPanel::closed, this, [this] { showSweep(false); });
    NoteView* view = note_->view();
    connect(note_, &NotePanel::labLink, this, &MainWindow::follow);
    connect(view, &NoteView::showReadout, lab_, &LabPanel::light);
    connect(lab_, &LabPanel::readoutPointed, view, &NoteView::light);
    connect(note_, &NotePanel::solutionWanted, this, [this](const QString& query) {
        glide_.finish();
        lab_->noteValues();
        glide_.jump(query, true);
    });
    connect(note_, &NotePanel::reached, this, &MainWindow::recordChallenge);
    connect(view, &NoteView::scrub, this, [this](const Intent& intent) { experiment_.apply(intent); });
    connect(view, &NoteView::openTopic, this, [this](const QString& link) { openAnything(link); });
    connect(view, &NoteView::addressCopied, this,
        [this](const QString& address) { say(tr("Copied %1").arg(address)); });
    connect(&experiment_, &Experiment::changed, this, &MainWindow::stateChanged);
    connect(&experiment_, &Experiment::historyChanged, this, &MainWindow::stateChanged);
}

void MainWindow::follow(const QString& query, bool fromDefaults)
{
    lab_->stopPlaying();
    glide_.finish();
    lab_->noteValues();
    glide_.to(query, fromDefaults);
}

void MainWindow::recordChallenge(const QString& topic, bool byHand)
{
    if (!remembers_)
        return;
    if (byHand)
        settings_.setChallengeReached(topic);
    else
        settings_.setSolutionSeen(topic);
    topics_->markReached(topic, settings_.isChallengeReached(topic));
}

void MainWindow::setMotion(bool on)
{
    glide_.setMotion(on);
    lab_->setMotion(on);
    topicsDrawer_->setMotion(on);
    noteDrawer_.setMotion(on);
}

void MainWindow::stateChanged()
{
    const QString topic = experiment_.state().topic;
    topics_->setCurrentTopic(topic);
    rail_->setCurrentTopic(topic);
    const Note* note = notes_.find(topic);
    if (note && note_->view()->note().topic != topic)
        note_->setNote(*note);
    setWindowTitle(tr("%1 · Tangent").arg(experiment_.lab().info().title));
    undo_->setEnabled(experiment_.canUndo() || (twin_ && twin_->experiment().canUndo()));
    redo_->setEnabled(experiment_.canRedo() || (twin_ && twin_->experiment().canRedo()));
    back_->setEnabled(experiment_.canGoBack());
    forward_->setEnabled(experiment_.canGoForward());
    if (remembers_)
        rememberSoon_.start();
}

void MainWindow::setStill()
{
    setMotion(false);
    remembers_ = false;
    noteDrawer_.setOpenAtOnce(false);
}

void MainWindow::openTopic(const QString& topic)
{
    if (const Lab* lab = findLab(topic)) {
        Request request;
        request.topic = topic;
        glide_.finish();
        experiment_.open(*lab, request);
    }
    bar_->search()->clear();
    topicsDrawer_->setOpen(false);
    lab_->setFocus();
}

void MainWindow::openStart()
{
    if (allLabs().empty())
        return;
    QString complaint;
    const auto last = lastState_.read(experiment_.catalogue(), &complaint);
    const Lab* lab = last ? findLab(last->topic) : nullptr;
    // A state with which the program ended may end it again: it is offered, not opened.
    if (lab && recoveryStrip_)
        openTopic(last->topic);
    else if (lab)
        experiment_.open(*lab, *last);
    else
        openTopic(allLabs().front()->info().id);
    if (!complaint.isEmpty())
        say(complaint);
    lab_->setFocus();
    if (!settings_.hintsSeen())
        showHints();
}

void MainWindow::showHints()
{
    hints_ = new Hints(centralWidget());
    hints_->setTheme(*theme_);
    connect(hints_, &Hints::read, this, [this] {
        settings_.setHintsSeen();
        hints_->deleteLater();
        hints_ = nullptr;
        lab_->setFocus();
    });
    hints_->show();
    hints_->setFocus();
    arrange();
}

void MainWindow::showSweep(bool shown)
{
    sweepAction_->setChecked(shown);
    sweep_->setVisible(shown);
    arrange();
    if (shown)
        sweep_->followScene(lab_->scene());
    else
        lab_->setFocus();
}

void MainWindow::say(const QString& sentence)
{
    notice_->say(sentence);
}

void MainWindow::applyLook()
{
    const bool dark = settings_.look() == Settings::Look::Dark
        || (settings_.look() == Settings::Look::System && systemIsDark());
    setTheme(dark ? Theme::darkTheme() : Theme::light());
}

void MainWindow::setTheme(const Theme& theme)
{
    theme_ = &theme;
    setPalette(theme.palette());
    QApplication::setFont(uiFont(13));
    centralWidget()->setPalette(theme.palette());
    centralWidget()->setAutoFillBackground(true);
    bar_->setTheme(theme);
    rail_->setTheme(theme);
    topics_->setTheme(theme);
    lab_->setTheme(theme);
    sweep_->setTheme(theme);
    note_->setTheme(theme);
    notice_->setTheme(theme);
    if (hints_)
        hints_->setTheme(theme);
    if (recoveryStrip_)
        recoveryStrip_->setTheme(theme);
    if (caption_)
        caption_->setTheme(theme);
    if (presenterWindow_)
        presenterWindow_->setTheme(theme);
    if (twin_)
        twin_->setTheme(theme);
    arrange();
}

void MainWindow::arrange()
{
    const QRect room = centralWidget()->rect();
    const bool presents = presenter_ != nullptr;
    for (QWidget* part : {static_cast<QWidget*>(bar_), static_cast<QWidget*>(rail_),
             static_cast<QWidget*>(topics_), static_cast<QWidget*>(note_)})
        part->setVisible(!presents);
    if (recoveryStrip_)
        recoveryStrip_->setVisible(!presents);
    if (presents) {
        const int captionHeight = caption_->heightFor(room.width());
        lab_->setGeometry(room.adjusted(0, 0, 0, -captionHeight));
        caption_->setGeometry(0, room.height() - captionHeight, room.width(), captionHeight);
        curtain_->setGeometry(room);
        return;
    }
    const int barHeight = bar_->minimumHeight();
    const int stripHeight = recoveryStrip_ ? recoveryStrip_->sizeHint().height() : 0;
    const int top = barHeight + stripHeight;
    bar_->setGeometry(0, 0, room.width(), barHeight);
    if (recoveryStrip_)
        recoveryStrip_->setGeometry(0, barHeight, room.width(), stripHeight);
    for (QToolButton* button : {twinButton_, sweepButton_})
        button->setVisible(isWide()); // the menu has them, too
    if (twin_) {
        for (QWidget* part :
            {static_cast<QWidget*>(rail_), static_cast<QWidget*>(topics_), static_cast<QWidget*>(note_)})
            part->hide();
        twin_->place(room.adjusted(0, top, 0, 0));
        notice_->place(lab_->geometry());
        return;
    }
    const bool wide = isWide();
    const int height = room.height() - top;
    topicsDrawer_->setNeeded(!wide);
    const double topicsShare = wide ? 1 : topicsDrawer_->share();
    const double noteShare = wide ? 1 : noteDrawer_.share();
    noteButton_->setVisible(!wide);
    rail_->setVisible(!wide);
    topics_->setVisible(topicsShare > 0);
    note_->setVisible(noteShare > 0);
    // What is open slides out from under the rail, and in from the right edge.
    const int rail = wide ? 0 : TopicsRail::railWidth;
    const int topicsLeft = rail - int(std::lround((1 - topicsShare) * topicsWidth));
    const int noteLeft = room.width() - int(std::lround(noteShare * noteWidth));
    rail_->setGeometry(0, top, TopicsRail::railWidth, height);
    topics_->setGeometry(topicsLeft, top, topicsWidth, height);
    const int sweepHeight = sweep_->isHidden() ? 0 : std::min(height / 2, tallestSweep);
    note_->setGeometry(noteLeft, top, noteWidth, height - sweepHeight);
    sweep_->setGeometry(room.width() - noteWidth, top + height - sweepHeight, noteWidth, sweepHeight);
    const int left = wide ? topicsWidth : rail;
    const int right = wide ? noteLeft : room.width();
    lab_->setGeometry(left, top, right - left, height);
    note_->raise();
    topics_->raise();
    rail_->raise();
    sweep_->raise();
    notice_->place(lab_->geometry());
    if (hints_) {
        constexpr int hintsWidth = 440;
        const QSize size(hintsWidth, hints_->layout()->heightForWidth(hintsWidth));
        hints_->setGeometry(
            QRect(lab_->geometry().center() - QPoint(size.width() / 2, size.height() / 2), size));
        hints_->raise();
    }
}

bool MainWindow::isWide() const
{
    return width() >= wideFrom;
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    arrange();
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!hints_)
        lab_->setFocus();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange && settings_.look() == Settings::Look::System
        && bar_)
        applyLook();
}

} // namespace tangent
